export interface PackageBudgets {
  /** Bytes on disk of everything outside the subpackages. */
  main: number
  /** Bytes on disk of each subpackage. */
  sub: number
}

// WeChat allows 2 MB a package. Ours are a quarter of it: the phone is cheap and the net is 2G. What was handed in without
// a net goes by itself as soon as the program is opened, so the main package carries the queue of photos and the outbox.
export const budgets: PackageBudgets = { main: 470_000, sub: 400_000 }

export interface RenderBudgets {
  /** Bytes of the first setData of the start page. */
  firstScreen: number
  /** Bytes of the first setData of any page. */
  firstSetData: number
  /** Bytes of any setData. WeChat's own mark is 256 kB. */
  setData: number
  /** For one tap or one keystroke: calls, and bytes of them together. */
  action: { calls: number; bytes: number }
  /** WeChat's marks are 1,000 nodes, depth 30, 60 children. */
  nodes: number
  depth: number
  children: number
}

// What travels from the logic layer to the page is the slowest thing on a cheap phone; checked on the built dist.
export const renderBudgets: RenderBudgets = {
  firstScreen: 4096,
  firstSetData: 8192,
  setData: 32_768,
  action: { calls: 1, bytes: 1024 },
  nodes: 600,
  depth: 29,
  children: 60,
}
