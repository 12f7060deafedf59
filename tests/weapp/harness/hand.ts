import { type Bag } from './host'
import { type OpenPage } from './page'
import { type Process } from './process'
import { controls, isDisabled, isHidden, nameOf, textsOf, walk, type Placed } from './tree'

/** Finds things on a page as a person does, by what they are called, and acts on them. */
export class Hand {
  constructor(private readonly process: () => Process) {}

  /** @param name the label or the whole text; when nothing is called exactly so, a part of it. */
  tap(name: string): void {
    const placed = this.find(name, (one) => this.hears(one, 'tap'), 'be tapped')
    const process = this.process()
    process.tapping = true
    this.act(placed, name, 'tap', { x: 180, y: 300 })
    if (this.table.attr(placed.node, 'open-type') === 'agreePrivacyAuthorization') this.agreePrivacy(placed)
    // A promise chain of the handler still counts as the tap, a network answer does not.
    setTimeout(() => (process.tapping = false), 0)
  }

  longPress(name: string): void {
    this.act(
      this.find(name, (one) => this.hears(one, 'longpress'), 'be pressed'),
      name,
      'longpress',
    )
  }

  /** Types into a field: focus, the whole text at once, blur. */
  input(label: string, value: string): void {
    const field = this.field(label)
    this.send(field, 'focus', { value: this.valueOf(field), height: 0 })
    this.type(label, value)
    this.send(field, 'blur', { value, cursor: value.length })
  }

  /** One `input` event, as one keystroke makes it. `value` is the whole text after it. */
  type(label: string, value: string): void {
    const field = this.field(label)
    // WeChat cuts at maxlength, 140 when none is given.
    const limit = Number(this.table.attr(field.node, 'maxlength') ?? 140)
    const kept = limit < 0 ? value : value.slice(0, limit)
    this.act(field, label, 'input', { value: kept, cursor: kept.length, keyCode: 0 })
  }

  /** Sends a component's event to the thing with this name: a picker's or a switch's `change`, `confirm`, … */
  event(name: string, type: string, detail: Bag): void {
    this.act(
      this.find(name, (one) => this.hears(one, type), `hear ${type}`),
      name,
      type,
      detail,
    )
  }

  /** An attribute of the named thing, as it reaches the phone: `aria-checked`, `disabled`, `value`. */
  attr(name: string, attribute: string): unknown {
    return this.table.attr(this.find(name, () => true, 'be found').node, attribute)
  }

  isDisabled(name: string): boolean {
    const placed = this.find(name, (one) => this.hears(one, 'tap'), 'be tapped')
    return isDisabled(this.table, placed) || this.isTrue(this.table.attr(placed.node, 'aria-disabled'))
  }

  /** Whether a person could find something called so. */
  sees(name: string): boolean {
    return this.named(name, () => true).length > 0
  }

  private get table() {
    return this.process().table
  }

  private get page(): OpenPage {
    const page = this.process().navigation.top
    if (!page) throw new Error('no page is open')
    return page
  }

  private field(label: string): Placed {
    const isField = ({ node }: Placed) => ['input', 'textarea'].includes(this.table.tag(node))
    return this.find(label, isField, 'be typed into')
  }

  private valueOf(field: Placed): string {
    return String(this.table.attr(field.node, 'value') ?? '')
  }

  private isTrue(value: unknown): boolean {
    return value === true || value === 'true'
  }

  private hears({ node, parents }: Placed, type: string): boolean {
    return [node, ...parents].some((one) => this.table.handles(one, type) !== undefined)
  }

  private named(name: string, fits: (placed: Placed) => boolean): Placed[] {
    const able = walk(this.page.tree).filter((placed) => fits(placed) && !isHidden(this.table, placed))
    const exact = able.filter(({ node }) => nameOf(this.table, node) === name)
    return exact.length > 0 ? exact : able.filter(({ node }) => nameOf(this.table, node).includes(name))
  }

  private find(name: string, fits: (placed: Placed) => boolean, purpose: string): Placed {
    const found = this.named(name, fits)
    // Controls first, then the innermost: the text of a button, not the page around it.
    const control = found.filter(({ node }) => controls.has(this.table.tag(node))).at(-1)
    const placed = control ?? found.sort((a, b) => a.parents.length - b.parents.length).at(-1)
    if (placed) return placed
    const seen = textsOf(this.page.tree).join(' | ')
    throw new Error(`nothing called “${name}” can ${purpose} on ${this.page.route}: ${seen}`)
  }

  private act(placed: Placed, name: string, type: string, detail: Bag = {}): void {
    if (isDisabled(this.table, placed)) throw new Error(`“${name}” is disabled on ${this.page.route}`)
    if (!this.send(placed, type, detail))
      throw new Error(`nobody hears ${type} of “${name}” on ${this.page.route}`)
  }

  private send(placed: Placed, type: string, detail: Bag): boolean {
    return this.process().events.send(this.page, placed, type, detail)
  }

  private agreePrivacy(placed: Placed): void {
    this.process().agreePrivacy()
    this.send(placed, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  }
}
