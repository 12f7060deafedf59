import Taro from '@tarojs/taro'

export type PrivacyState = 'needed' | 'given' | 'unsupported'
export type PrivacyAnswer = 'agreed' | 'refused' | 'unsupported'

// These calls came with base library 2.32.3. Before, and in a browser, WeChat has no privacy gate to pass.
// Callbacks, not promises: Taro types and forwards them without a promise.

function stateInWechat(): Promise<PrivacyState> {
  return new Promise((resolve) => {
    const ask = Taro.getPrivacySetting as typeof Taro.getPrivacySetting | undefined
    if (!ask) return resolve('unsupported')
    ask({
      success: ({ needAuthorization }) => resolve(needAuthorization ? 'needed' : 'given'),
      fail: () => resolve('unsupported'),
    })
  })
}

function askInWechat(): Promise<PrivacyAnswer> {
  return new Promise((resolve) => {
    const ask = Taro.requirePrivacyAuthorize as typeof Taro.requirePrivacyAuthorize | undefined
    if (!ask) return resolve('unsupported')
    ask({ success: () => resolve('agreed'), fail: () => resolve('refused') })
  })
}

function openInWechat(): Promise<boolean> {
  return new Promise((resolve) => {
    const show = Taro.openPrivacyContract as typeof Taro.openPrivacyContract | undefined
    if (!show) return resolve(false)
    show({ success: () => resolve(true), fail: () => resolve(false) })
  })
}

const noGate = (): Promise<'unsupported'> => Promise.resolve('unsupported')
const noGuide = (): Promise<boolean> => Promise.resolve(false)

/** Whether WeChat will ask for the privacy guide before the next photo. */
export const privacyState: () => Promise<PrivacyState> =
  process.env.TARO_ENV === 'weapp' ? stateInWechat : noGate

/** Brings WeChat's privacy dialog up now. Only from a tap, after one sentence that says what for. */
export const askPrivacy: () => Promise<PrivacyAnswer> =
  process.env.TARO_ENV === 'weapp' ? askInWechat : noGate

/** Opens the privacy guide registered with WeChat. Resolves to whether it opened. */
export const openPrivacyGuide: () => Promise<boolean> =
  process.env.TARO_ENV === 'weapp' ? openInWechat : noGuide
