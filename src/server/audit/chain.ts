import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Suite } from '../crypto/suite'
import type { Tx } from '../store/database'
import type { Tables } from '../store/tables'

/** The key that links rows; stored sealed in `audit_key`. */
export interface AuditKey {
  id: number
  suite: Suite
  /** Made of its secret: one for the links, one for what is exported or cut. */
  link: Buffer
  head: Buffer
}

/** Everything a link covers, in this order. The order is part of the format. */
const linkedColumns = [
  'chain',
  'position',
  'sequence',
  'audit_key',
  'at',
  'actor_kind',
  'actor_id',
  'action',
  'object_kind',
  'object_id',
  'trace_id',
  'application_id',
  'account_id',
] as const
type LinkedColumn = (typeof linkedColumns)[number]

export type LinkedRow = Record<LinkedColumn, string | number | Date | null>

/** A chain of which rows were removed by age begins elsewhere; every other one begins with zeros. */
export const noHash = Buffer.alloc(32)

/** Rows that were written without a link. */
export const lateChain = 0

/** HMAC(previous hash, row). Nobody without the key can make a row that fits. Source: reliability §7. */
export function linkHash({ suite, link }: AuditKey, previous: Buffer, row: LinkedRow): Buffer {
  const values = linkedColumns.map((column) => {
    const value = row[column]
    return value instanceof Date ? value.toISOString() : value === null ? null : String(value)
  })
  return suite.hash(link, Buffer.concat([previous, Buffer.from(JSON.stringify(values), 'utf8')]))
}

export interface Head {
  chain: number
  position: number
  hash: Buffer
}

/**
 * Takes a chain and holds it until the transaction ends: the first that nobody holds, so that a quiet server has one
 * chain and a busy one does not queue. Only when all are held it waits for one of them.
 * Take it last in a transaction: what is locked after it could wait for somebody who waits here.
 */
async function takeHead(tx: Tx): Promise<Head & { sequence: string }> {
  return (await firstFreeHead(tx)) ?? (await anyHead(tx))
}

interface HeadRow {
  chain: number
  position: string
  hash: Buffer
  sequence: string
}

const headOf = ({ position, ...row }: HeadRow) => ({ ...row, position: Number(position) })

/** The number is drawn once the chain is held: within a chain numbers only grow. */
async function firstFreeHead(tx: Tx): Promise<(Head & { sequence: string }) | undefined> {
  const { rows } = await sql<HeadRow>`
    with head as materialized (
      select chain, position, hash from audit_head where chain > ${lateChain}
      order by chain limit 1 for update skip locked)
    select head.*, nextval('audit_sequence_seq') as sequence from head`.execute(tx)
  return rows[0] && headOf(rows[0])
}

async function anyHead(tx: Tx): Promise<Head & { sequence: string }> {
  const { rows } = await sql<HeadRow>`
    with head as materialized (
      select chain, position, hash from audit_head
      where chain = (select chain from audit_head where chain > ${lateChain} order by random() limit 1)
      for update)
    select head.*, nextval('audit_sequence_seq') as sequence from head`.execute(tx)
  if (!rows[0]) throw new Error('the audit has no chain')
  return headOf(rows[0])
}

type Unlinked = Required<Omit<Insertable<Tables['audit']>, 'sequence' | LinkColumn>>
type LinkColumn = 'chain' | 'position' | 'audit_key' | 'previous_hash' | 'hash'

/** Adds rows at the end of one chain, in three statements however many they are. */
export async function insertLinked(tx: Tx, key: AuditKey, unlinked: readonly Unlinked[]): Promise<void> {
  if (unlinked.length === 0) return
  const { chain, sequence, ...head } = await takeHead(tx)
  const sequences = [sequence, ...(await furtherNumbers(tx, unlinked.length - 1))]
  let [position, hash] = [head.position, head.hash]
  const rows = unlinked.map((one, index) => {
    position += 1
    const previous = hash
    const row = { ...one, sequence: sequences[index] ?? '', chain, position, audit_key: key.id }
    hash = linkHash(key, previous, row)
    return { ...row, previous_hash: previous, hash }
  })
  await tx
    .with('moved', (query) =>
      query.updateTable('audit_head').set({ position, hash }).where('chain', '=', chain),
    )
    .insertInto('audit')
    .values(rows)
    .execute()
}

async function furtherNumbers(tx: Tx, count: number): Promise<string[]> {
  if (count === 0) return []
  const { rows } = await sql<{ sequence: string }>`
    select nextval('audit_sequence_seq') as sequence from generate_series(1, ${count}::int)`.execute(tx)
  return rows.map((row) => row.sequence)
}

/** Rows of who has no key; {@link linkLater} links them. */
export async function insertUnlinked(tx: Tx, unlinked: readonly Unlinked[]): Promise<void> {
  if (unlinked.length === 0) return
  const link = { chain: null, position: null, audit_key: null, previous_hash: null, hash: null }
  await tx
    .insertInto('audit')
    .values(unlinked.map((row) => ({ ...row, ...link })))
    .execute()
}
