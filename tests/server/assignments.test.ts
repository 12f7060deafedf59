import { randomUUID } from 'node:crypto'
import type { Correction } from '@contracts/rights'
import { sql } from 'kysely'
import type { LightMyRequestResponse } from 'fastify'
import { inTransaction } from '@server/store/database'
import { appendEvent, eventsOf } from '@server/store/caseEvents'
import { disableStaff } from '@server/store/staff'
import { handByCommand, handOver } from '@server/usecases/assignments'
import { decide, type Decision, type StaffEventKind } from '@server/usecases/decisions'
import { openCase } from '@server/usecases/desk'
import { readQueue } from '@server/usecases/queue'
import { decideCorrection } from '@server/usecases/rights/corrections'
import type { Staff } from '@server/usecases/staffSignIn'
import { DeskClient, wordsOf } from './desk/deskClient'
import { staffMember, value } from './support/desk'
import { Family, submission } from './support/family'
import { routesOf } from './support/routesOf'
import { startTestApi, type TestApi } from './support/testApi'
import { unhurried } from './support/withoutQuotas'

/*
 * Whose case it is: role × assignment × every address of the desk with a case in it, then what makes a case somebody's,
 * and how it becomes somebody else's.
 */

jest.setTimeout(120_000)

const roles = ['street', 'district'] as const
type Role = (typeof roles)[number]
const divisions = { street: '150302001', district: '150302' } as const
const columns = { street: 'street_assignee', district: 'district_assignee' } as const

/** One person of each office at the desk, and others of the same office. */
interface Office {
  desk: DeskClient
  me: string
  colleague: Staff
  second: Staff
}

let api: TestApi
let family: Family
let offices: Record<Role, Office>
beforeAll(async () => {
  api = await startTestApi({ limits: unhurried })
  family = await Family.signIn(api)
  offices = { street: await officeOf('street'), district: await officeOf('district') }
  await api.db.updateTable('staff').set({ may_protect: true }).where('role', '=', 'district').execute()
}, 180_000)
afterAll(() => api.close())

async function officeOf(role: Role): Promise<Office> {
  const name = role === 'street' ? '街道我' : '区里我'
  const desk = await DeskClient.of(api, role, divisions[role], name)
  const { id } = await api.db
    .selectFrom('staff')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  const [colleague, second] = [await newcomer(role, '同事甲'), await newcomer(role, '同事乙')]
  return { desk, me: id, colleague, second }
}

const newcomer = (role: Role, name = '新来的') => staffMember(api, role, divisions[role], name)

interface Fixture {
  id: string
  number: string
  version: number
  photoId: string
  correctionId: string
}

/** A case that waits for this office, with something to correct. Nobody of the office works on it. */
async function caseFor(role: Role): Promise<Fixture> {
  const { applicationId: id, caseNumber: number } = await family.apply()
  const photoId = (await family.caseOf(id)).files[0]?.id ?? ''
  const correction = await family.post(`/api/v1/applications/${id}/corrections`, {
    field: 'applicantName',
    value: '王秀兰兰',
  })
  const steps: StaffEventKind[] = role === 'district' ? ['accepted', 'verified'] : []
  for (const [index, kind] of steps.entries()) value(await act(offices.street.colleague, id, kind, index + 1))
  return { id, number, version: steps.length + 1, photoId, correctionId: correction.json<Correction>().id }
}

const reason = '材料不能说明妈妈在服刑，请补判决书。'
const supplement = { papers: [{ paper: 'bankCard', reason: '卡号看不清' }] }
const act = (who: Staff, applicationId: string, kind: StaffEventKind, version: number) =>
  decide(
    api.parts,
    who,
    { applicationId, kind, version, reason, supplement } satisfies Decision,
    randomUUID(),
  )
const settle = (who: Staff, { id, correctionId }: Fixture, accept: boolean) =>
  decideCorrection(
    api.parts,
    who,
    { applicationId: id, correctionId, accept, answer: accept ? '' : reason },
    'test',
  )

