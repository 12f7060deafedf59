import { sql } from 'kysely'
import type { Envelope } from '../crypto/envelope'
import type { Tx } from '../store/database'
import type { ObjectStore } from '../store/objectStore'
import { photoPlace, sealedColumns, type SealedColumn } from '../store/sealedColumns'

const batch = 500

/**
 * Opens every sealed value and every photo that the rows tell of: a backup is worth nothing when its key is another's.
 * @returns how many opened
 * @throws SealBroken, StoreAway at the first that does not
 */
export async function openEverything(
  tx: Tx,
  { envelope, objects }: { envelope: Envelope; objects: ObjectStore },
): Promise<{ values: number; photos: number }> {
  let values = 0
  for (const column of Object.keys(sealedColumns) as SealedColumn[])
    for await (const { sealed, place } of sealedValues(tx, column)) {
      envelope.open(sealed, place)
      values += 1
    }
  const photos = await tx.selectFrom('attachment').select(['id', 'object_key']).execute()
  for (const { id, object_key } of photos) envelope.open(await objects.get(object_key), photoPlace(id))
  return { values, photos: photos.length }
}

async function* sealedValues(tx: Tx, name: SealedColumn): AsyncGenerator<{ sealed: Buffer; place: string }> {
  const [table = '', column = ''] = name.split('.')
  const key = sql.join(sealedColumns[name].map((part) => sql`${sql.id(part)}::text`))
  const cursor = sql.id(`open_${table}_${column}`)
  await sql`declare ${cursor} no scroll cursor for
    select array[${key}] as key, ${sql.id(column)} as sealed from ${sql.id(table)}
    where ${sql.id(column)} is not null`.execute(tx)
  for (;;) {
    const { rows } = await sql<{
      key: string[]
      sealed: Buffer
    }>`fetch ${sql.lit(batch)} from ${cursor}`.execute(tx)
    for (const row of rows) yield { sealed: row.sealed, place: [name, ...row.key].join(':') }
    if (rows.length < batch) break
  }
  await sql`close ${cursor}`.execute(tx)
}
