import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { constantsFor } from '../../../config/constants'
import { Hand } from './hand'
import { measure, type PageFigures } from './measure'
import { Network } from './network'
import { type TreeNode } from './nodeTable'
import { type OpenPage } from './page'
import { Pending } from './pending'
import { Phone } from './phone'
import { Process } from './process'
import { type FunctionMode } from './realm'
import { type SetDataRecord } from './setData'
import { textsOf } from './tree'
import { type CodeIssuer } from './wxAccount'

export interface StartOptions {
  /** Folder of the built mini program. */
  dist: string
  /** Where the API under test listens. Without it the phone is offline. */
  apiUrl?: string
  /** Gives out login codes: the stand-in for WeChat's server. */
  wechat?: CodeIssuer
  functionMode?: FunctionMode
  /** Page to launch at, with query. The first page of app.json when absent. */
  path?: string
  /** The phone's date and time at launch; real time when absent. */
  now?: Date
}

/** What one action caused. */
export interface Effect {
  setData: SetDataRecord[]
  /** Bytes of all of them. */
  bytes: number
}

const nobody: CodeIssuer = { appid: 'wx0123456789abcdef', issueCode: () => 'no-stand-in' }

/** The origin compiled into the dist as the API's. */
export function builtApiBase(): string {
  return JSON.parse(constantsFor('weapp', process.env).API_BASE ?? '""') as string
}

/**
 * Launches a built mini program on a phone of its own.
 * @throws when the dist is missing: build it first with `npm run build:weapp`.
 */
export async function startMiniProgram(options: StartOptions): Promise<MiniProgram> {
  if (!existsSync(join(options.dist, 'app.json'))) {
    throw new Error(`${options.dist} 里没有小程序，请先运行 npm run build:weapp`)
  }
  const phone = new Phone(new Network(builtApiBase(), options.apiUrl), options.wechat ?? nobody)
  if (options.now) phone.clock.set(options.now)
  const program = new MiniProgram(options, phone)
  await program.launch(options.path)
  return program
}

/** Runs a test on a fresh phone: ends it whatever happens, and fails when the program had troubles of its own. */
export async function withMiniProgram(
  options: StartOptions,
  act: (program: MiniProgram) => Promise<void> | void,
): Promise<void> {
  const program = await startMiniProgram(options)
  try {
    await act(program)
    await program.idle()
    program.assertHealthy()
  } finally {
    program.end()
  }
}

/** The driver: a person with a phone. Every action returns when the mini program has come to rest. */
export class MiniProgram {
  readonly hand = new Hand(() => this.running)
  private readonly pending = new Pending()
  private current: Process | undefined

  constructor(
    private readonly options: StartOptions,
    readonly phone: Phone,
  ) {}

  /** Starts a fresh process. Storage, saved files and consents are still there, temporary files are not. */
  async launch(path?: string): Promise<Effect> {
    this.current?.kill()
    const { dist, functionMode = 'throwing' } = this.options
    const first = new Process(dist, this.phone, this.pending, functionMode, path)
    this.current = first
    return this.after(() => first.start())
  }

  /** WeChat kills the program at any moment; the person opens it again. */
  relaunch(path?: string): Promise<Effect> {
    return this.launch(path)
  }

  /** Opens a page as a link inside the program would: `/packages/tracking/case/index?id=…`. */
  open(path: string): Promise<Effect> {
    return this.after(() => this.running.goTo(path))
  }

  back(): Promise<Effect> {
    return this.after(() => void this.running.navigation.back(1))
  }

  /** Taps an entry of the tab bar. */
  async tab(text: string): Promise<Effect> {
    const entry = this.running.tabs.find((tab) => tab.text === text)
    if (!entry) throw new Error(`no tab “${text}”`)
    return this.after(() => void this.running.navigation.switchTo(entry.pagePath))
  }

  tap(name: string): Promise<Effect> {
    return this.after(() => this.hand.tap(name))
  }

  /** Taps an answer and makes sure it is now chosen. */
  async choose(name: string): Promise<Effect> {
    const effect = await this.tap(name)
    const checked = this.hand.sees(name) ? this.hand.attr(name, 'aria-checked') : undefined
    if (checked === 'false' || checked === false) throw new Error(`“${name}” was tapped and is not chosen`)
    return effect
  }

  input(label: string, value: string): Promise<Effect> {
    return this.after(() => this.hand.input(label, value))
  }

  /** One keystroke: `value` is the whole text after it. */
  type(label: string, value: string): Promise<Effect> {
    return this.after(() => this.hand.type(label, value))
  }

  event(name: string, type: string, detail: Record<string, unknown>): Promise<Effect> {
    return this.after(() => this.hand.event(name, type, detail))
  }

  /** The files the person will choose when next asked; tap the button that asks afterwards. */
  pickPhoto(...files: string[]): void {
    this.phone.photos.push(files)
  }

  pullDown(): Promise<Effect> {
    return this.after(() => this.page.call('onPullDownRefresh'))
  }

  hide(): Promise<Effect> {
    return this.after(() => this.running.hide())
  }

  show(): Promise<Effect> {
    return this.after(() => this.running.show())
  }

  /** Lets time pass: long timers fire, codes and sessions grow old, requests in the background are cut. */
  advance(ms: number): Promise<Effect> {
    return this.after(() => this.running.advance(ms))
  }

  idle(): Promise<void> {
    return this.pending.idle()
  }

  until(what: string, check: () => boolean): Promise<void> {
    return this.pending.until(what, check)
  }

  get page(): OpenPage {
    const page = this.running.navigation.top
    if (!page) throw new Error('no page is open')
    return page
  }

  get route(): string {
    return this.page.route
  }

  /** What App() was given: where a tiny program can leave something for a test. */
  get app(): Record<string, unknown> {
    return this.running.appObject
  }

  get tabs(): readonly { pagePath: string; text: string }[] {
    return this.running.tabs
  }

  /** Every page of app.json. */
  get routes(): string[] {
    return this.running.navigation.allRoutes
  }

  get tree(): TreeNode[] {
    return this.page.tree
  }

  texts(): string[] {
    return textsOf(this.tree)
  }

  /** All texts of the page in one string, for `toContain`. */
  text(): string {
    return this.texts().join('\n')
  }

  figures(): PageFigures {
    return measure(this.running.table, this.tree)
  }

  /** Ends the program and its phone. */
  end(): void {
    this.current?.kill()
    this.current = undefined
    this.phone.files.destroy()
  }

  /** @throws when anything went wrong that no test has taken. */
  assertHealthy(): void {
    const lines = this.phone.troubles.list.map(({ kind, where, text }) => `${kind} in ${where}: ${text}`)
    if (lines.length > 0) throw new Error(`the mini program had troubles:\n${lines.join('\n')}`)
  }

  private get running(): Process {
    if (!this.current) throw new Error('the mini program is not running')
    return this.current
  }

  private async after(act: () => void): Promise<Effect> {
    const before = this.phone.setData.length
    act()
    await this.idle()
    const setData = this.phone.setData.slice(before)
    return { setData, bytes: setData.reduce((sum, { bytes }) => sum + bytes, 0) }
  }
}
