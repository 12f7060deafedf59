import { sql } from 'kysely'
import type { IndexPurpose } from '../crypto/keyring'
import { placeAt, type SealedColumn } from '../store/sealedColumns'
import type { SealedApplication } from '../store/applications'
import { childIdentity } from '../store/childIdentity'
import type { SealedProtection } from '../store/protection'
import { orBroken } from './sealedRows'
import type { Pass, RotationParts } from './parts'

interface KeyedHash {
  table: 'account' | 'application' | 'protection_record'
  /** The keyed hash. */
  column: 'subject_hmac' | 'child_hmac'
  purpose: IndexPurpose
  /** Where its value stands sealed. */
  sealed: SealedColumn
  /** The value that is hashed, from what was sealed. */
  value(opened: unknown, row: { kind?: string; accountId?: string }): string
}

/** Every column of keyed hashes by which something is found. Each can be made anew from what stands sealed beside it. */
export const keyedHashes: readonly KeyedHash[] = [
  {
    table: 'account',
    column: 'subject_hmac',
    purpose: 'account',
    sealed: 'account.subject_sealed',
    value: (opened, { kind = '' }) => `${kind}\n${opened as string}`,
  },
  {
    table: 'application',
    column: 'child_hmac',
    purpose: 'child',
    sealed: 'application.sealed',
    value: (opened, { accountId = '' }) =>
      childIdentity({ accountId, child: (opened as SealedApplication).child }),
  },
  {
    table: 'protection_record',
    column: 'child_hmac',
    purpose: 'child',
    sealed: 'protection_record.sealed',
    value: (opened) => (opened as SealedProtection).childIdNumber,
  },
]

const batch = 200

interface HashRow {
  id: string
  kind?: string
  accountId?: string
  hash: string
  sealed: Buffer
}

/** What of the row is hashed with the sealed value. */
const besides = {
  account: sql`kind,`,
  application: sql`account_id as "accountId",`,
  protection_record: sql``,
}

async function* hashRows({ db }: RotationParts, one: KeyedHash): AsyncGenerator<HashRow> {
  const column = sql.id(one.sealed.split('.')[1] ?? '')
  const beside = besides[one.table]
  for (let last: string | undefined; ;) {
    const { rows } = await sql<HashRow>`
      select id, ${beside} ${sql.id(one.column)} as hash, ${column} as sealed from ${sql.id(one.table)}
      ${last ? sql`where id > ${last}` : sql``} order by id limit ${sql.lit(batch)}`.execute(db)
    yield* rows
    if (rows.length < batch) return
    last = rows[rows.length - 1]?.id
  }
}

/** Brings a column of keyed hashes under the first key and the suite that is set. */
export async function renewHashes(parts: RotationParts, one: KeyedHash): Promise<Pass> {
  const pass: Pass = { renewed: 0, broken: [] }
  for await (const { row, expected, place } of expectedHashes(parts, one)) {
    if (expected === undefined) pass.broken.push(place)
    else if (row.hash !== expected && (await replace(parts, one, row, expected))) pass.renewed += 1
  }
  return pass
}

/** The hash each row should have; undefined where its value does not open. */
export async function* expectedHashes(
  parts: RotationParts,
  one: KeyedHash,
): AsyncGenerator<{ row: HashRow; expected?: string; place: string }> {
  for await (const row of hashRows(parts, one)) {
    const place = placeAt(one.sealed, [row.id])
    const expected = orBroken(() => {
      const opened = parts.envelope.openJson<unknown>(row.sealed, place)
      return parts.keyring.indexes(one.purpose, one.value(opened, row))[0]
    })
    yield { row, expected, place }
  }
}

async function replace(
  { db }: RotationParts,
  { table, column }: KeyedHash,
  { id, hash }: HashRow,
  expected: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update ${sql.id(table)} set ${sql.id(column)} = ${expected}
    where id = ${id} and ${sql.id(column)} = ${hash}`.execute(db)
  return numAffectedRows === 1n
}
