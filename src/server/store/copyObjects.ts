import { ObjectMissing, type ObjectStore } from './objectStore'

export interface Copied {
  copied: number
  /** Were there already, byte for byte: a copy that was broken off goes on where it was. */
  present: number
}

/**
 * Brings every object to another store, under the same key. Each is read back there and compared, also those that were
 * there already.
 * @param onProgress told after each hundred
 * @throws StoreAway, StorageFull; with code `EXISTS` when the other store holds something else under a key
 */
export async function copyObjects(
  from: ObjectStore,
  to: ObjectStore,
  onProgress: (copied: Copied) => void = () => undefined,
): Promise<Copied> {
  const copied: Copied = { copied: 0, present: 0 }
  for await (const { key } of from.list()) {
    const bytes = await from.get(key).catch((error: unknown) => {
      // Deleted since it was listed.
      if (error instanceof ObjectMissing) return undefined
      throw error
    })
    if (!bytes) continue
    const there = await to.get(key).catch((error: unknown) => {
      if (error instanceof ObjectMissing) return undefined
      throw error
    })
    if (there?.equals(bytes)) copied.present += 1
    else {
      await to.put(key, bytes)
      copied.copied += 1
    }
    if ((copied.copied + copied.present) % 100 === 0) onProgress(copied)
  }
  return copied
}
