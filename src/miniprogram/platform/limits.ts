// Rules of the platform change: re-read the named page before a release (developers.weixin.qq.com/miniprogram/…).

/** A page opened above this depth fails (dev/api/route/wx.navigateTo.html). */
export const pagesDeep = 10

/** Milliseconds. WeChat's own default is 60 s, too long to leave a family before a silent screen. */
export const requestTimeout = 15_000

/** Milliseconds: 300 kB take 40 s at 64 kbit/s, two at once 80, and what gets lost comes on top. The server waits as long. */
export const uploadTimeout = 180_000

/** Pictures `chooseMedia` gives at most in one go (dev/api/media/video/wx.chooseMedia.html). */
export const photosPerChoice = 9

/** Bytes of a photo after shrinking. More means that shrinking did not work: HEIC, or a picture of noise. */
export const shrunkPhotoBytes = 2_000_000
