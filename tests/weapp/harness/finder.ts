import { type NodeTable, type TreeNode } from './nodeTable'
import { type OpenPage } from './page'
import { isDisabled, isHidden, nameOf, textsOf, walk, wayUp, type Placed } from './tree'

/** What something must be able to do to be meant: hear an event, or be typed into. */
export type Purpose = { hears: string } | { typed: true }

const fields = new Set(['input', 'textarea'])

/** Finds things on a page by what they are called: the label for a screen reader, else the text. */
export class Finder {
  constructor(
    private readonly table: NodeTable,
    private readonly page: OpenPage,
  ) {}

  /**
   * @param name the whole name; when nothing is called exactly so, a part of it.
   * @param inside label of a group around it, where two things have the same name.
   * @throws when there is none, or more than one.
   */
  find(name: string, purpose: Purpose, inside?: string): Placed {
    const able = this.named(name, inside).filter((placed) => this.target(placed, purpose) !== undefined)
    // A row and the words in it have one name; the words are what a finger meets.
    const innermost = able.filter(({ node }) => !able.some(({ parents }) => parents.includes(node)))
    const targets = new Set(innermost.map((placed) => this.target(placed, purpose)))
    if (targets.size > 1) throw new Error(`${targets.size} things are called “${name}” on ${this.page.route}`)
    const [placed] = innermost
    if (placed) return placed
    const verb = 'typed' in purpose ? 'be typed into' : `hear ${purpose.hears}`
    const seen = textsOf(this.page.tree).join(' | ')
    throw new Error(`nothing called “${name}” can ${verb} on ${this.page.route}: ${seen}`)
  }

  /** An attribute of the named thing or of the nearest node around it that has it. */
  attr(name: string, attribute: string, inside?: string): unknown {
    const found = this.named(name, inside)
    if (found.length === 0) throw new Error(`nothing is called “${name}” on ${this.page.route}`)
    const values = found.map((placed) =>
      wayUp(placed)
        .map((node) => this.table.attr(node, attribute))
        .find((value) => value !== undefined),
    )
    return values.find((value) => value !== undefined)
  }

  isDisabled(name: string, inside?: string): boolean {
    const placed = this.find(name, { hears: 'tap' }, inside)
    return isDisabled(this.table, placed) || String(this.attr(name, 'aria-disabled', inside)) === 'true'
  }

  sees(name: string, inside?: string): boolean {
    return this.named(name, inside).length > 0
  }

  /** The node that would act: the field itself, or the nearest one that hears the event. */
  private target(placed: Placed, purpose: Purpose): TreeNode | undefined {
    if ('typed' in purpose) return fields.has(this.table.tag(placed.node)) ? placed.node : undefined
    return wayUp(placed).find((node) => this.table.handles(node, purpose.hears) !== undefined)
  }

  private named(name: string, inside?: string): Placed[] {
    const visible = walk(this.page.tree).filter(
      (placed) => !isHidden(this.table, placed) && (inside === undefined || this.isInside(placed, inside)),
    )
    const exact = visible.filter(({ node }) => nameOf(this.table, node) === name)
    if (exact.length > 0) return exact
    const part = visible.filter(({ node }) => nameOf(this.table, node).includes(name))
    // A part is also in the name of everything around it: only the innermost are meant.
    return part.filter(({ node }) => !part.some(({ parents }) => parents.includes(node)))
  }

  private isInside({ parents }: Placed, inside: string): boolean {
    return parents.some((parent) => this.table.attr(parent, 'aria-label') === inside)
  }
}
