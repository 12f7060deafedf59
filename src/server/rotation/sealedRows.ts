import { sql } from 'kysely'
import type { Envelope } from '../crypto/envelope'
import { SealBroken } from '../crypto/sealBroken'
import type { Database } from '../store/database'
import { placeAt, sealedColumns, type SealedColumn } from '../store/sealedColumns'
import type { Pass } from './parts'

interface SealedRow {
  /** Values of the primary key, as they come. */
  key: (string | number)[]
  sealed: Buffer
}

const batch = 200

/**
 * Every value of a sealed column, in the order of its primary key.
 * @param unlessBegins leaves out what begins so
 */
export async function* sealedRows(
  db: Database,
  name: SealedColumn,
  unlessBegins?: Buffer,
): AsyncGenerator<SealedRow> {
  const [table = '', column = ''] = name.split('.')
  const keyNames = sealedColumns[name].map((one) => sql.id(one))
  const key = sql.join(keyNames)
  for (let last: SealedRow['key'] | undefined; ;) {
    const { rows } = await sql<Record<string, string | number> & { value_sealed: Buffer }>`
      select ${key}, ${sql.id(column)} as value_sealed from ${sql.id(table)}
      where ${sql.id(column)} is not null
      ${unlessBegins ? sql`and substring(${sql.id(column)} from 1 for ${sql.lit(unlessBegins.length)}) <> ${unlessBegins}` : sql``}
      ${last ? sql`and (${key}) > (${sql.join(last)})` : sql``}
      order by ${key} limit ${sql.lit(batch)}`.execute(db)
    const found = rows.map((row) => ({
      key: sealedColumns[name].map((one) => row[one] ?? ''),
      sealed: row.value_sealed,
    }))
    yield* found
    if (found.length < batch) return
    last = found[found.length - 1]?.key
  }
}

/**
 * Brings a column under the first key, row by row, while others read and write: a row that changed meanwhile is left,
 * for whoever wrote it had the new key. Stopped in the middle, it goes on where the old key still stands.
 */
export async function renewColumn(
  { db, envelope }: { db: Database; envelope: Envelope },
  name: SealedColumn,
): Promise<Pass> {
  const [table = '', column = ''] = name.split('.')
  const pass: Pass = { renewed: 0, broken: [] }
  for await (const { key, sealed } of sealedRows(db, name, envelope.header)) {
    const place = placeAt(name, key)
    const renewed = orBroken(() => envelope.renew(sealed, place))
    if (!renewed) {
      pass.broken.push(place)
      continue
    }
    const isRow = sql.join(
      sealedColumns[name].map((one, index) => sql`${sql.id(one)} = ${key[index]}`),
      sql` and `,
    )
    const { numAffectedRows } = await sql`update ${sql.id(table)} set ${sql.id(column)} = ${renewed}
      where ${isRow} and ${sql.id(column)} = ${sealed}`.execute(db)
    pass.renewed += Number(numAffectedRows)
  }
  return pass
}

/** @returns undefined for what does not open */
export function orBroken<T>(open: () => T): T | undefined {
  try {
    return open()
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}
