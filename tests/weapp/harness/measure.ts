import { type NodeTable, type TreeNode } from './nodeTable'
import { isHidden, isInteractive, nameOf, walk } from './tree'

/** Figures of a drawn page, as WeChat's 体验评分 counts them. */
export interface PageFigures {
  nodes: number
  depth: number
  /** The largest number of children of one node. */
  children: number
  /** Things a person can act on that a screen reader cannot name, as tag and class. */
  nameless: string[]
  /** Nodes no template draws. */
  undrawn: string[]
}

export function measure(table: NodeTable, tree: readonly TreeNode[]): PageFigures {
  const all = walk(tree)
  const nameless = all.filter(
    (placed) =>
      isInteractive(table, placed.node) &&
      !isHidden(table, placed) &&
      nameOf(table, placed.node).trim() === '',
  )
  const describe = ({ node }: { node: TreeNode }) => `${table.tag(node)}.${String(node.cl ?? '')}`
  return {
    nodes: all.length,
    depth: Math.max(0, ...all.map(({ parents }) => parents.length + 1)),
    children: Math.max(tree.length, 0, ...all.map(({ node }) => node.cn?.length ?? 0)),
    nameless: nameless.map(describe),
    undrawn: all.filter(({ node }) => !table.renders(node)).map(({ node }) => node.nn),
  }
}
