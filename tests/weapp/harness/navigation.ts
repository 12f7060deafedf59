import { posix } from 'node:path'
import { textOf, type Host, type Outcome, type WxOptions, type WxPart } from './host'
import { type AppJson } from './modules'
import { type OpenPage } from './page'

const deepest = 10
const tabPage = 'can not navigate to a tabbar page'

interface Target {
  route: string
  query: Record<string, string>
}

/** Values stay as they are in the address: WeChat does not decode them. */
export function parseAddress(url: string, from = ''): Target {
  const [path = '', search = ''] = url.split('?')
  const route = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path)
  const pairs = search.split('&').filter((pair) => pair !== '')
  return {
    route,
    query: Object.fromEntries(
      pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]),
    ),
  }
}

/** The page stack, with WeChat's rules. Tab pages stay alive, all others go when they are left. */
export class Navigation {
  readonly stack: OpenPage[] = []
  private readonly tabs = new Map<string, OpenPage>()
  private readonly routes: Set<string>
  private readonly tabRoutes: Set<string>

  constructor(
    app: AppJson,
    private readonly host: Host,
    private readonly create: (route: string, query: Record<string, string>) => OpenPage | undefined,
  ) {
    const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => posix.join(root, page)),
    )
    this.routes = new Set([...app.pages, ...inPackages])
    this.tabRoutes = new Set((app.tabBar?.list ?? []).map(({ pagePath }) => pagePath))
  }

  get top(): OpenPage | undefined {
    return this.stack.at(-1)
  }

  get allRoutes(): string[] {
    return [...this.routes]
  }

  isTab(route: string): boolean {
    return this.tabRoutes.has(route)
  }

  readonly api: WxPart = {
    navigateTo: (options: WxOptions) =>
      this.go('navigateTo', options, (target) => {
        if (this.isTab(target.route)) return { fail: tabPage }
        if (this.stack.length >= deepest) return { fail: 'webview count limit exceed' }
        this.top?.call('onHide')
        return this.show(target)
      }),
    redirectTo: (options: WxOptions) =>
      this.go('redirectTo', options, (target) => {
        if (this.isTab(target.route)) return { fail: tabPage }
        this.drop(this.stack.length - 1)
        return this.show(target)
      }),
    reLaunch: (options: WxOptions) => this.go('reLaunch', options, (target) => this.relaunchAt(target)),
    switchTab: (options: WxOptions) =>
      this.go('switchTab', options, (target) => {
        if (!this.isTab(target.route)) return { fail: 'can not switch to no-tabBar page' }
        if (Object.keys(target.query).length > 0) return { fail: 'url not support queryString' }
        return this.switchTo(target.route)
      }),
    navigateBack: (options: WxOptions = {}) => {
      const end = this.host.pending.begin('navigateBack')
      setImmediate(() => {
        end()
        this.host.answer('navigateBack', options, this.back(Number(options.delta ?? 1)))
      })
    },
  }

  /** What a launch or wx.reLaunch does: everything is closed, then this page opens. */
  relaunchAt(target: Target): Outcome {
    for (const page of this.tabs.values()) if (!this.stack.includes(page)) page.unload()
    this.tabs.clear()
    this.drop(0)
    return this.show(target)
  }

  switchTo(route: string): Outcome {
    if (this.top?.route === route) return { ok: {} }
    const leaving = this.top
    if (leaving && this.isTab(leaving.route)) leaving.call('onHide')
    this.drop(0, (page) => this.isTab(page.route))
    const known = this.tabs.get(route)
    if (!known) return this.show({ route, query: {} })
    this.stack.push(known)
    known.call('onShow')
    return { ok: {} }
  }

  back(delta: number): Outcome {
    if (this.stack.length < 2) return { fail: 'cannot navigate back at first page.' }
    this.drop(Math.max(1, this.stack.length - Math.max(1, delta)))
    this.top?.call('onShow')
    return { ok: {} }
  }

  private go(name: string, options: WxOptions, act: (target: Target) => Outcome): void {
    const target = parseAddress(textOf(options.url), this.top?.route)
    // The platform changes pages after the handler that asked for it has returned.
    this.host.pending.later(`wx.${name}`, () => {
      const known = this.routes.has(target.route)
      this.host.answer(name, options, known ? act(target) : { fail: `page "${target.route}" is not found` })
    })
  }

  private show({ route, query }: Target): Outcome {
    if (!this.routes.has(route)) return { fail: `page "${route}" is not found` }
    const page = this.create(route, query)
    if (!page) return { fail: `page "${route}" could not be loaded` }
    this.stack.push(page)
    if (this.isTab(route)) this.tabs.set(route, page)
    page.load()
    return { ok: {} }
  }

  private drop(keep: number, stays: (page: OpenPage) => boolean = () => false): void {
    while (this.stack.length > keep) {
      const page = this.stack.pop()
      if (page && !stays(page)) page.unload()
    }
  }
}
