import { isWeapp } from './target'

/**
 * Mends the tab bar of H5, which Taro draws as bare `javascript:` links beside the page: gives it a place among the
 * landmarks (axe: region), and keeps the browser from following the links after Taro has switched, which the content
 * security policy forbids and reports as an error (measured). WeChat draws its own.
 */
export function mendTabBar(): void {
  if (isWeapp) return
  const bar = document.querySelector('taro-tabbar')
  bar?.setAttribute('role', 'navigation')
  bar?.setAttribute('aria-label', '四个主要页面')
  bar?.addEventListener('click', (event) => event.preventDefault())
}
