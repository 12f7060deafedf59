import Taro from '@tarojs/taro'

/** From base library 2.23.4 on; Taro's types do not know the factor. */
interface FontInfo {
  fontSizeSetting?: number
  fontSizeScaleFactor?: number
}

// WeChat's standard size of text in px (design/elderly.html): 17 on iOS, 16 on Android.
const standardSize = { ios: 17, other: 16 }
const smallest = 1
const largest = 1.7

const bounded = (factor: number) => Math.min(largest, Math.max(smallest, factor))
const isSize = (value: unknown): value is number => typeof value === 'number' && value > 0

/**
 * How much larger than standard this person has set text in WeChat, 1 to 1.7 (关怀模式 1.4). Never below 1:
 * 18 dp is the floor. In a browser 1: there the browser's own zoom does it.
 */
export function fontScaleOfPhone(): number {
  if (process.env.TARO_ENV !== 'weapp') return smallest
  try {
    const { fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as FontInfo
    if (isSize(fontSizeScaleFactor)) return bounded(fontSizeScaleFactor)
    if (!isSize(fontSizeSetting)) return smallest
    const isApple = /ios/i.test(Taro.getDeviceInfo().platform)
    return bounded(fontSizeSetting / (isApple ? standardSize.ios : standardSize.other))
  } catch {
    return smallest
  }
}

export interface TopEdge {
  /** dp. 0 in a browser. */
  statusBar: number
  /** WeChat's own button at the top right, which nothing can cover. dp from the top left corner. */
  capsule?: { top: number; bottom: number; left: number; right: number }
}

/** What the phone and WeChat occupy at the upper edge of the window. */
export function topEdge(): TopEdge {
  if (process.env.TARO_ENV !== 'weapp') return { statusBar: 0 }
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
