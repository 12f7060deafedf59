import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Holdings } from '@contracts/rights'
import { newObjectKey } from '@server/store/objectKey'
import { days } from '@server/clock'
import { appraise } from '@server/privacy/retention/appraisal'
import { appraisalList, retainOnce, retentionReport, runRetention } from '@server/privacy/retention/run'
import { openDatabase } from '@server/store/database'
import { changeSetting, type SettingChange } from '@server/store/settings'
import { decide } from '@server/usecases/decisions'
import { parseSettingsCommand } from '@server/cli/settingsCommand'
import { parsePrivacyCommand, parseRetentionCommand } from '@server/cli/privacyCommand'
import { staffMember, value, verifiedCase, type Crew } from './support/desk'
import { Family } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let staff: Pick<Crew, 'street' | 'district'>
const time = movableClock()
beforeAll(async () => {
  api = await startTestApi({ clock: time.clock })
  staff = {
    street: await staffMember(api, 'street', '150302001'),
    district: await staffMember(api, 'district', '150302'),
  }
})
afterAll(() => api.close())

const publish = async (change: Pick<SettingChange, 'key' | 'value'>) =>
  value(
    await changeSetting(api.parts, {
      ...change,
      source: '乌档发〔2026〕3号',
      date: '2026-11-20',
      by: '王芳',
    }),
  )

/** Everything that is left, table by table, and every file of the photo store and its temporary folder. */
async function left(): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(api.db)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ count: string }>`select count(*) as count from ${sql.table(name)}`.execute(
      api.db,
    )
    counts[name] = Number(rows[0]?.count)
  }
  const root = join(api.dataDir, 'objects')
  const files = existsSync(root) ? readdirSync(root, { recursive: true }).map(String) : []
  counts.photos = files.filter((name) => /^[0-9a-f]{2}\/.{36}$/.test(name)).length
  counts.temporary = readdirSync(join(root, 'drafts')).length
  return counts
}

const run = async () => {
  const lines = await runRetention(api.parts)
  return Object.fromEntries((lines ?? []).map(({ title, count }) => [title, count]))
}

describe('到期的，一样一样清理', () => {
  it('没公布存多久的都留着；有期限的到期就没有了，数据库、照片、临时文件都不剩', async () => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    await family.upload('bankCard')
    await family.post('/api/v1/me/copies', {})
    await api.parts.objects.put(newObjectKey(), Buffer.from('left by a process that died'))
    await api.db
      .insertInto('login_code')
      .values({ code_hash: 'c'.repeat(64), used_at: time.clock() })
      .execute()
    await api.db
      .insertInto('compliance_record')
      .values({
        id: randomUUID(),
        kind: 'sharing',
        document: '乌民发〔2026〕1号',
        document_date: '2026-11-20',
        recorded_by: '王芳',
        recorded_at: time.clock(),
      })
      .execute()
    const before = await left()
    expect(before).toMatchObject({ photos: 3, attachment: 2, idempotency: 2, data_copy: 1, login_code: 1 })
    // Nothing is over yet but what is measured in minutes.
    time.advance(days(2))
    await run()
    expect(await left()).toMatchObject({ photos: 2, attachment: 2, citizen_session: 1, login_code: 0 })

    time.advance(days(70))
    const due = await retentionReport(api.parts)
    expect(due.find(({ title }) => title === '没提交的照片')?.count).toBe(1)
    expect(await run()).toMatchObject({
      没提交的照片: 1,
      家庭的登录记录: 1,
      防重复提交的记录: 2,
      要副本的记录: 1,
      影响评估和共享的记录: 0,
      '撤回的、没确认的申请': 0,
      查看和办理的记录: 0,
    })
    const after = await left()
    expect(after).toMatchObject({
      photos: 1,
      temporary: 0,
      attachment: 1,
      application: 1,
      case_event: 1,
      consent: 1,
      citizen_session: 0,
      staff_session: 0,
      idempotency: 0,
      data_copy: 0,
      login_code: 0,
      compliance_record: 1,
      account: before.account,
      audit: before.audit,
    })
    expect(await api.db.selectFrom('application').select('id').execute()).toEqual([{ id: applicationId }])
    expect(await run()).toMatchObject({ 没提交的照片: 0, 防重复提交的记录: 0 })
  })

  it('评估和共享的记录：公布了年限才删，不满三年的不能公布', async () => {
    await publish({ key: 'sharingKeptDays', value: 1096 })
    expect(await run()).toMatchObject({ 影响评估和共享的记录: 0 })
    time.advance(days(1100))
    expect(await run()).toMatchObject({ 影响评估和共享的记录: 1 })
  })

  it.each([
    ['auditKeptDays', '179'],
    ['sharingKeptDays', '1095'],
    ['caseKeptYears', '0'],
    ['draftPhotoKeptDays', '0'],
  ])('npm run settings -- set %s %s：不收', (key, typed) => {
    const around = { today: '2026-11-25', user: 'x' }
    const args = ['set', key, typed, '--source', '文号', '--date', '2026-11-20']
    expect(parseSettingsCommand(args, around).ok).toBe(false)
  })
})

