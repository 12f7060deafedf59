/**
 * Interfaces that WeChat disables unless they are named in the 用户隐私保护指引
 * (dev/framework/user-privacy/PrivacyAuthorize.html and the pages beside it).
 */
export const privacyBound: readonly string[] = [
  'chooseMedia',
  'chooseImage',
  'chooseVideo',
  'chooseMessageFile',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'getLocation',
  'getFuzzyLocation',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'onLocationChange',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
  'chooseInvoice',
  'chooseInvoiceTitle',
  'chooseLicensePlate',
  'addPhoneContact',
  'chooseContact',
  'addPhoneCalendar',
  'addPhoneRepeatCalendar',
  'setClipboardData',
  'getClipboardData',
  'getWeRunData',
  'getUserProfile',
  'getUserInfo',
  'startRecord',
  'getRecorderManager',
  'openBluetoothAdapter',
  'startAccelerometer',
  'startCompass',
  'startDeviceMotionListening',
  'startGyroscope',
  'joinVoIPChat',
]

/** Attribute values of templates that hand over personal data. */
export const privacyBoundOpenTypes: readonly string[] = [
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'chooseAvatar',
  'nickname',
]

/** What the privacy guide of this mini program names. Each needs a visible use; see platform/wechatPhotos.ts. */
export const privacyDeclared: readonly string[] = ['chooseMedia']
