import { todayInWuhai, type Clock } from '../clock'
import type { AuditKey } from './chain'

/** More than a busy server meets in a day; who is forgotten is written down a second time, no more. */
const mostRemembered = 50_000

interface Memory {
  day: string
  /** What has been written today, or is being written. */
  written: Map<string, Promise<void>>
}

/** By what each server has one of, whoever asks it. */
const memories = new WeakMap<AuditKey, Memory>()

/**
 * Writes down what was not yet written today (a day in 乌海) by this server, and waits until all of it is written.
 * Several servers, or one that was started anew, write it once each: too often rather than never.
 * @param items by what makes them the same
 * @param write of the items that are new; when it fails, they are new again
 */
export async function oncePerDay<T>(
  { auditKey, clock }: { auditKey: AuditKey; clock: Clock },
  items: ReadonlyMap<string, T>,
  write: (fresh: readonly T[]) => Promise<void>,
): Promise<void> {
  const written = memoryOf(auditKey, todayInWuhai(clock))
  const fresh = [...items].filter(([key]) => !written.has(key))
  if (fresh.length > 0) {
    const writing = write(fresh.map(([, item]) => item))
    for (const [key] of fresh) written.set(key, writing)
    writing.catch(() => fresh.forEach(([key]) => written.delete(key)))
  }
  await Promise.all([...items.keys()].map((key) => written.get(key)))
}

function memoryOf(server: AuditKey, day: string): Memory['written'] {
  const known = memories.get(server)
  if (known?.day === day && known.written.size < mostRemembered) return known.written
  const written: Memory['written'] = new Map()
  memories.set(server, { day, written })
  return written
}
