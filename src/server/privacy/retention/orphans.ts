import type { RetentionParts } from './periods'

const atOnce = 500

/**
 * Objects that no row tells of: an upload or a deletion died between the two. Only those older than `before`, since a
 * photo is stored before its row.
 */
export async function orphanObjects({ db, objects }: RetentionParts, before: Date): Promise<string[]> {
  const orphans: string[] = []
  let batch: string[] = []
  const look = async () => {
    if (batch.length === 0) return
    const rows = await db
      .selectFrom('attachment')
      .select('object_key')
      .where('object_key', 'in', batch)
      .execute()
    const known = new Set(rows.map(({ object_key }) => object_key))
    orphans.push(...batch.filter((key) => !known.has(key)))
    batch = []
  }
  for await (const { key, storedAt } of objects.list()) {
    if (storedAt < before) batch.push(key)
    if (batch.length >= atOnce) await look()
  }
  await look()
  return orphans
}
