import { foldCase } from '@domain/tracking/machine'
import { sql } from 'kysely'
import type { Database } from '@server/store/database'

const decisions = ['confirmed', 'refused']

/**
 * What must hold of every case at every moment, read from the rows.
 * @returns one line for each that does not
 */
export async function brokenRules(db: Database): Promise<string[]> {
  const cases = await db.selectFrom('application').select(['id', 'procedure', 'version', 'status']).execute()
  const broken: string[] = []
  for (const { id, procedure, version, status } of cases) {
    const events = await db
      .selectFrom('case_event')
      .select(['sequence', 'kind', 'actor_kind'])
      .where('application_id', '=', id)
      .orderBy('sequence')
      .execute()
    const say = (what: string) => broken.push(`${id}: ${what}`)
    if (events.some(({ sequence }, place) => sequence !== place + 1)) say('事件的次序有缺或重复')
    if (version !== events.length) say(`版本 ${version}，事件 ${events.length} 个`)
    if (events.filter(({ kind }) => decisions.includes(kind)).length > 1) say('决定了两次')
    const folded = foldOf(
      procedure,
      events.map(({ kind, actor_kind }) => ({ kind, by: actor_kind })),
    )
    if (folded !== status) say(`状态 ${status}，按事件是 ${folded}`)
    const counts = await rowsAbout(db, id)
    if (counts.messages !== events.length) say(`待发消息 ${counts.messages} 条，事件 ${events.length} 个`)
    if (counts.acts !== events.length) say(`记录 ${counts.acts} 条，事件 ${events.length} 个`)
    if (counts.strayPhotos > 0) say(`${counts.strayPhotos} 张照片属于没有的事件`)
  }
  return broken
}

function foldOf(...[procedure, events]: Parameters<typeof foldCase>): string {
  try {
    return foldCase(procedure, events).status
  } catch {
    return '不可能的'
  }
}

async function rowsAbout(
  db: Database,
  id: string,
): Promise<{ messages: number; acts: number; strayPhotos: number }> {
  const { rows } = await sql<{ messages: number; acts: number; strayPhotos: number }>`
    select
      (select count(distinct event_sequence)::int from outbox where application_id = ${id}) as messages,
      (select count(*)::int from audit where object_id = ${id}
        and action not in ('caseRead', 'numbersRead', 'protectedRead', 'accessRefused', 'caseHandedOver')) as acts,
      (select count(*)::int from attachment p where application_id = ${id} and not exists
        (select 1 from case_event e where e.application_id = p.application_id and e.sequence = p.event_sequence))
        as "strayPhotos"`.execute(db)
  return rows[0] ?? { messages: -1, acts: -1, strayPhotos: -1 }
}
