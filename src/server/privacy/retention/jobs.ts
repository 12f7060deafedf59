import { sql, type RawBuilder } from 'kysely'
import { purgeAudit } from '../../audit/purge'
import { deleteLoosePhotos } from '../loosePhotos'
import { expiredCases, purgeCase } from './cases'
import type { RetentionKind } from './clocks'
import { orphanObjects } from './orphans'
import type { Deadlines, RetentionParts } from './periods'

/** One kind of record: how many are too old, and how they go. Both do nothing while no period is published. */
export interface RetentionJob {
  kind: RetentionKind
  /** What is removed, for the report. */
  title: string
  due(parts: RetentionParts, deadlines: Deadlines): Promise<number>
  remove(parts: RetentionParts, deadlines: Deadlines): Promise<number>
}

/** A statement of the server has 2.4 seconds: a year of rows goes in pieces. */
const mostAtOnce = 5000

interface Rows {
  table: string
  /** Its primary key. */
  key: readonly string[]
}

/** Rows that go by one condition on one table. */
function rowsOf(
  kind: RetentionKind,
  title: string,
  { table, key }: Rows,
  condition: (deadlines: Deadlines) => RawBuilder<unknown> | undefined,
): RetentionJob {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  return {
    kind,
    title,
    async due({ db }, deadlines) {
      const where = condition(deadlines)
      if (!where) return 0
      const { rows } = await sql<{ count: string }>`
        select count(*) as count from ${sql.table(table)} where ${where}`.execute(db)
      return Number(rows[0]?.count ?? 0)
    },
    async remove({ db }, deadlines) {
      const where = condition(deadlines)
      if (!where) return 0
      for (let removed = 0; ;) {
        const { numAffectedRows } = await sql`
          delete from ${sql.table(table)} where (${columns}) in
            (select ${columns} from ${sql.table(table)} where ${where} limit ${mostAtOnce})`.execute(db)
        removed += Number(numAffectedRows ?? 0n)
        if (Number(numAffectedRows ?? 0n) < mostAtOnce) return removed
      }
    },
  }
}

const before = (column: string, moment: Date | undefined) => moment && sql`${sql.ref(column)} < ${moment}`

/** A session is of no use once it was ended or ran out. */
const sessionOver = ({ session }: Deadlines) => session && sql`coalesce(revoked_at, expires_at) < ${session}`

const loosePhotos: RetentionJob = {
  kind: 'draftPhoto',
  title: '没提交的照片',
  async due({ db }, { draftPhoto }) {
    if (!draftPhoto) return 0
    const row = await db
      .selectFrom('attachment')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('application_id', 'is', null)
      .where('created_at', '<', draftPhoto)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  },
  remove: async (parts, { draftPhoto }) =>
    draftPhoto ? deleteLoosePhotos(parts, { before: draftPhoto }) : 0,
}

const orphans: RetentionJob = {
  kind: 'draftPhoto',
  title: '没有记录的照片文件',
  due: async (parts, { orphanObject }) => (await orphanObjects(parts, orphanObject)).length,
  async remove(parts, { orphanObject }) {
    const keys = await orphanObjects(parts, orphanObject)
    for (const key of keys) await parts.objects.remove(key)
    return keys.length
  },
}

const filedCases: RetentionJob = {
  kind: 'filedCase',
  title: '撤回的、没确认的申请',
  due: async ({ db }, { filedCase }) => (filedCase ? (await expiredCases(db, filedCase.before)).length : 0),
  async remove(parts, { filedCase }) {
    if (!filedCase) return 0
    const cases = await expiredCases(parts.db, filedCase.before)
    for (const { id } of cases) await purgeCase(parts, id)
    return cases.length
  },
}

const auditRows: RetentionJob = {
  kind: 'audit',
  title: '查看和办理的记录',
  async due({ db }, { audit }) {
    if (!audit) return 0
    const row = await db
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('at', '<', audit)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  },
  async remove(parts, { audit }) {
    const purged = audit ? await purgeAudit(parts, audit) : undefined
    return purged?.ok ? purged.value : 0
  },
}

/** In this order: what is behind a foreign key goes before what it points to. */
export const retentionJobs: readonly RetentionJob[] = [
  rowsOf('loginCode', '用过的微信登录码', { table: 'login_code', key: ['code_hash'] }, ({ loginCode }) =>
    before('used_at', loginCode),
  ),
  rowsOf('session', '家庭的登录记录', { table: 'citizen_session', key: ['token_hash'] }, sessionOver),
  rowsOf('session', '工作人员的登录记录', { table: 'staff_session', key: ['token_hash'] }, sessionOver),
  rowsOf(
    'requestKey',
    '防重复提交的记录',
    { table: 'idempotency', key: ['account_id', 'key'] },
    ({ requestKey }) => before('created_at', requestKey),
  ),
  rowsOf('copy', '要副本的记录', { table: 'data_copy', key: ['id'] }, ({ copy }) =>
    before('requested_at', copy),
  ),
  rowsOf(
    'limitUse',
    '次数限制的计数',
    { table: 'limit_use', key: ['kind', 'subject', 'window_start'] },
    ({ limitUse }) => before('window_start', limitUse),
  ),
  rowsOf(
    'compliance',
    '影响评估和共享的记录',
    { table: 'compliance_record', key: ['id'] },
    ({ compliance }) => before('recorded_at', compliance),
  ),
  loosePhotos,
  filedCases,
  orphans,
  auditRows,
]
