import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { isSource, type PublishedSetting } from '@domain/policy/publishedSettings'
import { isSettingKey, maySet, type SettingKey } from '@domain/policy/settingKeys'
import type { AnySettingValue } from '@domain/policy/settingKinds'
import { recordAudit } from '../audit/record'
import type { Parts } from '../parts'
import { done, type Result } from '../result'
import { inTransaction, type Database, type Tx } from './database'
import type { Tables } from './tables'

export type SettingRow = Selectable<Tables['policy_setting']>

type SettingParts = Pick<Parts, 'db' | 'clock'>

/** A value a department has published, or, without `value` and perhaps without a date, its taking back. */
export interface SettingChange {
  key: SettingKey
  value?: AnySettingValue
  source: string
  date?: string
  by: string
}

/** Every change of this setting, the first one first. */
export function settingHistory(db: Database, key: SettingKey): Promise<SettingRow[]> {
  return db.selectFrom('policy_setting').selectAll().where('key', '=', key).orderBy('revision').execute()
}

/** The newest row of each setting that was ever changed. */
async function newestRows(db: Database | Tx): Promise<SettingRow[]> {
  return db
    .selectFrom('policy_setting as one')
    .selectAll()
    .where('one.revision', '=', (query) =>
      query
        .selectFrom('policy_setting as any')
        .select(({ fn }) => fn.max('any.revision').as('newest'))
        .whereRef('any.key', '=', 'one.key'),
    )
    .orderBy('one.key')
    .execute()
}

/**
 * What departments have published and not taken back. A row that this release cannot use (a setting that is gone, a
 * value of another kind) counts as not there: the release's own value is safer than a guess.
 */
export async function publishedSettings(db: Database | Tx): Promise<PublishedSetting[]> {
  return (await newestRows(db)).flatMap(usable)
}

function usable({ key, value: json, source, document_date: date }: SettingRow): PublishedSetting[] {
  if (json === null || date === null || !isSettingKey(key) || !isSource(source)) return []
  const value: unknown = JSON.parse(json)
  return maySet(key, value) ? [{ key, value, state: 'published', source, date }] : []
}

export interface Changed {
  /** The newest row of the setting; absent when nothing was ever published and nothing had to be taken back. */
  row?: SettingRow
  /** False when it was so already: the same command twice leaves one row. */
  isNew: boolean
}

/**
 * Adds a change behind all earlier ones of its setting; nothing is ever overwritten. Of two at the same time both stay
 * in the history, and the one that had to wait is the newer.
 */
export function changeSetting(parts: SettingParts, change: SettingChange): Promise<Result<Changed>> {
  return inTransaction(parts.db, async (tx) => {
    const changed = await append(parts, tx, change)
    const { row, isNew } = changed
    if (!row || !isNew) return done(changed)
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: row.value === null ? 'settingTakenBack' : 'settingPublished',
      object: { kind: 'setting', id: row.id },
    })
    return done(changed)
  })
}

async function append({ clock }: SettingParts, tx: Tx, change: SettingChange): Promise<Changed> {
  const { key, value, source, date, by } = change
  for (;;) {
    const newest = await newestRow(tx, key)
    if (isSo(newest, change)) return { row: newest, isNew: false }
    const row = await tx
      .insertInto('policy_setting')
      .values({
        id: randomUUID(),
        key,
        revision: (newest?.revision ?? 0) + 1,
        value: jsonOf(value),
        source,
        document_date: date ?? null,
        set_by: by,
        set_at: clock(),
      })
      // Waits for another command that is writing the same revision; when that one is done, ours is the next.
      .onConflict((conflict) => conflict.columns(['key', 'revision']).doNothing())
      .returningAll()
      .executeTakeFirst()
    if (row) return { row, isNew: true }
  }
}

const jsonOf = (value: AnySettingValue | undefined) => (value === undefined ? null : JSON.stringify(value))

/** Whether the change would change nothing. */
function isSo(newest: SettingRow | undefined, { value, source, date }: SettingChange): boolean {
  const before = newest?.value ?? null
  if (value === undefined) return before === null
  return before === jsonOf(value) && newest?.source === source && newest.document_date === date
}

function newestRow(tx: Tx, key: SettingKey): Promise<SettingRow | undefined> {
  return tx
    .selectFrom('policy_setting')
    .selectAll()
    .where('key', '=', key)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}
