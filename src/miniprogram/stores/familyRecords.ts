import { storedKeys } from '@/platform/storage'

/**
 * Not of a family: how text looks, what departments have published, and who a visitor of the demonstration is, as
 * WeChat knows its user.
 */
const keysThatStay: readonly string[] = ['preferences', 'settings', 'demoPerson']

/** Names of what this phone keeps of a family. */
export function keysOfFamily(): string[] {
  return storedKeys().filter((key) => !keysThatStay.includes(key))
}

/** Refs of the photos anywhere in a stored value: every room writes them as `file`. */
export function photosIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const record = value as Readonly<Record<string, unknown>>
  return Object.keys(record).reduce<string[]>((files, name) => {
    const part = record[name]
    return files.concat(name === 'file' && typeof part === 'string' ? part : photosIn(part))
  }, [])
}
