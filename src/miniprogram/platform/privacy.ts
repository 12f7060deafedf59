import Taro from '@tarojs/taro'

export type PrivacyState = 'needed' | 'given' | 'unsupported'
export type PrivacyAnswer = 'agreed' | 'refused' | 'unsupported'

// Both came with base library 2.32.3; before, and in a browser, WeChat has no privacy gate to pass.
// Callbacks, not promises: Taro types and forwards these calls without a promise.

/** Whether WeChat will ask for the privacy guide before the next photo. */
export function privacyState(): Promise<PrivacyState> {
  if (process.env.TARO_ENV !== 'weapp') return Promise.resolve('unsupported')
  return new Promise((resolve) => {
    const ask = Taro.getPrivacySetting as typeof Taro.getPrivacySetting | undefined
    if (!ask) return resolve('unsupported')
    ask({
      success: ({ needAuthorization }) => resolve(needAuthorization ? 'needed' : 'given'),
      fail: () => resolve('unsupported'),
    })
  })
}

/** Brings WeChat's privacy dialog up now. Only from a tap, after one sentence that says what for. */
export function askPrivacy(): Promise<PrivacyAnswer> {
  if (process.env.TARO_ENV !== 'weapp') return Promise.resolve('unsupported')
  return new Promise((resolve) => {
    const ask = Taro.requirePrivacyAuthorize as typeof Taro.requirePrivacyAuthorize | undefined
    if (!ask) return resolve('unsupported')
    ask({ success: () => resolve('agreed'), fail: () => resolve('refused') })
  })
}

/** Opens the privacy guide registered with WeChat. @returns whether it opened */
export function openPrivacyGuide(): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp') return Promise.resolve(false)
  return new Promise((resolve) => {
    const show = Taro.openPrivacyContract as typeof Taro.openPrivacyContract | undefined
    if (!show) return resolve(false)
    show({ success: () => resolve(true), fail: () => resolve(false) })
  })
}
