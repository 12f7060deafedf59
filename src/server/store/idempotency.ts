import type { Selectable } from 'kysely'
import { canonicalJson } from '../crypto/canonicalJson'
import { sha256 } from '../crypto/tokens'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { ownApplication } from './applications'
import { inTransaction, type Tx } from './database'
import { placeOf } from './sealedColumns'
import type { Tables } from './tables'

interface Keyed {
  accountId: string
  /** The header's value, made on the phone before the first send. */
  key: string
  /** Name in the route table: a key belongs to one route. */
  route: string
  /** As parsed. */
  body: unknown
  /** Status of the answer. */
  status: number
}

export interface KeyedRequest<T> extends Keyed {
  /** The case that an answer shows. Absent: what was answered stays true without it, as that something was deleted. */
  caseOf?: (answer: T) => string
}

/**
 * Runs `work` once per key. The key's row is in the transaction of the work, so that they exist together or not at
 * all: a second sender waits on the row's lock and then gets the first answer.
 * @returns the first answer, or `IDEMPOTENCY_KEY_REUSED` when the key came with another body or route
 * Source: reliability §6.
 */
export function once<T>(
  parts: Parts,
  request: KeyedRequest<T>,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransaction(parts.db, async (tx) => {
    if (!(await claim(parts, tx, request))) return firstAnswer<T>(parts, tx, request)
    const result = await work(tx)
    if (result.ok) await keep(parts, tx, request, result.value)
    return result
  })
}

async function claim({ keyring, envelope, clock }: Parts, tx: Tx, request: Keyed): Promise<boolean> {
  const body = canonicalJson(request.body)
  // For the release before this one, which looks nowhere else.
  const [bodyHash] = keyring.indexes('requestBody', body)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('idempotency')
    .values({
      account_id: request.accountId,
      key: request.key,
      route: request.route,
      body_hash: bodyHash,
      status: null,
      response_sealed: null,
      body_sealed: envelope.seal(Buffer.from(sha256(body), 'hex'), bodyPlace(request)),
      created_at: clock(),
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

async function firstAnswer<T>(parts: Parts, tx: Tx, request: KeyedRequest<T>): Promise<Result<T>> {
  const row = await tx
    .selectFrom('idempotency')
    .selectAll()
    .where('account_id', '=', request.accountId)
    .where('key', '=', request.key)
    .executeTakeFirstOrThrow()
  if (row.route !== request.route || !isSameBody(parts, row, request)) return fail('IDEMPOTENCY_KEY_REUSED')
  if (!row.response_sealed) throw new Error('a committed key has its answer')
  const answer = parts.envelope.openJson<T>(row.response_sealed, place(request))
  // What is frozen or deleted is not read out of an old answer either. Source: law-and-rules L10.
  const shown = request.caseOf?.(answer)
  const isGone = shown !== undefined && !(await ownApplication(tx, request.accountId, shown))
  return isGone ? fail('NOT_FOUND') : done(answer)
}

/** A keyed hash cannot be made anew when its key goes, for the body is not kept: so its plain hash is kept sealed. */
function isSameBody(
  { keyring, envelope }: Parts,
  row: Selectable<Tables['idempotency']>,
  request: Keyed,
): boolean {
  const body = canonicalJson(request.body)
  if (row.body_sealed)
    return envelope.open(row.body_sealed, bodyPlace(request)).toString('hex') === sha256(body)
  const hashes: string[] = keyring.indexes('requestBody', body)
  return hashes.includes(row.body_hash)
}

async function keep({ envelope }: Parts, tx: Tx, request: Keyed, answer: unknown): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ status: request.status, response_sealed: envelope.sealJson(answer, place(request)) })
    .where('account_id', '=', request.accountId)
    .where('key', '=', request.key)
    .execute()
}

const place = ({ accountId, key }: Keyed) => placeOf('idempotency.response_sealed', accountId, key)
const bodyPlace = ({ accountId, key }: Keyed) => placeOf('idempotency.body_sealed', accountId, key)
