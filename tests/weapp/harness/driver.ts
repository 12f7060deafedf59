import { Hand } from './hand'
import { measure, type PageFigures } from './measure'
import { type TreeNode } from './nodeTable'
import { type OpenPage } from './page'
import { Pending } from './pending'
import { type Phone } from './phone'
import { Process } from './process'
import { type FunctionMode } from './realm'
import { type SetDataRecord } from './setData'
import { textsOf } from './tree'

/** What one action caused. */
export interface Effect {
  setData: SetDataRecord[]
  /** Bytes of all of them. */
  bytes: number
}

/** The driver: a person with a phone. Every action returns when the mini program has come to rest. */
export class MiniProgram {
  private readonly pending = new Pending()
  private current: Process | undefined

  constructor(
    private readonly dist: string,
    private readonly functionMode: FunctionMode,
    readonly phone: Phone,
  ) {}

  /** Starts a fresh process. Storage, saved files and consents are still there, temporary files are not. */
  async launch(path?: string): Promise<Effect> {
    this.current?.kill()
    const first = new Process(this.dist, this.phone, this.pending, this.functionMode, path)
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

  /** @param inside label of the group around it, where two things have the same name. Also below. */
  tap(name: string, inside?: string): Promise<Effect> {
    return this.after(() => this.hand.tap(name, inside))
  }

  longPress(name: string, inside?: string): Promise<Effect> {
    return this.after(() => this.hand.longPress(name, inside))
  }

  /** Taps an answer and makes sure it is now chosen, unless the page has moved on. */
  async choose(answer: string, inside?: string): Promise<Effect> {
    const effect = await this.tap(answer, inside)
    const checked = this.sees(answer, inside) ? this.attr(answer, 'aria-checked', inside) : undefined
    if (String(checked) === 'false') throw new Error(`“${answer}” was tapped and is not chosen`)
    return effect
  }

  /** Types a whole text and leaves the field. */
  input(label: string, value: string, inside?: string): Promise<Effect> {
    return this.after(() => this.hand.input(label, value, inside))
  }

  /** One keystroke: `value` is the whole text after it. */
  type(label: string, value: string, inside?: string): Promise<Effect> {
    return this.after(() => this.hand.type(label, value, inside))
  }

  /** Any other event of a component: a switch's or a picker's `change`. */
  event(name: string, type: string, detail: Record<string, unknown>, inside?: string): Promise<Effect> {
    return this.after(() => this.hand.event(name, type, detail, inside))
  }

  /** Whether a person could find something called so on the open page. */
  sees(name: string, inside?: string): boolean {
    return this.hand.finder.sees(name, inside)
  }

  /** An attribute of the named thing as it reaches the phone: `aria-checked`, `value`, `src`. */
  attr(name: string, attribute: string, inside?: string): unknown {
    return this.hand.finder.attr(name, attribute, inside)
  }

  isDisabled(name: string, inside?: string): boolean {
    return this.hand.finder.isDisabled(name, inside)
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

  /** The same while things go on: nobody waits for them. */
  timePasses(ms: number): void {
    this.running.advance(ms)
  }

  idle(): Promise<void> {
    return this.pending.idle()
  }

  until(what: string, check: () => boolean): Promise<void> {
    return this.pending.until(what, check)
  }

  get page(): OpenPage {
    const page = this.running.navigation.top
    if (!page) throw new Error(`no page is open; troubles: ${JSON.stringify(this.phone.troubles.list)}`)
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

  private get hand(): Hand {
    return new Hand(this.running)
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
