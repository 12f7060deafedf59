import { type Bag, type Host, type WxPart } from './host'
import { type Phone } from './phone'
import { type Transfers } from './transfer'
import { selectorQuery } from './selectorQuery'
import { accountApi } from './wxAccount'
import { canvasApi } from './wxCanvas'
import { filesApi } from './wxFiles'
import { mediaApi } from './wxMedia'
import { networkApi } from './wxNetwork'
import { privacyGate } from './wxPrivacy'
import { storageApi } from './wxStorage'
import { systemApi } from './wxSystem'
import { uiApi } from './wxUi'

/** Read by Taro's own start-up and absent on a phone without these features. Each name needs a reason. */
const allowedAbsent = new Set([
  // Not on base libraries below 2.16.1.
  'createOffscreenCanvas',
  // Taro copies wx.cloud to Taro.cloud; the product has no cloud of WeChat's.
  'cloud',
  // The bundle's chunk table: read before the first chunk writes it.
  'webpackJsonp',
])

export interface WxWorld {
  host: Host
  phone: Phone
  launch: Bag
  transfers: Transfers
  navigation: WxPart
  tapping: () => boolean
}

/** The 2D canvas off the screen (dev/api/canvas/wx.createOffscreenCanvas.html). */
const canvasSince = '2.16.1'

function isSince(version: string, since: string): boolean {
  return version.localeCompare(since, 'en', { numeric: true }) >= 0
}

/** The `wx` of one process. Whatever the bundle reads and the harness lacks is written down as a trouble. */
export function createWx({ host, phone, launch, transfers, navigation, tapping }: WxWorld): WxPart {
  const { files, network, issuer } = phone
  const gate = privacyGate(host, phone.privacy)
  const target: WxPart = {
    ...systemApi(host, phone.settings, issuer.appid, launch),
    ...storageApi(host, phone.storage),
    ...filesApi(host, files, tapping),
    ...(isSince(phone.settings.SDKVersion, canvasSince) ? canvasApi(host, files) : {}),
    ...mediaApi(host, files, phone.photos, gate.pass),
    ...networkApi(host, { network, transfers, files, appid: issuer.appid }),
    ...accountApi(host, phone.account, issuer, tapping),
    ...uiApi(host, phone.dialogs),
    ...gate.api,
    ...navigation,
    ...listeners,
    ...attentionApi(host),
    createSelectorQuery: () => selectorQuery(host),
    createIntersectionObserver: () => quietObserver,
    canIUse: (name: unknown) => typeof name === 'string' && (name.split('.')[0] ?? '') in target,
  }
  return new Proxy(target, {
    get(from, name) {
      if (typeof name === 'string' && !(name in from) && !allowedAbsent.has(name)) {
        host.troubles.add('unknownWx', 'wx', name)
      }
      return Reflect.get(from, name) as unknown
    },
  })
}

/** Told by the process, see `hide` and `show` there. */
const attentionApi = ({ attention }: Host): WxPart => ({
  onAppShow: (listener: () => void) => void attention.shown.add(listener),
  offAppShow: (listener: () => void) => void attention.shown.delete(listener),
  onAppHide: (listener: () => void) => void attention.hidden.add(listener),
  offAppHide: (listener: () => void) => void attention.hidden.delete(listener),
})

const quietObserver = {
  relativeTo: () => quietObserver,
  relativeToViewport: () => quietObserver,
  observe: () => undefined,
  disconnect: () => undefined,
}

// Kept by nobody: what they would tell of is sent through App and Page, or never happens here.
const listeners: WxPart = Object.fromEntries(
  [
    'onError',
    'offError',
    'onUnhandledRejection',
    'offUnhandledRejection',
    'onPageNotFound',
    'onThemeChange',
    'onWindowResize',
    'offWindowResize',
    'onMemoryWarning',
    'onKeyboardHeightChange',
    'offKeyboardHeightChange',
    'onUserCaptureScreen',
    'offUserCaptureScreen',
  ].map((name) => [name, () => undefined]),
)
