import { addresses } from './addresses'
import { switchTab } from './navigation'

/**
 * Leaves for 首页 at once and leaves no way back to what was on the screen. WeChat closes all pages above a tab by
 * itself; a browser would show them again with "back" and "forward".
 */
export const leave: () => void = process.env.TARO_ENV === 'h5' ? leaveBrowser : goHome

function goHome(): void {
  void switchTab('home')
}

function leaveBrowser(): void {
  goHome()
  forgetWayBack()
}

const home = `#${addresses.home}`
let isForgetting = false

/** Taro's router counts in the state of each entry how many of ours lie before it. */
const entriesBefore = () => (window.history.state as { idx?: number } | null)?.idx ?? 0

/**
 * A browser lets nobody delete entries of its history, but going back to the first one and adding another drops all
 * that came after it.
 */
function forgetWayBack(): void {
  if (isForgetting) return
  const before = entriesBefore()
  if (before === 0) return startAnew()
  isForgetting = true
  const arrived = () => {
    window.removeEventListener('popstate', arrived, true)
    isForgetting = false
    startAnew()
  }
  // Before the router, which then finds 首页 where it was opened from and shows nothing else meanwhile.
  window.addEventListener('popstate', arrived, true)
  window.history.go(-before)
}

function startAnew(): void {
  window.history.replaceState({ idx: 0 }, '', home)
  window.history.pushState({ idx: 1 }, '', home)
}
