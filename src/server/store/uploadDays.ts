import { sql } from 'kysely'
import type { Database } from './database'

export interface Sent {
  accountId: string
  /** ISO date in 乌海. */
  day: string
  bytes: number
}

export interface DayLimit {
  perDay: number
  bytesPerDay: number
}

/**
 * Counts one upload, before any work is done for it. One statement: of many at once none slips through.
 * @param limits of a family's account and of a 儿童主任's
 * @returns false when the day's share is used up; nothing is counted then
 */
export async function countUpload(
  db: Database,
  { accountId, day, bytes }: Sent,
  limits: { family: DayLimit; helper: DayLimit },
): Promise<boolean> {
  const { family, helper } = limits
  const { rows } = await sql<{ uploads: number }>`
    with gone as (delete from upload_day where account_id = ${accountId} and day < ${day}),
    allowed as (
      select id,
        case when helper_since is null then ${family.perDay}::int else ${helper.perDay}::int end as uploads,
        case when helper_since is null then ${family.bytesPerDay}::bigint else ${helper.bytesPerDay}::bigint end as bytes
      from account where id = ${accountId}
    )
    insert into upload_day as sent (account_id, day, uploads, bytes)
    select id, ${day}, 1, ${bytes}::bigint from allowed where uploads >= 1 and bytes >= ${bytes}
    on conflict (account_id, day) do update
      set uploads = sent.uploads + 1, bytes = sent.bytes + excluded.bytes
      where sent.uploads + 1 <= (select uploads from allowed)
        and sent.bytes + excluded.bytes <= (select bytes from allowed)
    returning uploads`.execute(db)
  return rows.length > 0
}

/** Takes one upload back that failed for a reason of our own: a store in trouble costs nobody a day's share. */
export async function uncountUpload(db: Database, { accountId, day, bytes }: Sent): Promise<void> {
  await db
    .updateTable('upload_day')
    .set({ uploads: sql`uploads - 1`, bytes: sql`bytes - ${bytes}` })
    .where('account_id', '=', accountId)
    .where('day', '=', day)
    .execute()
}
