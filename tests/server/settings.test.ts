import { sql } from 'kysely'
import type { Receipt } from '@contracts/applications'
import type { SettingsAnswer } from '@contracts/settings'
import { readPublishedSettings } from '@domain/policy/publishedSettings'
import { policy } from '@domain/policy/version'
import { changeSetting, settingHistory, type Changed, type SettingChange } from '@server/store/settings'
import { adviceOn, type Advice } from '@server/usecases/advice'
import { settingsInForce } from '@server/usecases/settings'
import { openApplication } from '@server/store/applications'
import { Family, submission } from './support/family'
import { value } from './support/desk'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ clock: movableClock(new Date('2026-11-24T02:00:00Z')).clock })
})
afterAll(() => api.close())
beforeEach(async () => {
  await sql`delete from policy_setting`.execute(api.db)
})

const sixMonths: SettingChange = {
  key: 'gradualExitMonths',
  value: 6,
  source: '乌民发〔2026〕12号',
  date: '2026-11-20',
  by: '王芳',
}
const publish = async (changes: Partial<SettingChange> = {}): Promise<Changed> =>
  value(await changeSetting(api.parts, { ...sixMonths, ...changes }))

const ask = (headers: Record<string, string> = {}) => api.app.inject({ url: '/api/v1/settings', headers })
const told = async () => (await ask()).json<SettingsAnswer>()
const valueOf = async (key: string) => (await told()).settings.find((one) => one.key === key)

describe('公布出来的数值，谁都能看', () => {
  it('不登录，一次全有，很小；手机读得懂', async () => {
    const answer = await ask()
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.length).toBeLessThan(4096)
    expect(readPublishedSettings(answer.json(), policy.version)).toBeDefined()
    expect(await valueOf('gradualExitMonths')).toEqual({
      key: 'gradualExitMonths',
      value: null,
      state: 'notPublished',
      source: null,
      date: null,
    })
  })

  it('改了马上看到，带文号和日期，不带是谁改的', async () => {
    await publish()
    expect(await valueOf('gradualExitMonths')).toEqual({
      key: 'gradualExitMonths',
      value: 6,
      state: 'published',
      source: '乌民发〔2026〕12号',
      date: '2026-11-20',
    })
    expect((await ask()).body).not.toContain('王芳')
  })

  it('收回以后，回到本版自带的', async () => {
    await publish({ key: 'rehabMaxAgeInclusive', value: 9 })
    expect(await valueOf('rehabMaxAgeInclusive')).toMatchObject({ value: 9, state: 'published' })
    await publish({ key: 'rehabMaxAgeInclusive', value: undefined, date: undefined })
    expect(await valueOf('rehabMaxAgeInclusive')).toMatchObject({ value: 7, state: 'assumed' })
  })
})

describe('缓存', () => {
  it('内容没变，版本不变；变了就变，变回来也回来', async () => {
    const { version } = await told()
    expect((await told()).version).toBe(version)
    await publish()
    const changed = await told()
    expect(changed.version).not.toBe(version)
    await publish({ value: undefined, date: undefined })
    expect((await told()).version).toBe(version)
  })

  it('可以存五分钟；手里是这一版的，只答没变', async () => {
    const { headers } = await ask()
    const { version } = await told()
    expect(headers).toMatchObject({ etag: `"${version}"`, 'cache-control': 'public, max-age=300' })
    for (const known of [`"${version}"`, `W/"${version}"`, `"other", "${version}"`, '*']) {
      const again = await ask({ 'if-none-match': known })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', `"${version}"`])
    }
    await publish()
    expect((await ask({ 'if-none-match': `"${version}"` })).statusCode).toBe(200)
    expect((await ask({ 'if-none-match': version })).statusCode).toBe(200)
  })

  it('别的回答还是不许存', async () => {
    const { headers } = await api.app.inject('/api/v1/service')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers.etag).toBeUndefined()
  })

  it('只能看，不能从网上改', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await api.app.inject({
        method,
        url: '/api/v1/settings',
        payload: { gradualExitMonths: 1 },
      })
      expect(answer.statusCode).toBe(405)
    }
  })
})

