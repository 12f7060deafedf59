import { textOf, type Host, type WxOptions, type WxPart } from './host'

/** Answers of the person to WeChat's own dialogs, in order. Empty: the person cancels. */
export interface DialogQueues {
  modals: ('confirm' | 'cancel')[]
  /** The entry tapped, by its text. */
  sheets: string[]
}

// Recorded and answered; nothing on the screen of the harness changes.
const recorded = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'pageScrollTo',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'hideKeyboard',
  'hideShareMenu',
  'showShareMenu',
  'hideHomeButton',
  'showTabBarRedDot',
  'hideTabBarRedDot',
  'setTabBarBadge',
  'removeTabBarBadge',
  'vibrateShort',
  'makePhoneCall',
  'openLocation',
  'exitMiniProgram',
  'setVisualEffectOnCapture',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
  'openSetting',
  'getSetting',
] as const

/** Dialogs answered from the queues, and the calls that only show something. */
export function uiApi(host: Host, queues: DialogQueues): WxPart {
  const part: WxPart = Object.fromEntries(
    recorded.map((name) => [
      name,
      (options: WxOptions = {}) => {
        host.record(name, options)
        host.answer(name, options, { ok: {} })
      },
    ]),
  )
  return {
    ...part,
    showModal(options: WxOptions) {
      host.record('showModal', options)
      const confirm = queues.modals.shift() === 'confirm'
      host.answer('showModal', options, { ok: { confirm, cancel: !confirm, content: null } })
    },
    showActionSheet(options: WxOptions) {
      host.record('showActionSheet', options)
      const items = Array.isArray(options.itemList) ? options.itemList.map(textOf) : []
      const tapIndex = items.indexOf(queues.sheets.shift() ?? '')
      host.answer('showActionSheet', options, tapIndex < 0 ? { fail: 'cancel' } : { ok: { tapIndex } })
    },
    nextTick: (callback: () => void) =>
      host.pending.later('wx.nextTick', () => host.enter('nextTick', callback)),
  }
}
