import type { Decision } from './diagram'

/** A diagram laid out for repeated search: every node after those it leads to. */
export interface Ways {
  nodes: readonly WayNode[]
  /** Path of a fact by the order of its variable. */
  paths: readonly string[]
  /** The facts that are read on some way. */
  facts: readonly number[]
  /** What was found for the values of those facts: few differ from household to household. */
  found: Map<string, string[][]>
}

/** More different households than a run of them is likely to bring. */
const foundKept = 2000

interface WayNode {
  /** The order of the variable. */
  fact: number
  exits: readonly Exit[]
}

interface Exit {
  /** The values of the fact that lead here, one bit a value. */
  values: number
  /** The node led to, or `arrived`, or `lost`. */
  to: number
}

const arrived = -1
const lost = -2

/** The ways through a diagram to the outcome `wanted`. */
export function waysTo<T>(diagram: Decision<T>, wanted: T): Ways {
  const nodes: WayNode[] = []
  const paths: string[] = []
  const places = new Map<number, number>()
  const layOut = (at: Decision<T>): number => {
    if (!at.on) return at.value === wanted ? arrived : lost
    const known = places.get(at.id)
    if (known !== undefined) return known
    const targets = at.branches.map(layOut)
    const exits: Exit[] = targets
      .filter((to, index) => to !== lost && targets.indexOf(to) === index)
      .map((to) => ({
        to,
        values: targets.reduce((bits, each, index) => bits + (each === to ? 1 << index : 0), 0),
      }))
    paths[at.on.order] = at.on.path
    places.set(at.id, nodes.length)
    nodes.push({ fact: at.on.order, exits })
    return nodes.length - 1
  }
  layOut(diagram)
  const facts = nodes.map(({ fact }) => fact).filter((fact, index, all) => all.indexOf(fact) === index)
  return { nodes, paths, facts, found: new Map() }
}

/**
 * Each smallest set of facts whose change leads to the wanted outcome.
 * @param own the values a household has of a fact, one bit a value; 0 where it is not known
 * @param isFixed a fact that cannot be otherwise than it is
 * @returns sets of paths, each sorted; one empty set where nothing has to change, none where no way leads there
 */
export function smallestChanges(
  ways: Ways,
  own: (fact: number) => number,
  isFixed: (path: string) => boolean,
): string[][] {
  let name = ''
  for (const fact of ways.facts) name += `${own(fact)},`
  const known = ways.found.get(name)
  if (known) return known
  const found = searched(ways, own, isFixed)
  if (ways.found.size >= foundKept) ways.found.clear()
  ways.found.set(name, found)
  return found
}

function searched(
  { nodes, paths }: Ways,
  own: (fact: number) => number,
  isFixed: (path: string) => boolean,
): string[][] {
  const costs: number[] = []
  const stepOn = ({ fact }: WayNode, { values }: Exit) =>
    own(fact) & values ? 0 : isFixed(paths[fact] ?? '') ? Infinity : 1
  const costOf = (to: number) => (to === arrived ? 0 : (costs[to] ?? Infinity))
  for (const node of nodes) {
    let least = Infinity
    for (const exit of node.exits) {
      const cost = costOf(exit.to) + stepOn(node, exit)
      if (cost < least) least = cost
    }
    costs.push(least)
  }
  const found: string[][] = []
  const follow = (at: number, changed: readonly string[]) => {
    const node = nodes[at]
    if (!node) return void found.push(changed.slice().sort())
    for (const exit of node.exits) {
      const step = stepOn(node, exit)
      if (step === Infinity || costOf(exit.to) + step > costOf(at)) continue
      follow(exit.to, step === 0 ? changed : changed.concat(paths[node.fact] ?? ''))
    }
  }
  if (nodes.length > 0 && costOf(nodes.length - 1) < Infinity) follow(nodes.length - 1, [])
  return distinct(found)
}

function distinct(list: readonly string[][]): string[][] {
  const names = list.map((paths) => paths.join())
  return list.filter((_, index) => names.indexOf(names[index] ?? '') === index)
}
