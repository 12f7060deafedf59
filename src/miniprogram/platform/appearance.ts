import Taro from '@tarojs/taro'

/** `fontSizeScaleFactor` is not in Taro's types; older base libraries give the size alone. */
interface FontInfo {
  fontSizeSetting?: number
  fontSizeScaleFactor?: number
}

export interface TopEdge {
  /** dp. 0 in a browser. */
  statusBar: number
  /** WeChat's own button at the top right, which nothing can cover. dp from the top left corner. */
  capsule?: { top: number; bottom: number; left: number; right: number }
}

// WeChat's standard size of text in px (design/elderly.html): 17 on iOS, 16 on Android.
const standardSize = { apple: 17, other: 16 }
const smallest = 1
const largest = 1.7

const bounded = (factor: number) => Math.min(largest, Math.max(smallest, factor))
const isSize = (value: unknown): value is number => typeof value === 'number' && value > 0

function scaleInWechat(): number {
  try {
    const { fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as FontInfo
    if (isSize(fontSizeScaleFactor)) return bounded(fontSizeScaleFactor)
    if (!isSize(fontSizeSetting)) return smallest
    const isApple = /ios/i.test(Taro.getDeviceInfo().platform)
    return bounded(fontSizeSetting / (isApple ? standardSize.apple : standardSize.other))
  } catch {
    return smallest
  }
}

function edgeInWechat(): TopEdge {
  try {
    const { statusBarHeight } = Taro.getWindowInfo()
    const { top, bottom, left, right } = Taro.getMenuButtonBoundingClientRect()
    return {
      statusBar: isSize(statusBarHeight) ? statusBarHeight : 0,
      ...(isSize(bottom) ? { capsule: { top, bottom, left, right } } : {}),
    }
  } catch {
    return { statusBar: 0 }
  }
}

/**
 * How much larger than standard this person has set text in WeChat, 1 to 1.7 (关怀模式 1.4). Never below 1:
 * 18 dp is the floor. In a browser 1: there the browser's own zoom does it.
 */
export const fontScaleOfPhone: () => number =
  process.env.TARO_ENV === 'weapp' ? scaleInWechat : () => smallest

/** What the phone and WeChat occupy at the upper edge of the window. */
export const topEdge: () => TopEdge =
  process.env.TARO_ENV === 'weapp' ? edgeInWechat : () => ({ statusBar: 0 })