describe('交了的申请：只有公布了年限、写明文号，才会到期', () => {
  it('撤回的、没确认的到期就销毁；确认了的等人鉴定；在办的一直在', async () => {
    const [gone, refused, granted, open] = [
      await Family.signIn(api),
      await Family.signIn(api),
      await Family.signIn(api),
      await Family.signIn(api),
    ]
    await sql`delete from idempotency`.execute(api.db)
    const other = (await api.db.selectFrom('application').select('id').execute()).length
    const withdrawn = await gone.apply()
    await gone.post(`/api/v1/applications/${withdrawn.applicationId}/withdrawal`, { version: 1 })
    await gone.post(`/api/v1/applications/${withdrawn.applicationId}/deletion`, {})
    const refusedId = await verifiedCase(api, staff, refused)
    const reason = '户口不在本区，请到户口所在地申请。'
    value(
      await decide(
        api.parts,
        staff.district,
        { applicationId: refusedId, kind: 'refused', version: 3, reason },
        't',
      ),
    )
    const grantedId = await verifiedCase(api, staff, granted)
    value(
      await decide(
        api.parts,
        staff.district,
        { applicationId: grantedId, kind: 'confirmed', version: 3 },
        't',
      ),
    )
    const still = await open.apply()
    const consent = (await granted.get('/api/v1/me')).json<Holdings>().cases[0]?.consents[0]
    expect(consent?.withdrawnAt).toBeNull()

    time.advance(days(11 * 366))
    expect(await run()).toMatchObject({ '撤回的、没确认的申请': 0 })
    expect(await appraisalList(api.parts)).toEqual([])

    await publish({ key: 'caseKeptYears', value: 10 })
    const photosBefore = (await left()).photos ?? 0
    expect(await run()).toMatchObject({ '撤回的、没确认的申请': 2 })
    const ids = (await api.db.selectFrom('application').select('id').execute()).map(({ id }) => id)
    expect(ids).toHaveLength(other + 2)
    expect(ids).toEqual(expect.arrayContaining([grantedId, still.applicationId]))
    expect((await left()).photos).toBe(photosBefore - 2)
    for (const table of ['case_event', 'consent', 'deletion_refusal', 'outbox', 'attachment'] as const) {
      const rows = await api.db
        .selectFrom(table)
        .select('application_id')
        .where('application_id', 'in', [withdrawn.applicationId, refusedId])
        .execute()
      expect([table, rows]).toEqual([table, []])
    }

    const [waiting] = await appraisalList(api.parts)
    expect(waiting?.id).toBe(grantedId)
    const decision = {
      caseNumber: waiting?.caseNumber ?? '',
      document: '乌档发〔2037〕9号',
      date: '2026-11-20',
      by: '王芳',
    }
    expect(
      await appraise(api.parts, { ...decision, caseNumber: '000000000000', decision: 'purge' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    })
    value(await appraise(api.parts, { ...decision, decision: 'purge' }))
    expect(await appraisalList(api.parts)).toEqual([])
    expect((await api.db.selectFrom('application').select('id').execute()).map(({ id }) => id)).not.toContain(
      grantedId,
    )
    const record = await api.db
      .selectFrom('compliance_record')
      .select('document')
      .where('kind', '=', 'appraisal')
      .execute()
    expect(record).toEqual([{ document: '乌档发〔2037〕9号' }])
  })
})

it('过期的一万多行：一次删五千，分几次删完', async () => {
  const old = new Date(time.clock().getTime() - days(3))
  await sql`insert into limit_use (kind, subject, window_start, used)
    select 'test', n::text, ${old}, 1 from generate_series(1, 12000) n`.execute(api.db)
  const statements = jest.spyOn(api.db.getExecutor(), 'executeQuery')
  const removed = await run()
  const batches = statements.mock.calls.filter(([query]) => /delete from "limit_use"/.test(query.sql))
  statements.mockRestore()
  expect(removed['次数限制的计数']).toBeGreaterThanOrEqual(12_000)
  expect(batches).toHaveLength(3)
})

it('有一样清理不了：别的照样清理，日志里是警告', async () => {
  const family = await Family.signIn(api)
  await family.apply()
  const old = new Date(time.clock().getTime() - days(400))
  await sql`update idempotency set created_at = ${old}`.execute(api.db)
  await sql`alter table login_code rename to login_code_gone`.execute(api.db)
  api.logs.length = 0
  await retainOnce(api.parts).finally(() =>
    sql`alter table login_code_gone rename to login_code`.execute(api.db),
  )
  expect(await api.db.selectFrom('idempotency').selectAll().execute()).toEqual([])
  const [failed] = api.logs.filter((line) => line.includes('"event":"retention.failed"'))
  expect(JSON.parse(failed ?? '{}')).toMatchObject({ level: 40, kind: 'loginCode', fault: { code: '42P01' } })
  expect(api.logs.join('')).toContain('"event":"retention.done"')
})

it('两个程序同时清理：一个在做，另一个不做', async () => {
  const other = openDatabase({ connectionString: api.databaseUrl }, () => undefined)
  await other.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(7200410)`.execute(connection)
    expect(await runRetention(api.parts)).toBeUndefined()
    await sql`select pg_advisory_unlock(7200410)`.execute(connection)
  })
  await other.destroy()
  expect(await runRetention(api.parts)).toBeDefined()
})

describe('命令', () => {
  const around = { today: '2026-11-25', user: 'root' }
  const id = randomUUID()
  it.each<[string, string[], boolean]>([
    ['登记册', ['json'], true],
    ['审计材料', ['evidence'], true],
    ['多写了', ['json', 'x'], false],
    ['没写', [], false],
    ['评估', ['record', '--kind', 'impactAssessment', '--document', '文号', '--date', '2026-11-20'], true],
    ['没有文号', ['record', '--kind', 'sharing', '--date', '2026-11-20'], false],
    ['日期在以后', ['record', '--kind', 'sharing', '--document', '文号', '--date', '2026-12-20'], false],
    [
      '鉴定不在这里记',
      ['record', '--kind', 'appraisal', '--document', '文号', '--date', '2026-11-20'],
      false,
    ],
    ['给副本', ['release', id, '--by', '王芳'], true],
    ['没写是谁看过', ['release', id], false],
    ['电脑的用户名不是人名', ['release', id, '--by', 'root'], false],
  ])('register %s', (_, args, ok) => {
    expect(parsePrivacyCommand(args, around).ok).toBe(ok)
  })

  const appraisal = ['--decision', 'purge', '--document', '文号', '--date', '2026-11-20']
  it.each<[string, string[], boolean]>([
    ['清理', ['run'], true],
    ['报告', ['report'], true],
    ['鉴定', ['appraise', '1234 5678 9012', ...appraisal], true],
    ['编号短了', ['appraise', '1234', ...appraisal], false],
    ['没有文号', ['appraise', '123456789012', '--decision', 'purge', '--date', '2026-11-20'], false],
    ['别的决定', ['appraise', '123456789012', '--decision', 'keep', '--document', '文号'], false],
  ])('retention %s', (_, args, ok) => {
    expect(parseRetentionCommand(args, around).ok).toBe(ok)
  })
})
