import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Events } from './events'
import { Host, type Bag, type WxOptions } from './host'
import { Modules, type AppJson } from './modules'
import { Navigation, parseAddress } from './navigation'
import { NodeTable } from './nodeTable'
import { OpenPage, type Definition } from './page'
import { type Pending } from './pending'
import { type Phone } from './phone'
import { createRealm, type FunctionMode } from './realm'
import { watchRejections } from './rejections'
import { Timers } from './timers'
import { Transfers } from './transfer'
import { createWx } from './wx'

/** WeChat interrupts requests that are still running this long after the mini program was left. */
export const backgroundMs = 5000

/** One life of the mini program, from launch until WeChat kills it. */
export class Process {
  readonly host: Host
  readonly navigation: Navigation
  readonly events: Events
  readonly table: NodeTable
  readonly timers: Timers
  /** A tap is being handled: some calls are allowed only then. */
  tapping = false
  private hiddenAt: number | undefined
  private readonly modules: Modules
  private readonly transfers: Transfers
  private readonly appJson: AppJson
  private readonly definitions = new Map<string, Definition>()
  private readonly startedAt = performance.now()
  private app: Bag = {}
  private loading = ''
  private readonly launchAt: string
  private readonly unwatch: () => void

  constructor(
    private readonly dist: string,
    private readonly phone: Phone,
    pending: Pending,
    functionMode: FunctionMode,
    path: string | undefined,
  ) {
    const realm = createRealm(functionMode, phone.clock)
    const { troubles } = phone
    this.appJson = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson
    this.launchAt = `/${(path ?? this.appJson.pages[0] ?? '').replace(/^\//, '')}`
    this.host = new Host(realm, pending, troubles, phone.clock, phone.calls)
    this.table = new NodeTable(readFileSync(join(dist, 'base.wxml'), 'utf8'))
    this.modules = new Modules(dist, this.appJson, realm)
    this.timers = new Timers(phone.clock, pending, (where, run) => this.host.enter(where, run))
    this.transfers = new Transfers(this.host, phone.network, this.appJson.networkTimeout)
    this.events = new Events(this.host, this.table)
    this.navigation = new Navigation(this.appJson, this.host, (route, query) => this.createPage(route, query))
    this.unwatch = watchRejections((reason, promise) => {
      const own = realm.owns(promise)
      if (own) troubles.add('rejection', 'promise', reason)
      return own
    })
    Object.assign(realm.globals, this.globals())
  }

  /** Loads app.js, launches, and opens the first page. */
  start(): void {
    const options = this.launchOptions()
    this.host.enter('app.js', () => void this.modules.load('app.js'))
    this.callApp('onLaunch', options)
    this.callApp('onShow', options)
    const outcome = this.navigation.relaunchAt(parseAddress(this.launchAt))
    if ('fail' in outcome) this.host.troubles.add('exception', 'launch', outcome.fail)
  }

  get appObject(): Bag {
    return this.app
  }

  get tabs(): { pagePath: string; text: string }[] {
    return this.appJson.tabBar?.list ?? []
  }

  /** Opens a page the way the program itself would. */
  goTo(path: string): void {
    const { navigateTo, switchTab } = this.navigation.api as Record<string, (options: WxOptions) => void>
    const go = this.navigation.isTab(parseAddress(path).route) ? switchTab : navigateTo
    go?.({ url: path, fail: (answer) => this.host.troubles.add('exception', path, answer) })
  }

  agreePrivacy(): void {
    this.phone.privacy.agree()
  }

  hide(): void {
    this.hiddenAt = this.phone.clock.elapsed()
    this.navigation.top?.call('onHide')
    this.callApp('onHide')
    for (const listener of this.host.attention.hidden) this.host.enter('onAppHide', listener)
  }

  show(): void {
    this.hiddenAt = undefined
    this.callApp('onShow', this.launchOptions())
    for (const listener of this.host.attention.shown) this.host.enter('onAppShow', listener)
    this.navigation.top?.call('onShow')
  }

  /** Lets time pass without waiting for it. */
  advance(ms: number): void {
    this.phone.clock.skip(ms)
    if (this.hiddenAt !== undefined && this.phone.clock.elapsed() - this.hiddenAt >= backgroundMs) {
      this.transfers.interrupt()
    }
    this.transfers.expire()
    this.timers.fireDue()
  }

  /** What WeChat does when it needs the memory: no code of the program runs any more. */
  kill(): void {
    this.host.alive = false
    this.timers.stop()
    this.transfers.interrupt()
    this.unwatch()
    this.phone.files.dropTemporary()
  }

  private launchOptions(): Bag {
    const { route, query } = parseAddress(this.launchAt)
    return this.host.realm.copy({ path: route, query, scene: 1001, referrerInfo: {} })
  }

  private callApp(name: string, options?: Bag): void {
    const method = this.app[name]
    if (typeof method === 'function')
      this.host.enter(`App.${name}`, () => void method.call(this.app, options))
  }

  private globals(): Bag {
    const { host, phone, timers } = this
    const define = (definition: unknown) => this.definitions.set(this.loading, definition as Definition)
    const say =
      (level: string) =>
      (...words: unknown[]) => {
        if (level === 'error' || level === 'warn')
          host.troubles.add('console', level, words.map(String).join(' '))
      }
    return {
      console: Object.fromEntries(
        ['log', 'info', 'debug', 'warn', 'error', 'group', 'groupEnd'].map((l) => [l, say(l)]),
      ),
      setTimeout: timers.setTimeout,
      setInterval: timers.setInterval,
      clearTimeout: timers.clear,
      clearInterval: timers.clear,
      wx: createWx({
        host,
        phone,
        launch: this.launchOptions(),
        transfers: this.transfers,
        navigation: this.navigation.api,
        tapping: () => this.tapping,
      }),
      App: (app: Bag) => {
        this.app = app
        if (typeof app.onError === 'function')
          host.onError = (text) => void (app.onError as (t: string) => void)(text)
      },
      Page: define,
      Component: define,
      Behavior: (behavior: unknown) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.navigation.stack.map((page) => page.instance),
      requirePlugin: () => undefined,
      __wxConfig: host.realm.copy(this.appJson),
    }
  }

  /** What the file hands to Page() or Component(). */
  private define(path: string): Definition | undefined {
    const known = this.definitions.get(path)
    if (known || !existsSync(join(this.dist, `${path}.js`))) return known
    this.loading = path
    this.host.enter(`${path}.js`, () => void this.modules.load(`${path}.js`, `${path}.js`))
    return this.definitions.get(path)
  }

  private createPage(route: string, query: Record<string, string>): OpenPage | undefined {
    const { usingComponents = {} } = JSON.parse(readFileSync(join(this.dist, `${route}.json`), 'utf8')) as {
      usingComponents?: Record<string, string>
    }
    const components = Object.entries(usingComponents).map(
      ([name, path]) => [name, this.define(posix.join(posix.dirname(route), path))] as const,
    )
    const definition = this.define(route)
    if (!definition) return undefined
    const wrapper = components.find(([name]) => name === 'custom-wrapper')?.[1]
    const { host, table, phone, startedAt } = this
    return new OpenPage({ host, table, setData: phone.setData, wrapper, startedAt }, definition, route, query)
  }
}
