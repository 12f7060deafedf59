import { randomBytes } from 'node:crypto'
import { type Bag, type Host, type WxOptions, type WxPart } from './host'

/** A cheap Android phone. A test may change what the person has set. */
export interface PhoneSettings extends Bag {
  /** 16 is WeChat's standard size; 长辈 often choose 20 or 23. */
  fontSizeSetting: number
  SDKVersion: string
}

export const cheapPhone: PhoneSettings = { fontSizeSetting: 16, SDKVersion: '3.4.2' }

const device = {
  brand: 'Redmi',
  model: 'Redmi 9A',
  system: 'Android 10',
  platform: 'android',
  benchmarkLevel: 8,
}
const screen = {
  pixelRatio: 2,
  screenWidth: 360,
  screenHeight: 800,
  windowWidth: 360,
  windowHeight: 680,
  statusBarHeight: 24,
  screenTop: 88,
  safeArea: { left: 0, right: 360, top: 24, bottom: 800, width: 360, height: 776 },
}
const capsule = { width: 87, height: 32, left: 266, right: 353, top: 28, bottom: 60 }

// The product uses no place of the person, nor anything else that needs one of these.
const neverCalled = [
  'getLocation',
  'getFuzzyLocation',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'onLocationChange',
  'getUserProfile',
  'getUserInfo',
  'getClipboardData',
  'setClipboardData',
] as const

/** What the program can learn about the phone, and the calls it must never make. */
export function systemApi(host: Host, settings: PhoneSettings, appid: string, launch: Bag): WxPart {
  const app = () => ({
    ...settings,
    fontSizeScaleFactor: settings.fontSizeSetting / 16,
    version: '8.0.49',
    language: 'zh_CN',
    theme: 'light',
    host: { env: 'WeChat' },
  })
  const everything = () => ({ ...device, ...screen, ...app() })
  const sync = (read: () => Bag) => () => host.realm.copy(read())
  const forbidden = neverCalled.map((name) => [
    name,
    (options: WxOptions = {}) => {
      host.troubles.add('forbidden', `wx.${name}`, 'the product never calls this')
      host.answer(name, options, { fail: 'auth deny' })
    },
  ])
  return {
    ...(Object.fromEntries(forbidden) as WxPart),
    getSystemInfoSync: sync(everything),
    getSystemInfo: (options: WxOptions = {}) => host.answer('getSystemInfo', options, { ok: everything() }),
    getAppBaseInfo: sync(app),
    getDeviceInfo: sync(() => device),
    getWindowInfo: sync(() => screen),
    getSystemSetting: sync(() => ({ wifiEnabled: true, deviceOrientation: 'portrait' })),
    getMenuButtonBoundingClientRect: sync(() => capsule),
    getAccountInfoSync: sync(() => ({
      miniProgram: { appId: appid, envVersion: 'release', version: '0.1.0' },
    })),
    getLaunchOptionsSync: sync(() => launch),
    getEnterOptionsSync: sync(() => launch),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getUserCryptoManager: () => ({
      getRandomValues(options: WxOptions) {
        const length = typeof options.length === 'number' ? options.length : 0
        host.answer('getRandomValues', options, { ok: { randomValues: new Uint8Array(randomBytes(length)) } })
      },
    }),
  }
}
