/** What the stores themselves have to say, beside the sentences of the API's error table. */
export const words = {
  offline: '没有网络。已经填的都存在手机里。',
  slow: '网络太慢，还没有回音。',
  unreadable: '没有收到完整的回音，请再试一次。',
  openInWechat: '请在微信里打开“乌海童护”，再接着办。',
  photoGone: '手机里找不到这张照片，请重拍。',
  photoLater: '照片没传上。网络好了会自动再传。',
  storageFull: '手机存不下了。请清出一点地方再填。',
  notStored: '这台手机没能存下来，请先不要关掉。',
} as const
