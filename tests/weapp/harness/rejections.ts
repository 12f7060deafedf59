import vm from 'node:vm'

type Claim = (reason: unknown, promise: unknown) => boolean
type Listener = (reason: unknown, promise: Promise<unknown>) => void

// jest gives tests a copy of `process` whose listeners never hear anything; this is the real one.
const process: NodeJS.Process = vm.runInThisContext('process')
const claims = new Set<Claim>()
let others: Listener[] = []

const listen: Listener = (reason, promise) => {
  if ([...claims].some((claim) => claim(reason, promise))) return
  for (const listener of others) listener(reason, promise)
}

/**
 * Hears unhandled rejections for as long as the mini program lives.
 * @param claim returns true when the promise is its own; the others go where they went before.
 * @returns what to call at the end.
 */
export function watchRejections(claim: Claim): () => void {
  if (claims.size === 0) {
    others = process.rawListeners('unhandledRejection') as Listener[]
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', listen)
  }
  claims.add(claim)
  return () => {
    claims.delete(claim)
    if (claims.size > 0) return
    process.removeListener('unhandledRejection', listen)
    for (const listener of others) process.on('unhandledRejection', listener)
  }
}
