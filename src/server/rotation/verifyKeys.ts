import { photoPlace, placeAt, sealedColumns, type SealedColumn } from '../store/sealedColumns'
import { expectedHashes, keyedHashes } from './keyedHashes'
import type { RotationParts } from './parts'
import { photoRows } from './photos'
import { orBroken, sealedRows } from './sealedRows'

export interface KeysVerified {
  opened: number
  /** Places that do not open. */
  broken: string[]
  /** How many things stand under each key and suite, e.g. `k1 aes`. */
  byKey: Map<string, number>
  /** Keyed hashes that are not those of the first key. */
  oldHashes: number
}

const suiteWords: Record<number, string> = { 1: 'aes', 2: 'sm' }

/** Under which key something stands, from how it begins. */
function keyOf(sealed: Buffer): string {
  const [, suite = 0, length = 0] = sealed
  return `${sealed.subarray(3, 3 + length).toString('ascii')} ${suiteWords[suite] ?? '?'}`
}

/** Opens everything: every sealed value, every photo, and compares every keyed hash with its value. */
export async function verifyKeys(parts: RotationParts): Promise<KeysVerified> {
  const result: KeysVerified = { opened: 0, broken: [], byKey: new Map(), oldHashes: 0 }
  const look = (sealed: Buffer, place: string) => {
    const key = keyOf(sealed)
    result.byKey.set(key, (result.byKey.get(key) ?? 0) + 1)
    if (orBroken(() => parts.envelope.open(sealed, place))) result.opened += 1
    else result.broken.push(place)
  }
  for (const column of Object.keys(sealedColumns) as SealedColumn[])
    for await (const { key, sealed } of sealedRows(parts.db, column)) look(sealed, placeAt(column, key))
  for await (const { id, object_key } of photoRows(parts)) {
    const sealed = await parts.objects.get(object_key).catch(() => undefined)
    if (sealed) look(sealed, photoPlace(id))
    else result.broken.push(photoPlace(id))
  }
  for (const one of keyedHashes)
    for await (const { row, expected } of expectedHashes(parts, one))
      if (expected !== undefined && row.hash !== expected) result.oldHashes += 1
  return result
}
