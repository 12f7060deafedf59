/**
 * Everybody who asks within `ms` of an answer gets that one, and while it is on its way all wait for the same. A
 * failure is kept as long: what is in trouble is not asked more often for it.
 */
export function keptFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  const forget = () => setTimeout(() => (kept = undefined), ms).unref()
  return () => {
    if (!kept) {
      kept = read()
      kept.then(forget, forget)
    }
    return kept
  }
}
