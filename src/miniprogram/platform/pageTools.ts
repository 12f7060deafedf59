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
