import type { Selectable } from 'kysely'
import type { Database, Tx } from '../store/database'
import type { Tables } from '../store/tables'
import { lateChain, linkHash, noHash, type AuditKey } from './chain'
import { startMac, type ExportedHead } from './head'

type AuditRow = Selectable<Tables['audit']>
type HeadRow = Selectable<Tables['audit_head']>

export type FlawKind = 'altered' | 'missing' | 'tailCut' | 'replaced' | 'unknownKey' | 'startAltered'

/** The first place of a chain that does not fit. */
export interface Flaw {
  kind: FlawKind
  chain: number
  position: number
  /** Number of the row; of a missing one, the lowest number that is free there. */
  sequence?: number
}

export interface Verified {
  /** Rows that were followed from link to link. */
  rows: number
  /** Of these, rows that were written without a key and linked later. */
  late: number
  /** Rows that wait for their link; a running server gives it within a minute. */
  unlinked: number
  /** One a chain at most, lowest number first. */
  flaws: Flaw[]
}

/**
 * Follows every chain from its start to its head.
 * @param head what was exported earlier: a tail that was cut together with its head shows only against it
 */
export function verifyAudit(
  db: Database,
  keys: ReadonlyMap<number, AuditKey>,
  head?: ExportedHead,
): Promise<Verified> {
  // One moment of the database: rows are added meanwhile.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => verifyChains(tx, keys, head))
}

/** The same over rows that only this transaction sees yet. */
export async function verifyChains(
  tx: Tx,
  keys: ReadonlyMap<number, AuditKey>,
  head?: ExportedHead,
): Promise<Verified> {
  const heads = await tx.selectFrom('audit_head').selectAll().orderBy('chain').execute()
  const verified: Verified = { rows: 0, late: 0, unlinked: await countUnlinked(tx), flaws: [] }
  for (const one of heads) {
    const exported = head?.chains.find(({ chain }) => chain === one.chain)
    const { rows, flaw } = await followChain(tx, keys, one, exported)
    verified.rows += rows
    if (one.chain === lateChain) verified.late = rows
    if (flaw) verified.flaws.push(flaw)
  }
  verified.flaws.sort((a, b) => (a.sequence ?? Infinity) - (b.sequence ?? Infinity))
  return verified
}

async function countUnlinked(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('hash', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

interface Place {
  position: number
  hash: Buffer
  /** Of the row it stands on; 0 before the first. */
  sequence: number
}

type Exported = ExportedHead['chains'][number]

async function followChain(
  tx: Tx,
  keys: ReadonlyMap<number, AuditKey>,
  head: HeadRow,
  exported?: Exported,
): Promise<{ rows: number; flaw?: Flaw }> {
  const { chain } = head
  let place: Place = { position: Number(head.start_position), hash: head.start_hash, sequence: 0 }
  const started = place.position
  if (!isTrueStart(keys, head)) return { rows: 0, flaw: { kind: 'startAltered', chain, position: started } }
  for await (const row of rowsOf(tx, chain)) {
    const kind = flawOf(keys, place, row, exported)
    if (kind === 'missing') {
      const sequence = await freeNumber(tx, place.sequence, Number(row.sequence))
      return { rows: place.position - started, flaw: { kind, chain, position: place.position + 1, sequence } }
    }
    const at = { position: Number(row.position), sequence: Number(row.sequence) }
    if (kind) return { rows: place.position - started, flaw: { kind, chain, ...at } }
    place = { ...at, hash: row.hash ?? noHash }
  }
  const rows = place.position - started
  const end = Math.max(Number(head.position), exported?.position ?? 0)
  if (end > place.position) {
    const sequence = await freeNumber(tx, place.sequence)
    return { rows, flaw: { kind: 'tailCut', chain, position: place.position + 1, sequence } }
  }
  const isHead = Number(head.position) === place.position && head.hash.equals(place.hash)
  return isHead ? { rows } : { rows, flaw: { kind: 'replaced', chain, ...place } }
}

function flawOf(
  keys: ReadonlyMap<number, AuditKey>,
  place: Place,
  row: AuditRow,
  exported?: Exported,
): FlawKind | undefined {
  if (Number(row.position) !== place.position + 1) return 'missing'
  const key = keys.get(row.audit_key ?? 0)
  if (!key) return 'unknownKey'
  const isWhole =
    row.previous_hash?.equals(place.hash) && row.hash?.equals(linkHash(key, place.hash, row)) === true
  if (!isWhole) return 'altered'
  const isReplaced =
    exported?.position === Number(row.position) && exported.hash !== row.hash?.toString('hex')
  return isReplaced ? 'replaced' : undefined
}

/** Rows that were removed by age leave a start that nobody without the key could have written. */
function isTrueStart(keys: ReadonlyMap<number, AuditKey>, head: HeadRow): boolean {
  if (Number(head.start_position) === 0) return head.start_hash.equals(noHash)
  const key = keys.get(head.start_key ?? 0)
  const { chain, start_hash: hash } = head
  const expected = key && startMac(key, { chain, position: Number(head.start_position), hash })
  return expected !== undefined && head.start_mac?.equals(expected) === true
}

const batch = 2000

async function* rowsOf(tx: Tx, chain: number): AsyncGenerator<AuditRow> {
  for (let last = -1; ;) {
    const rows = await tx
      .selectFrom('audit')
      .selectAll()
      .where('chain', '=', chain)
      .where('position', '>', String(last))
      .orderBy('position')
      .limit(batch)
      .execute()
    yield* rows
    if (rows.length < batch) return
    last = Number(rows[rows.length - 1]?.position)
  }
}

const mostLooked = 1000

/** The lowest number between two rows that no row has. */
async function freeNumber(tx: Tx, after: number, before = Infinity): Promise<number | undefined> {
  const taken = await tx
    .selectFrom('audit')
    .select('sequence')
    .where('sequence', '>', String(after))
    .orderBy('sequence')
    .limit(mostLooked)
    .execute()
  const numbers = new Set(taken.map(({ sequence }) => Number(sequence)))
  for (let number = after + 1; number < Math.min(before, after + mostLooked); number += 1)
    if (!numbers.has(number)) return number
  return undefined
}
