import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Parts } from '../parts'
import type { AccountKind } from './tables'
import type { Database, Tx } from './database'
import { placeOf } from './sealedColumns'

/**
 * The account of a person, made on first sight.
 * @param subject openid, or the demo browser's own id. Stored sealed; found again by its keyed hash.
 */
export async function accountOf(
  { keyring, envelope, clock }: Parts,
  tx: Tx,
  kind: AccountKind,
  subject: string,
): Promise<string> {
  const indexes = keyring.indexes('account', `${kind}\n${subject}`)
  const find = () =>
    tx.selectFrom('account').select('id').where('subject_hmac', 'in', indexes).executeTakeFirst()
  const known = await find()
  if (known) return known.id
  await lockFirstSight(tx, indexes)
  const met = await find()
  if (met) return met.id
  const id = randomUUID()
  await tx
    .insertInto('account')
    .values({
      id,
      kind,
      subject_hmac: indexes[0],
      subject_sealed: envelope.sealJson(subject, placeOf('account.subject_sealed', id)),
      created_at: clock(),
    })
    // A release without the lock may have made it at this moment.
    .onConflict((conflict) => conflict.column('subject_hmac').doNothing())
    .execute()
  return (await find())?.id ?? id
}

/**
 * Two first sign-ins at once: the second waits here, then finds the first one's row. By the lowest hash, which is the
 * same for servers with the same keys in another order, as they are while keys are changed.
 */
async function lockFirstSight(tx: Tx, indexes: readonly string[]): Promise<void> {
  const [lowest] = [...indexes].sort()
  await sql`select pg_advisory_xact_lock(hashtextextended(${lowest}, 0))`.execute(tx)
}

/** Holds the account until the transaction ends: what else is done for it in such a way waits. */
export async function lockAccount(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('account').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

/** Whether the account is still there: a request may be under way while it is deleted. */
export async function hasAccount(db: Database, id: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** @returns undefined for an account that is not WeChat's. @throws SealBroken */
export async function wechatOpenid(
  { db, envelope }: Pick<Parts, 'db' | 'envelope'>,
  id: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['kind', 'subject_sealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row?.kind !== 'wechat') return undefined
  return envelope.openJson<string>(row.subject_sealed, placeOf('account.subject_sealed', id))
}
