import Taro from '@tarojs/taro'

/** The words in the bar above the page. Never anything about a child: the bar shows in recordings and app lists. */
export function nameThePage(title: string): void {
  void Taro.setNavigationBarTitle({ title })
}

/** Takes away the dots of a pull-down once the page is fresh. */
export function endPullDown(): void {
  Taro.stopPullDownRefresh()
}

/** Brings the top of the page, where the question or the error stands, into sight at once. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

/** Brings the element with this id into sight. Nothing happens where there is none. */
export function scrollToId(id: string): void {
  // WeChat's own header lies above the page, H5 has none; a little paper stays above the words on both.
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 0, fail: () => undefined })
}