async function assigneeOf(id: string, role: Role): Promise<string | null> {
  const row = await api.db
    .selectFrom('application')
    .select(['street_assignee', 'district_assignee'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row[columns[role]]
}

const assign = (id: string, role: Role, to: string | null) =>
  api.db
    .updateTable('application')
    .set({ [columns[role]]: to })
    .where('id', '=', id)
    .execute()

/** Everything of a case that an act could change. */
async function contents({ id }: Fixture): Promise<unknown> {
  const { rows } = await sql`
    select a::text as application, (select string_agg(e::text, '|' order by sequence) from case_event e
        where e.application_id = a.id) as events,
      (select string_agg(c::text, '|' order by id) from correction c where c.application_id = a.id) as corrections,
      (select count(*) from protection_record) as records, (select count(*) from outbox) as messages
    from application a where id = ${id}`.execute(api.db)
  return rows
}

interface Route {
  form?: (of: Fixture, role: Role) => Record<string, string>
  /** Where it is not the same for every person who sees the case. */
  seen?: (role: Role, isMine: boolean) => number
  /** A look of somebody who may not is written down. */
  isLook?: true
  /** Some roles never may: they hear that before anybody asks for the case. */
  unseen?: (role: Role) => number
}

const routes: Record<string, Route> = {
  'GET /desk/cases/:id': { isLook: true },
  'GET /desk/cases/:id/photos/:attachmentId': { isLook: true },
  'GET /desk/cases/:id/photos/:attachmentId/page': { isLook: true },
  'POST /desk/cases/:id/numbers': { isLook: true },
  'POST /desk/cases/:id/decisions': {
    form: ({ version }, role) => ({
      kind: role === 'street' ? 'accepted' : 'confirmed',
      version: `${version}`,
    }),
    seen: () => 303,
  },
  'POST /desk/cases/:id/corrections/:correctionId': {
    form: () => ({ decision: 'accept', answer: '' }),
    seen: () => 303,
  },
  'POST /desk/cases/:id/protection': {
    form: () => ({ change: 'set', protectionReason: '有人打听孩子的住处。' }),
    seen: (role) => (role === 'street' ? 403 : 303),
    unseen: (role) => (role === 'street' ? 403 : 404),
  },
  'POST /desk/cases/:id/colleague': {
    form: (_, role) => ({ colleague: offices[role].second.id }),
    seen: (_, isMine) => (isMine ? 303 : 409),
  },
}

it('工作台上每一个带编号的地址都在表里，表里没有多的', () => {
  const mounted = routesOf(api.app).filter(({ path }) => path.startsWith('/desk/cases/:'))
  expect(mounted.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(routes).sort())
})

async function ask(desk: DeskClient, route: string, of: Fixture, role: Role, id = of.id) {
  const [method = '', path = ''] = route.split(' ')
  const url = path
    .replace(':id', id)
    .replace(':attachmentId', of.photoId)
    .replace(':correctionId', of.correctionId)
  if (method === 'GET') return desk.get(url)
  await desk.get('/desk')
  return desk.send(url, routes[route]?.form?.(of, role) ?? {})
}

/** A page without the number of the request. */
const wordsWithout = (answer: LightMyRequestResponse) =>
  wordsOf(answer.body).replace(/问题编号 [0-9a-f]{16}/, '')

const refusals = async (id: string, staffId: string) =>
  (
    await api.db
      .selectFrom('audit')
      .select('sequence')
      .where('application_id', '=', id)
      .where('actor_id', '=', staffId)
      .where('action', '=', 'accessRefused')
      .execute()
  ).length

const assignments = {
  还没有人办: async () => undefined,
  归我办: (id: string, role: Role) => assign(id, role, offices[role].me),
  归同事办: (id: string, role: Role) => assign(id, role, offices[role].colleague.id),
  归过的同事走了: async (id: string, role: Role) => {
    const leaver = await newcomer(role)
    await assign(id, role, leaver.id)
    expect(value(await disableStaff(api.parts, leaver.number))).toBe(1)
  },
} as const
type Assignment = keyof typeof assignments

const rows = roles.flatMap((role) =>
  (Object.keys(assignments) as Assignment[]).map((assignment) => [role, assignment] as const),
)

describe.each(rows)('%s，%s', (role, assignment) => {
  const sees = assignment !== '归同事办'

  it.each(Object.keys(routes))('%s', async (route) => {
    const { desk, me } = offices[role]
    const row = routes[route] as Route
    const of = await caseFor(role)
    await assignments[assignment](of.id, role)
    const before = await contents(of)
    const answer = await ask(desk, route, of, role)
    const unseen = row.unseen?.(role) ?? 404
    expect(answer.statusCode).toBe(sees ? (row.seen?.(role, assignment === '归我办') ?? 200) : unseen)
    if (answer.statusCode >= 400) expect(await contents(of)).toEqual(before)
    if (!row.form) expect(await contents(of)).toEqual(before)
    if (sees) return
    expect(wordsWithout(answer)).toBe(wordsWithout(await ask(desk, route, of, role, randomUUID())))
    expect(await refusals(of.id, me)).toBe(row.isLook ? 1 : 0)
  })

  it('待办：看得到的能点开；同事的只说编号、办到哪一步、谁在办', async () => {
    const { desk } = offices[role]
    const of = await caseFor(role)
    await assignments[assignment](of.id, role)
    await desk.get('/desk')
    expect(desk.page.includes(of.id)).toBe(sees)
    const printed = of.number.replace(/(\d{4})(?=\d)/g, '$1 ')
    expect(wordsOf(desk.page)).toContain(printed)
    const stage = role === 'street' ? '新提交，等受理' : '已报区里，等确认'
    const line = new RegExp(`${printed} ${stage} 同事甲`)
    expect(line.test(wordsOf(desk.page))).toBe(!sees)
    const section = /aria-labelledby="colleagues".*?<\/section>/s.exec(desk.page)?.[0] ?? ''
    expect(section.includes(printed)).toBe(!sees)
    expect(section).not.toMatch(/<a |王/)
  })
})

describe('谁先办一步，就归谁', () => {
  const steps: [Role, StaffEventKind, string][] = [
    ['street', 'accepted', '受理'],
    ['street', 'supplementRequested', '要求补正'],
    ['street', 'verified', '查验'],
    ['district', 'confirmed', '确认'],
    ['district', 'refused', '不予确认'],
  ]
  it.each(steps)('%s %s（%s）', async (role, kind) => {
    const of = await caseFor(role)
    const who = offices[role].second
    const accepted = kind === 'verified' && value(await act(who, of.id, 'accepted', 1))
    await assign(of.id, role, null)
    value(await act(who, of.id, kind, accepted ? 2 : of.version))
    expect(await assigneeOf(of.id, role)).toBe(who.id)
  })

  it.each([true, false])('家里要求改的，改不改（%s）', async (accept) => {
    for (const role of roles) {
      const of = await caseFor(role)
      value(await settle(offices[role].second, of, accept))
      expect(await assigneeOf(of.id, role)).toBe(offices[role].second.id)
    }
  })

  it('没办成，就不归谁：看的是旧的、少理由、不能改', async () => {
    const of = await caseFor('street')
    const { second } = offices.street
    expect(await act(second, of.id, 'accepted', 9)).toMatchObject({ code: 'STALE_VERSION' })
    expect(await act(second, of.id, 'confirmed', 1)).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' })
    const decision = { applicationId: of.id, correctionId: of.correctionId, accept: false, answer: '不' }
    expect(await decideCorrection(api.parts, second, decision, 'test')).toMatchObject({ field: 'answer' })
    value(await openCase(api.parts, second, of.id, 'test'))
    expect(await assigneeOf(of.id, 'street')).toBeNull()
  })

  it('街道的归街道，区里的归区里，谁也不挡谁', async () => {
    const of = await caseFor('district')
    value(await act(offices.district.second, of.id, 'confirmed', of.version))
    expect(await assigneeOf(of.id, 'street')).toBe(offices.street.colleague.id)
    value(await openCase(api.parts, offices.street.colleague, of.id, 'test'))
    value(await openCase(api.parts, offices.district.second, of.id, 'test'))
  })

  it('旧版本的服务办了一步，没写归谁：还是大家都能接着办', async () => {
    const of = await caseFor('street')
    const { colleague, second } = offices.street
    const history = await eventsOf(api.parts, api.db, of.id)
    const { account_id: accountId } = await api.db
      .selectFrom('application')
      .select('account_id')
      .where('id', '=', of.id)
      .executeTakeFirstOrThrow()
    const event = { applicationId: of.id, accountId, kind: 'accepted', by: 'street' } as const
    const step = { ...event, actorId: colleague.id }
    value(
      await inTransaction(api.db, (tx) =>
        appendEvent(api.parts, tx, { procedure: 'streetThenDistrict', history }, step, 1),
      ),
    )
    value(await openCase(api.parts, second, of.id, 'test'))
    value(await act(second, of.id, 'verified', 2))
    expect(await assigneeOf(of.id, 'street')).toBe(second.id)
  })
})

/** Holds a row until everybody has come to it. */
async function whileHeld(query: ReturnType<typeof sql>, acts: () => Promise<unknown>[]): Promise<unknown[]> {
  const holder = api.db.startTransaction().execute()
  const tx = await holder
  await query.execute(tx)
  const all = Promise.all(acts())
  await new Promise((resolve) => setTimeout(resolve, 400))
  await tx.commit().execute()
  return all
}
const held = (id: string) => sql`select 1 from application where id = ${id} for update`

describe('两个人同时办', () => {
  it.each([
    ['受理', (who: Staff, of: Fixture) => act(who, of.id, 'accepted', 1)],
    ['改家里要求改的', (who: Staff, of: Fixture) => settle(who, of, true)],
  ])('%s：一个办成，归他；另一个听到有新变化，什么也没办', async (_, step) => {
    const of = await caseFor('street')
    const both = [offices.street.colleague, offices.street.second]
    const answers = (await whileHeld(held(of.id), () => both.map((who) => step(who, of)))) as {
      ok: boolean
      code?: string
    }[]
    expect(answers.map(({ ok, code }) => (ok ? 'ok' : code)).sort()).toEqual(['STALE_VERSION', 'ok'])
    const winner = both[answers.findIndex(({ ok }) => ok)]
    expect(await assigneeOf(of.id, 'street')).toBe(winner?.id)
  })

  it('不用等也一样：八次里，每次只有一个办成，办的人就是归的人', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const of = await caseFor('street')
      const both = [offices.street.colleague, offices.street.second]
      const answers = await Promise.all(both.map((who) => act(who, of.id, 'accepted', 1)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      const lost = answers.find(({ ok }) => !ok)
      expect(['STALE_VERSION', 'NOT_FOUND']).toContain(lost && !lost.ok && lost.code)
      const [, step] = await eventsOf(api.parts, api.db, of.id)
      expect(await assigneeOf(of.id, 'street')).toBe(step?.actorId)
    }
  })

  it('两个窗口交给两个人：先到的算，后到的听到有新变化', async () => {
    const of = await caseFor('street')
    const me = await newcomer('street')
    await assign(of.id, 'street', me.id)
    const to = [offices.street.colleague, offices.street.second]
    const give = ({ id }: Staff) => handOver(api.parts, me, { applicationId: of.id, colleagueId: id }, 'test')
    const answers = (await whileHeld(held(of.id), () => to.map(give))) as { ok: boolean; code?: string }[]
    expect(answers.map(({ ok, code }) => (ok ? 'ok' : code)).sort()).toEqual(['STALE_VERSION', 'ok'])
    expect(await assigneeOf(of.id, 'street')).toBe(to[answers.findIndex(({ ok }) => ok)]?.id)
  })
})

describe('交给同事', () => {
  it('交了以后：给的人一样也办不了、看不到；接的人接着办；记在审计里，家里的名单上没有', async () => {
    for (const role of roles) {
      const { desk, me, second } = offices[role]
      const of = await caseFor(role)
      await assign(of.id, role, me)
      const before = { ...(await versionOf(of)) }
      await desk.get(`/desk/cases/${of.id}`)
      expect(wordsOf(desk.page)).toContain('这件事归您办。')
      const answer = await desk.send(`/desk/cases/${of.id}/colleague`, { colleague: second.id })
      expect(answer.headers.location).toBe('/desk?done=handedOver')
      await desk.get('/desk?done=handedOver')
      expect(wordsOf(desk.page)).toContain('已交给同事，您打不开这件事了。')
      expect(await versionOf(of)).toEqual(before)
      expect(await assigneeOf(of.id, role)).toBe(second.id)
      const given = await contents(of)
      for (const [route, { unseen }] of Object.entries(routes)) {
        const { statusCode } = await ask(desk, route, of, role)
        expect([route, statusCode]).toEqual([route, unseen?.(role) ?? 404])
      }
      expect(await contents(of)).toEqual(given)
      value(await openCase(api.parts, second, of.id, 'test'))
      expect(await handedRows(of.id)).toEqual([
        ['staff', me, 'application', of.id, true],
        ['staff', me, 'staff', second.id, true],
      ])
      const told = (await family.get(`/api/v1/applications/${of.id}/accesses`)).body
      expect(told).not.toContain(second.name)
    }
  })

  const versionOf = ({ id }: Fixture) =>
    api.db
      .selectFrom('application')
      .select(['version', 'updated_at', 'status'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()

  it('只能交给同岗位、管得着、没停用的人；没选也说得出来，什么也没变', async () => {
    const { desk, me } = offices.street
    const gone = await newcomer('street', '走了的')
    value(await disableStaff(api.parts, gone.number))
    const allStreets = await staffMember(api, 'street', '150302', '全区街道的')
    const foreign = {
      自己: me,
      区里的: offices.district.second.id,
      邻街道的: (await staffMember(api, 'street', '150302002', '邻街道的')).id,
      别区街道的: (await staffMember(api, 'street', '150303', '别区街道的')).id,
      走了的: gone.id,
      没有的: randomUUID(),
      没选: '',
      不是编号: "' or 1=1",
    }
    const of = await caseFor('street')
    await assign(of.id, 'street', me)
    for (const [name, colleague] of Object.entries(foreign)) {
      const before = await contents(of)
      await desk.get(`/desk/cases/${of.id}`)
      if (colleague) expect([name, desk.page.includes(`value="${colleague}"`)]).toEqual([name, false])
      const answer = await desk.send(`/desk/cases/${of.id}/colleague`, { colleague })
      expect([name, answer.statusCode]).toEqual([name, 400])
      expect(answer.body).toContain('<a href="#colleague">请选一位同事。</a>')
      expect(await contents(of)).toEqual(before)
    }
    await desk.get(`/desk/cases/${of.id}`)
    await desk.send(`/desk/cases/${of.id}/colleague`, { colleague: allStreets.id })
    expect(await assigneeOf(of.id, 'street')).toBe(allStreets.id)
  })

  it('两个同名的同事，看编号分得出；一个同事也没有，就说没有', async () => {
    const alone = await DeskClient.of(api, 'street', '150304002', '一个人')
    const other = await Family.signIn(api)
    const { facts } = submission()
    const hukou = { division: '150304002' }
    const { applicationId: id } = await other.apply({
      facts: { ...facts, child: { ...facts.child, hukou } },
    })
    await alone.get(`/desk/cases/${id}`)
    expect(wordsOf(alone.page)).toContain('还没有人办。')
    await alone.send(`/desk/cases/${id}/decisions`, { kind: 'accepted', version: '1' })
    await alone.get(`/desk/cases/${id}`)
    expect(wordsOf(alone.page)).toContain('没有别的同事可以交。')
    const [one, two] = [
      await staffMember(api, 'street', '150304002', '同名'),
      await staffMember(api, 'street', '150304002', '同名'),
    ]
    await alone.get(`/desk/cases/${id}`)
    for (const { number } of [one, two]) expect(alone.page).toContain(`同名（编号 ${number}）`)
  })

  it('批准过的人改不了自己批的：页面说要另一个人；交给同事，同事能改', async () => {
    const { desk, me, second } = offices.district
    const of = await caseFor('district')
    await desk.get('/desk')
    await desk.send(`/desk/cases/${of.id}/decisions`, { kind: 'confirmed', version: `${of.version}` })
    expect(await assigneeOf(of.id, 'district')).toBe(me)
    const refused = await ask(desk, 'POST /desk/cases/:id/corrections/:correctionId', of, 'district')
    expect(refused.statusCode).toBe(403)
    expect(wordsOf(refused.body)).toContain('要由另一个人来决定')
    await desk.send(`/desk/cases/${of.id}/colleague`, { colleague: second.id })
    value(await settle(second, of, true))
  })

  async function handedRows(id: string): Promise<unknown[]> {
    const rows = await api.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'caseHandedOver')
      .where('application_id', '=', id)
      .orderBy('sequence')
      .execute()
    return rows.map((row) => [
      row.actor_kind,
      row.actor_id,
      row.object_kind,
      row.object_id,
      row.account_id !== null,
    ])
  }

  it('管理员交的，也记下来，没有经办人的同意也行；另一个单位的人不变', async () => {
    const of = await caseFor('district')
    await assign(of.id, 'district', offices.district.colleague.id)
    const handed = await handByCommand(api.parts, {
      caseNumber: of.number,
      number: offices.district.second.number,
    })
    expect(value(handed)).toEqual({ name: '同事乙', office: '海勃湾区民政局' })
    expect(await assigneeOf(of.id, 'district')).toBe(offices.district.second.id)
    expect(await assigneeOf(of.id, 'street')).toBe(offices.street.colleague.id)
    expect(await openCase(api.parts, offices.district.colleague, of.id, 't')).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await handedRows(of.id)).toEqual([
      ['command', null, 'application', of.id, true],
      ['command', null, 'staff', offices.district.second.id, true],
    ])
  })

  it('停用的办件，管理员也交不了', async () => {
    const of = await caseFor('street')
    await api.db.updateTable('application').set({ frozen_at: new Date() }).where('id', '=', of.id).execute()
    const { number } = offices.street.second
    expect(await handByCommand(api.parts, { caseNumber: of.number, number })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'case',
    })
  })
})

describe('停用账号', () => {
  it('手上的都没有人办了，几件说得出；别人手上的不动', async () => {
    const leaver = await newcomer('street', '要走的')
    const cases = [await caseFor('street'), await caseFor('street'), await caseFor('street')] as const
    for (const { id } of cases.slice(0, 2)) value(await act(leaver, id, 'accepted', 1))
    value(await act(offices.street.second, cases[2].id, 'accepted', 1))
    expect(value(await disableStaff(api.parts, leaver.number))).toBe(2)
    expect(await Promise.all(cases.map(({ id }) => assigneeOf(id, 'street')))).toEqual([
      null,
      null,
      offices.street.second.id,
    ])
    value(await act(offices.street.colleague, cases[0].id, 'verified', 2))
    expect(value(await disableStaff(api.parts, leaver.number))).toBe(0)
  })

  const leaving = ({ id }: Staff) =>
    sql`with held as (select id from staff where id = ${id} for update)
      update staff set disabled_at = now() where id in (select id from held)`

  it('正在停用的时候他还在办、同事正交给他：一件也不留在走了的人手上', async () => {
    const leaver = await newcomer('street', '马上走的')
    const [mine, given] = [await caseFor('street'), await caseFor('street')]
    await assign(given.id, 'street', offices.street.second.id)
    const answers = await whileHeld(leaving(leaver), () => [
      act(leaver, mine.id, 'accepted', 1),
      handOver(api.parts, offices.street.second, { applicationId: given.id, colleagueId: leaver.id }, 'test'),
    ])
    expect(answers).toMatchObject([{ code: 'NOT_SIGNED_IN' }, { code: 'INVALID_FIELD', field: 'colleague' }])
    expect(await assigneeOf(mine.id, 'street')).toBeNull()
    expect(await assigneeOf(given.id, 'street')).toBe(offices.street.second.id)
    expect((await family.caseOf(mine.id)).status).toBe('submitted')
  })
})

it('待办里同事的那一段：同事办完的不在；一个也没有，就没有这一段', async () => {
  const of = await caseFor('district')
  value(await act(offices.district.colleague, of.id, 'confirmed', of.version))
  const queue = value(await readQueue(api.parts, offices.district.second, 'test'))
  expect(queue.colleagues.map(({ caseNumber }) => caseNumber)).not.toContain(of.number)
  const nobody = await DeskClient.of(api, 'street', '150303001')
  await nobody.get('/desk')
  expect(nobody.page).not.toContain('同事在办的')
})
