import Taro from '@tarojs/taro'

/** Told when the program leaves the screen and when it is back. WeChat cuts off requests 5 s after it has left. */
export interface AttentionListener {
  left: () => void
  cameBack: () => void
}

function watchWechat({ left, cameBack }: AttentionListener): void {
  Taro.onAppHide(left)
  Taro.onAppShow(cameBack)
}

// Taro's H5 version of these calls does nothing.
function watchBrowser({ left, cameBack }: AttentionListener): void {
  document.addEventListener('visibilitychange', () => (document.hidden ? left() : cameBack()))
}

/** Calls the listener for as long as the program lives. */
export const watchAttention: (listener: AttentionListener) => void =
  process.env.TARO_ENV === 'weapp' ? watchWechat : watchBrowser
