export interface PackageBudgets {
  /** Bytes on disk of everything outside the subpackages. */
  main: number
  /** Bytes on disk of each subpackage. */
  sub: number
}

// WeChat allows 2 MB a package. Ours are a quarter of it: the phone is cheap and the net is 2G.
export const budgets: PackageBudgets = { main: 450_000, sub: 400_000 }
