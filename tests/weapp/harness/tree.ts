import { type NodeTable, type TreeNode } from './nodeTable'

/** A node with its ancestors, outermost first. */
export interface Placed {
  node: TreeNode
  parents: readonly TreeNode[]
}

export function walk(nodes: readonly TreeNode[], parents: readonly TreeNode[] = []): Placed[] {
  // A copy first: arrays of the realm make arrays of the realm, which lack what old phones lack.
  return [...nodes].flatMap((node) => [{ node, parents }, ...walk(node.cn ?? [], [...parents, node])])
}

/** The node and what is around it, innermost first: the way an event climbs. */
export const wayUp = ({ node, parents }: Placed): TreeNode[] => [node, ...[...parents].reverse()]

/** Every text of the tree, in order. */
export function textsOf(nodes: readonly TreeNode[]): string[] {
  return walk(nodes).flatMap(({ node }) => (typeof node.v === 'string' && node.v !== '' ? [node.v] : []))
}

/** What a screen reader calls it: its label, else the text inside it. */
export function nameOf(table: NodeTable, node: TreeNode): string {
  const label = table.attr(node, 'aria-label')
  return typeof label === 'string' && label !== '' ? label : textsOf([node]).join('')
}

const isTrue = (value: unknown) => value === true || value === 'true'

export function isHidden(table: NodeTable, { node, parents }: Placed): boolean {
  return [node, ...parents].some((one) => isTrue(table.attr(one, 'aria-hidden')))
}

/** A control is disabled by itself or by a button around it. */
export function isDisabled(table: NodeTable, { node, parents }: Placed): boolean {
  const buttons = parents.filter((parent) => table.tag(parent) === 'button')
  return [node, ...buttons].some((one) => isTrue(table.attr(one, 'disabled')))
}

const controls = new Set(['button', 'input', 'textarea', 'switch', 'checkbox', 'radio', 'picker', 'slider'])

/** Something a person can act on: a control, or a node whose template hears taps. */
export function isInteractive(table: NodeTable, node: TreeNode): boolean {
  if (controls.has(table.tag(node))) return true
  // Text and scroll areas hear taps in their general template even when nobody listens.
  return table.tag(node) === 'view' && table.handles(node, 'tap') !== undefined
}
