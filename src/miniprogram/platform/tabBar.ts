import { isWeapp } from './target'

/**
 * Gives the tab bar its place among the landmarks. Taro draws it on H5 as bare links beside the page (axe: region),
 * so whoever goes from landmark to landmark would never meet it. WeChat draws and names its own.
 */
export function nameTabBar(): void {
  if (isWeapp) return
  const bar = document.querySelector('taro-tabbar')
  bar?.setAttribute('role', 'navigation')
  bar?.setAttribute('aria-label', '四个主要页面')
}
