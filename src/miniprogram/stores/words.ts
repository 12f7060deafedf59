/** What the stores themselves have to say, beside the sentences of the API's error table. */
export const words = {
  offline: '没有网络。已经填的都存在手机里。',
  slow: '网络太慢，还没有回音。',
  unreadable: '没有收到完整的回音，请再试一次。',
  openInWechat: '请在微信里打开“乌海童护”，再接着办。',
  photoGone: '手机里找不到这张照片，请重拍。',
  photoLater: '照片没传上。网络好了会自动再传。',
} as const

/** Why there is no new photo. Each names a way on. */
export const cameraWords = {
  refused: '没有同意使用照片，就拍不了。可以带材料到街道（镇）办。',
  failed: '相机没有打开，请再试一次。',
  tooLarge: '这张图片太大。请重新拍一张，不要用原图。',
  unreadable: '这张照片打不开。请用手机直接拍一张。',
  noRoom: '手机存不下了。请清出一点地方再拍。',
} as const

/** Burnt into each photo, so that it serves nobody for anything else. */
export const purposeWords = (matter: string, date: string): string => `仅用于办理${matter} ${date}`
