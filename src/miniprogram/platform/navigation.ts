import Taro from '@tarojs/taro'
import { addresses, isTab, type Page, type Tab } from './addresses'
import { pagesDeep } from './limits'

export type Query = Readonly<Record<string, string>>
export type Moved = 'moved' | 'failed'

let moving = false

// On a slow phone a second tap comes before the first page stands: it would open the page twice.
async function once(move: () => Promise<unknown>): Promise<Moved> {
  if (moving) return 'moved'
  moving = true
  try {
    await move()
    return 'moved'
  } catch {
    return 'failed'
  } finally {
    moving = false
  }
}

function addressOf(page: Page, query: Query = {}): string {
  const pairs = Object.keys(query).map((name) => `${name}=${encodeURIComponent(query[name] ?? '')}`)
  return pairs.length === 0 ? addresses[page] : `${addresses[page]}?${pairs.join('&')}`
}

/** Changes to a tab page. */
export function switchTab(tab: Tab): Promise<Moved> {
  return once(() => Taro.switchTab({ url: addresses[tab] }))
}

/**
 * Opens a page above the present one; a tab page is switched to, without query.
 * At the platform's depth limit the present page is replaced instead, because opening would fail.
 */
export function open(page: Page, query?: Query): Promise<Moved> {
  if (isTab(page)) return switchTab(page)
  const url = addressOf(page, query)
  const isDeep = Taro.getCurrentPages().length >= pagesDeep
  return once(() => (isDeep ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })))
}

/** Puts a page in the place of the present one, so that "back" does not return to it. */
export function replace(page: Page, query?: Query): Promise<Moved> {
  if (isTab(page)) return switchTab(page)
  return once(() => Taro.redirectTo({ url: addressOf(page, query) }))
}

/** One page back; home when there is none (the page was opened by a message or a link). */
export function back(): Promise<Moved> {
  if (Taro.getCurrentPages().length <= 1) return switchTab('home')
  return once(() => Taro.navigateBack({ delta: 1 }))
}

// Taro adds these to tell two visits of one page apart.
const marksOfTaro = ['stamp', '$taroTimestamp']

/**
 * The query a page was opened with, as written by {@link open}. Takes what `useLoad` hands over.
 * Neither WeChat nor Taro's hash router decodes the values (measured on H5, documented for WeChat).
 */
export function readQuery(raw: Readonly<Record<string, string | undefined>> | undefined): Query {
  const query: Record<string, string> = {}
  for (const name of Object.keys(raw ?? {})) {
    const value = raw?.[name]
    if (typeof value === 'string' && marksOfTaro.indexOf(name) < 0) query[name] = decoded(value)
  }
  return query
}

/** The query of the page that is opening, known before its first render: what it shows needs no second setData. */
export function queryOfPage(): Query {
  return readQuery(Taro.getCurrentInstance().router?.params)
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