describe('每次改动都留着', () => {
  it('一次一行，谁、什么时候、凭什么', async () => {
    await publish()
    await publish({ value: 12, source: '乌民发〔2027〕1号', by: '李强' })
    await publish({ value: undefined, date: undefined, source: '电话通知' })
    expect(await settingHistory(api.db, 'gradualExitMonths')).toMatchObject([
      { revision: 1, value: '6', source: '乌民发〔2026〕12号', document_date: '2026-11-20', set_by: '王芳' },
      { revision: 2, value: '12', source: '乌民发〔2027〕1号', set_by: '李强' },
      { revision: 3, value: null, source: '电话通知', document_date: null },
    ])
  })

  it('同一句命令再来一次，不多一行', async () => {
    expect((await publish()).isNew).toBe(true)
    expect((await publish({ by: '李强' })).isNew).toBe(false)
    expect(await settingHistory(api.db, 'gradualExitMonths')).toHaveLength(1)
    expect((await publish({ date: '2026-11-21' })).isNew).toBe(true)
    expect((await publish({ source: '更正' })).isNew).toBe(true)
  })

  it('没公布过的，收回是空话，不留行', async () => {
    const { row, isNew } = await publish({ value: undefined, date: undefined })
    expect([row, isNew]).toEqual([undefined, false])
    expect(await settingHistory(api.db, 'gradualExitMonths')).toEqual([])
  })

  it('二十个人同时改：一个不少，一个不重，最后那行算数', async () => {
    const months = Array.from({ length: 20 }, (_, index) => index + 1)
    await Promise.all(months.map((each) => publish({ value: each, by: `第${each}人` })))
    const history = await settingHistory(api.db, 'gradualExitMonths')
    expect(history.map(({ revision }) => revision)).toEqual(months)
    expect(history.map((row) => Number(row.value)).sort((a, b) => a - b)).toEqual(months)
    expect((await valueOf('gradualExitMonths'))?.value).toBe(Number(history.at(-1)?.value))
  })

  it('同一句命令同时来两次，只有一行', async () => {
    const changed = await Promise.all([publish(), publish(), publish()])
    expect(changed.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await settingHistory(api.db, 'gradualExitMonths')).toHaveLength(1)
  })

  it('审计里有这一行，指得到是哪次改动', async () => {
    const { row } = await publish()
    const taken = await publish({ value: undefined, date: undefined })
    const ids = [row?.id ?? '', taken.row?.id ?? '']
    const audited = await api.db
      .selectFrom('audit')
      .select(['action', 'actor_kind', 'object_kind', 'object_id'])
      .where('object_id', 'in', ids)
      .orderBy('sequence')
      .execute()
    expect(audited).toEqual([
      { action: 'settingPublished', actor_kind: 'command', object_kind: 'setting', object_id: ids[0] },
      { action: 'settingTakenBack', actor_kind: 'command', object_kind: 'setting', object_id: ids[1] },
    ])
  })
})

describe('库里有本版看不懂的', () => {
  const put = (key: string, json: string, source = '文件') =>
    api.db
      .insertInto('policy_setting')
      .values({
        id: crypto.randomUUID(),
        key,
        revision: 1,
        value: json,
        source,
        document_date: '2026-11-20',
        set_by: 'x',
        set_at: new Date(),
      })
      .execute()

  it.each([
    ['没有这一项', 'laterSetting', '6'],
    ['值是别的种类', 'gradualExitMonths', '"six"'],
    ['全国规定的期限', 'restrictedTermMonths', '12'],
  ])('%s：当作没有，不猜', async (_name, key, json) => {
    const { version } = await told()
    await put(key, json)
    expect((await told()).version).toBe(version)
  })
})

describe('服务器自己判断，用现在的数值', () => {
  // The mother is free again: how long the 渐退期 runs from her release is what the departments publish.
  const released = () => {
    const { facts } = submission()
    const mother = {
      role: 'mother' as const,
      dead: false,
      declaredMissing: false,
      lostContact: false,
      imprisoned: { termMonths: 36, releasedOn: '2026-10-01' },
      compulsoryRehab: false,
      otherRestriction: false,
      disabilities: [],
      seriouslyIll: false,
      guardianshipRevoked: false,
      deported: false,
    }
    const child = { ...facts.child, recognised: [{ as: 'deFactoUnattended' as const, since: '2024-05-01' }] }
    return { facts: { ...facts, child, parents: [{ role: 'father' as const, dead: true }, mother] } }
  }

  async function file(family: Family): Promise<string> {
    const answer = await family.submit(submission(released()))
    expect(answer.statusCode).toBe(201)
    return answer.json<Receipt>().applicationId
  }

  async function adviceOf(id: string) {
    const row = await api.db
      .selectFrom('application')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return { advice: openApplication(api.parts, row).advice, version: row.settings_version }
  }

  const datesIn = (advice: Advice) => adviceOn(['DFUC_ALLOWANCE'], advice).own[0]?.dates

  it('判断和它用的数值一起存下；版本和当时公布的一样', async () => {
    const family = await Family.signIn(api)
    const before = await adviceOf(await file(family))
    expect(before.advice.settings.gradualExitMonths).toBeNull()
    expect(before.version).toBe((await settingsInForce(api.db)).version)

    await publish()
    const after = await adviceOf(await file(family))
    expect(after.advice.settings.gradualExitMonths).toBe(6)
    expect(datesIn(before.advice)).toBeUndefined()
    expect(datesIn(after.advice)).toEqual({ lastProtectedDay: '2027-04-01', lastPaidMonth: '2027-04' })
    expect(after.version).toBe((await told()).version)
    expect(after.version).not.toBe(before.version)
  })
})
