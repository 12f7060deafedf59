import { Finder, type Purpose } from './finder'
import { type Bag } from './host'
import { type OpenPage } from './page'
import { type Process } from './process'
import { isDisabled, wayUp, type Placed } from './tree'

// WeChat's own limit when a field has no maxlength.
const usualLength = 140

/** The person's finger: acts on what it finds on the open page. Names and `inside` as in Finder. */
export class Hand {
  constructor(private readonly process: Process) {}

  tap(name: string, inside?: string): void {
    const { process } = this
    const placed = this.find(name, { hears: 'tap' }, inside)
    process.tapping = true
    // A promise chain of the handler still counts as the tap, a network answer does not.
    setTimeout(() => (process.tapping = false), 0)
    this.act(placed, name, 'tap', { x: 180, y: 300 })
    const openTypes = wayUp(placed).map((node) => process.table.attr(node, 'open-type'))
    if (openTypes.includes('agreePrivacyAuthorization')) this.agreePrivacy(placed)
  }

  longPress(name: string, inside?: string): void {
    this.event(name, 'longpress', {}, inside)
  }

  /** Types into a field: focus, the whole text at once, blur. */
  input(label: string, value: string, inside?: string): void {
    const field = this.find(label, { typed: true }, inside)
    const kept = this.fitting(field, value)
    this.send(field, 'focus', {
      value: String(this.process.table.attr(field.node, 'value') ?? ''),
      height: 0,
    })
    this.type(label, value, inside)
    // The tree may have changed while typing.
    const left = this.find(label, { typed: true }, inside)
    this.send(left, 'blur', { value: kept, cursor: kept.length })
  }

  /** One `input` event, as one keystroke makes it. `value` is the whole text after it. */
  type(label: string, value: string, inside?: string): void {
    const field = this.find(label, { typed: true }, inside)
    const kept = this.fitting(field, value)
    this.act(field, label, 'input', { value: kept, cursor: kept.length, keyCode: 0 })
  }

  /** Sends a component's event to the thing with this name: a picker's or a switch's `change`, `confirm`, … */
  event(name: string, type: string, detail: Bag, inside?: string): void {
    this.act(this.find(name, { hears: type }, inside), name, type, detail)
  }

  get finder(): Finder {
    return new Finder(this.process.table, this.page)
  }

  private get page(): OpenPage {
    const page = this.process.navigation.top
    if (!page) throw new Error('no page is open')
    return page
  }

  private find(name: string, purpose: Purpose, inside?: string): Placed {
    return this.finder.find(name, purpose, inside)
  }

  /** What a phone lets into the field. */
  private fitting(field: Placed, value: string): string {
    const limit = Number(this.process.table.attr(field.node, 'maxlength') ?? usualLength)
    return limit < 0 ? value : value.slice(0, limit)
  }

  private act(placed: Placed, name: string, type: string, detail: Bag): void {
    if (this.send(placed, type, detail)) return
    const why = isDisabled(this.process.table, placed) ? 'it is disabled' : `nobody hears ${type}`
    throw new Error(`“${name}” on ${this.page.route}: ${why}`)
  }

  private send(placed: Placed, type: string, detail: Bag): boolean {
    return this.process.events.send(this.page, placed, type, detail)
  }

  private agreePrivacy(placed: Placed): void {
    this.process.agreePrivacy()
    this.send(placed, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  }
}
