import { type Bag } from './host'
import { type TreeNode } from './nodeTable'

/** One setData, as the platform saw it. */
export interface SetDataRecord {
  /** Route of the page. */
  page: string
  receiver: 'page' | 'wrapper'
  /** The first one of this page. */
  first: boolean
  bytes: number
  keys: number
  /** Paths whose value WeChat drops or changes: undefined, functions, dates. */
  lost: string[]
  /** Milliseconds since the process started. */
  at: number
}

/** Where in the data a value is that JSON cannot carry. */
export function lostPaths(value: unknown, path = ''): string[] {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return [path]
  if (typeof value === 'number' && !Number.isFinite(value)) return [path]
  if (typeof value !== 'object' || value === null) return []
  if (Object.prototype.toString.call(value) === '[object Date]') return [path]
  return Object.entries(value).flatMap(([key, inner]) =>
    lostPaths(inner, path === '' ? key : `${path}.${key}`),
  )
}

/** `root.cn.[0].v` → root, cn, 0, v. Brackets and bare numbers after `cn` both name an index. */
function steps(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([text, index]) =>
    index === undefined ? text : Number(index),
  )
}

/** Writes values under their paths, making what is missing on the way, as setData does. */
export function applyPaths(data: Bag, changes: Bag): void {
  for (const [path, value] of Object.entries(changes)) {
    const way = steps(path)
    const last = way.pop()
    if (last === undefined) continue
    let place: Record<string | number, unknown> = data
    way.forEach((step, index) => {
      if (typeof place[step] !== 'object' || place[step] === null) {
        place[step] = typeof (way[index + 1] ?? last) === 'number' ? [] : {}
      }
      place = place[step] as Record<string | number, unknown>
    })
    place[last] = value
  }
}

/** The nodes of a page's data. */
export function treeOf(data: Bag): TreeNode[] {
  const root = data.root as { cn?: TreeNode[] } | undefined
  return root?.cn ?? []
}
