import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type {
  Correction,
  DataCopy,
  DeletionAnswer,
  DraftsDeleted,
  Holdings,
  OwnConsent,
} from '@contracts/rights'
import { consentNotices } from '@domain/application/consentNotices'
import { deletionRefusal } from '@domain/rights/deletionRefusal'
import { days, hours } from '@server/clock'
import { openApplication } from '@server/store/applications'
import { openCase, readCasePhoto } from '@server/usecases/desk'
import { readQueue } from '@server/usecases/queue'
import { decideCorrection } from '@server/usecases/rights/corrections'
import { sql } from 'kysely'
import { staffMember, value, type Crew } from './support/desk'
import { childDataConsent, Family, idNumber, submission } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let staff: Pick<Crew, 'street' | 'otherStreet' | 'district'>
const time = movableClock()
beforeAll(async () => {
  api = await startTestApi({ clock: time.clock })
  staff = {
    street: await staffMember(api, 'street', '150302001'),
    otherStreet: await staffMember(api, 'street', '150302002'),
    district: await staffMember(api, 'district', '150302'),
  }
})
afterAll(() => api.close())

const me = async (family: Family) => (await family.get('/api/v1/me')).json<Holdings>()
const countOf = ({ kinds }: Holdings, wanted: string) => kinds.find(({ kind }) => kind === wanted)?.count
const caseRow = (id: string) =>
  api.db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

function objectFiles(): string[] {
  const root = join(api.dataDir, 'objects')
  return existsSync(root)
    ? readdirSync(root, { recursive: true })
        .map(String)
        .filter((name) => name.length > 36)
    : []
}

describe('存了我的哪些信息', () => {
  it('每一类的件数，和数据库里的行数一样；别人的不算', async () => {
    const [family, other] = [await Family.signIn(api), await Family.signIn(api)]
    await other.apply()
    await family.apply()
    const { applicationId } = await family.apply()
    await family.upload('bankCard')
    await family.post(`/api/v1/applications/${applicationId}/corrections`, {
      field: 'other',
      value: '补一句',
    })
    const told = await me(family)
    expect(Object.fromEntries(told.kinds.map(({ kind, count }) => [kind, count]))).toEqual({
      account: 1,
      session: 1,
      application: 2,
      attachedPhoto: 2,
      loosePhoto: 1,
      caseEvent: 2,
      consent: 2,
      consentWithdrawal: 0,
      correction: 1,
      deletionRefusal: 0,
      copy: 0,
      requestKey: 3,
      message: 2,
      messageGrant: 0,
      auditEntry: 7,
    })
    expect(told.cases.map(({ id }) => id)).toContain(applicationId)
    expect(told.cases).toHaveLength(2)
  })
})

describe('同意：一项一项给，可以收回', () => {
  const consentsOf = async (family: Family, id: string) =>
    (await me(family)).cases.find((one) => one.id === id)?.consents ?? []
  const takeBack = (family: Family, id: string) => family.post(`/api/v1/consents/${id}/withdrawal`, {})

  it('收回“孩子的信息”：是多出来的一行；还没办完的就停办；家里和街道都看不到了，只存着', async () => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    const photo = (await family.caseOf(applicationId)).files[0]?.id ?? ''
    const [consent] = await consentsOf(family, applicationId)
    const answer = await takeBack(family, consent?.id ?? '')
    expect(answer.statusCode).toBe(201)
    expect(answer.json<OwnConsent>().withdrawnAt).not.toBeNull()
    expect(
      await api.db
        .selectFrom('consent')
        .selectAll()
        .where('id', '=', consent?.id ?? '')
        .execute(),
    ).toHaveLength(1)

    expect((await caseRow(applicationId)).status).toBe('withdrawn')
    expect((await family.get(`/api/v1/applications/${applicationId}`)).statusCode).toBe(404)
    expect((await family.get(`/api/v1/attachments/${photo}/content`)).statusCode).toBe(404)
    expect((await family.get('/api/v1/applications')).json()).toEqual({ cases: [] })
    for (const path of ['supplements', 'withdrawal'])
      expect(
        (
          await family.post(`/api/v1/applications/${applicationId}/${path}`, {
            version: 2,
            papers: path === 'supplements' ? [{ paper: 'bankCard', attachmentIds: [] }] : undefined,
          })
        ).statusCode,
      ).toBe(404)
    expect(await openCase(api.parts, staff.street, applicationId, 't')).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await readCasePhoto(api.parts, staff.street, { id: applicationId, attachmentId: photo }, 't'),
    ).toMatchObject({ code: 'NOT_FOUND' })
    const queue = value(await readQueue(api.parts, staff.street, 't'))
    expect([...queue.toDo, ...queue.waiting, ...queue.done].map(({ id }) => id)).not.toContain(applicationId)
    const waiting = await api.db
      .selectFrom('outbox')
      .selectAll()
      .where('application_id', '=', applicationId)
      .where('done_at', 'is', null)
      .execute()
    expect(waiting).toEqual([])
    const told = (await me(family)).cases.find(({ id }) => id === applicationId)
    expect(told?.frozenAt).not.toBeNull()
  })

  it('收回两次，和一次一样；换一个编号也一样', async () => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    const [consent] = await consentsOf(family, applicationId)
    const first = (await takeBack(family, consent?.id ?? '')).json<OwnConsent>()
    const second = (await takeBack(family, consent?.id ?? '')).json<OwnConsent>()
    expect(second).toEqual(first)
    expect(countOf(await me(family), 'consentWithdrawal')).toBe(1)
  })

  it('收回“有关身体的材料”：那些照片谁也看不到了，申请照样办', async () => {
    const family = await Family.signIn(api)
    const [card, book] = [await family.upload('father.disabilityCard'), await family.upload('childHukouBook')]
    const health = {
      kind: 'healthDocuments',
      noticeVersion: consentNotices.healthDocuments.version,
      actor: 'guardian',
    } as const
    const body = submission({
      papers: [
        { paper: 'father.disabilityCard', attachmentIds: [card.id] },
        { paper: 'childHukouBook', attachmentIds: [book.id] },
      ],
    })
    const { applicationId } = (await family.submit({ ...body, consents: [...body.consents, health] })).json<{
      applicationId: string
    }>()
    const given = await consentsOf(family, applicationId)
    await takeBack(family, given.find(({ kind }) => kind === 'healthDocuments')?.id ?? '')
    expect((await family.caseOf(applicationId)).files.map(({ id }) => id)).toEqual([book.id])
    expect((await family.get(`/api/v1/attachments/${card.id}/content`)).statusCode).toBe(404)
    const seen = value(await openCase(api.parts, staff.street, applicationId, 't'))
    expect(seen.files.map(({ id }) => id)).toEqual([book.id])
    expect((await caseRow(applicationId)).status).toBe('submitted')
  })

  it.each([
    ['不同意拍身体材料', 'childHukouBook', 201],
    ['没同意，却交了残疾证的照片', 'father.disabilityCard', 422],
  ] as const)('%s：%s 交得进去吗', async (_, paper, status) => {
    const family = await Family.signIn(api)
    const photo = await family.upload(paper)
    const answer = await family.submit(submission({ papers: [{ paper, attachmentIds: [photo.id] }] }))
    expect(answer.statusCode).toBe(status)
    if (status === 422) {
      expect(answer.json()).toMatchObject({ code: 'CONSENT_MISSING' })
      expect((await me(family)).cases).toEqual([])
    }
  })

  it.each([
    ['没有任何同意', []],
    ['旧版说明的同意', [{ kind: 'childData', noticeVersion: 'childData-1', actor: 'guardian' }]],
    [
      '11岁的孩子自己同意',
      [{ kind: 'childData', noticeVersion: childDataConsent.noticeVersion, actor: 'child' }],
    ],
  ] as const)('%s：不算数，什么也不存', async (_, consents) => {
    const family = await Family.signIn(api)
    const answer = await family.submit(submission({ consents: [...consents] }))
    expect(answer.json()).toMatchObject({ code: 'CONSENT_MISSING' })
    expect(countOf(await me(family), 'application')).toBe(0)
    expect(countOf(await me(family), 'consent')).toBe(0)
  })

  it('满14周岁的孩子，自己可以同意', async () => {
    const family = await Family.signIn(api)
    const child = { name: '王小明', idNumber: idNumber('20100607') }
    const consents = [
      { kind: 'childData', noticeVersion: childDataConsent.noticeVersion, actor: 'child' },
    ] as const
    expect((await family.submit(submission({ child, consents: [...consents] }))).statusCode).toBe(201)
  })
})

describe('要一份', () => {
  const ask = async (family: Family) => (await family.post('/api/v1/me/copies', {})).json<DataCopy>()
  const fetchIt = (family: Family, id: string) => family.get(`/api/v1/me/copies/${id}/content`)

  it('先等一天；到时候拿到的，就是自己交的', async () => {
    const [family, stranger] = [await Family.signIn(api), await Family.signIn(api)]
    const body = submission()
    const { applicationId, caseNumber } = (await family.submit(body)).json<Record<string, string>>()
    const loose = await family.upload('bankCard')
    const copy = await ask(family)
    expect(copy.state).toBe('preparing')
    expect((await ask(family)).id).toBe(copy.id)
    expect((await fetchIt(family, copy.id)).json()).toMatchObject({ code: 'COPY_NOT_READY' })
    time.advance(days(1) + 1000)
    expect((await family.get(`/api/v1/me/copies/${copy.id}`)).json()).toMatchObject({ state: 'ready' })
    const answer = await fetchIt(family, copy.id)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      cases: [
        { caseNumber, applicant: body.applicant, child: body.child, consents: [{ kind: 'childData' }] },
      ],
      loosePhotos: [{ sha256: loose.sha256, paper: 'bankCard' }],
      frozenCases: [],
    })
    expect(JSON.stringify(answer.json())).not.toContain(applicationId)
    for (const path of ['', '/content'])
      expect((await stranger.get(`/api/v1/me/copies/${copy.id}${path}`)).statusCode).toBe(404)
  })

  it('有保护记录的，同一天里每一句都一样；过了一天还要人看过才给', async () => {
    const [watched, other] = [await Family.signIn(api), await Family.signIn(api)]
    const [first, second] = [await watched.apply(), await other.apply()]
    await protect(first.applicationId)
    const [copy, plain] = [await ask(watched), await ask(other)]
    const shape = async (family: Family, own: DataCopy, applicationId: string) => ({
      copy: { ...own, id: '', requestedAt: '' },
      state: {
        ...(await family.get(`/api/v1/me/copies/${own.id}`)).json<DataCopy>(),
        id: '',
        requestedAt: '',
      },
      content: { ...(await fetchIt(family, own.id)).json<object>(), traceId: '' },
      kinds: (await me(family)).kinds,
      correction: (
        await family.post(`/api/v1/applications/${applicationId}/corrections`, {
          field: 'other',
          value: '一句话',
        })
      ).statusCode,
      deletion: (
        await family.post(`/api/v1/applications/${applicationId}/deletion`, {})
      ).json<DeletionAnswer>().sentences,
    })
    expect(await shape(watched, copy, first.applicationId)).toEqual(
      await shape(other, plain, second.applicationId),
    )
    time.advance(days(1) + 1000)
    expect((await fetchIt(other, plain.id)).statusCode).toBe(200)
    expect((await fetchIt(watched, copy.id)).json()).toMatchObject({ code: 'COPY_NOT_READY' })
    await api.db
      .updateTable('data_copy')
      .set({ released_at: time.clock(), released_by: '王芳' })
      .where('id', '=', copy.id)
      .execute()
    expect((await fetchIt(watched, copy.id)).statusCode).toBe(200)
  })

  async function protect(applicationId: string): Promise<void> {
    const { child_hmac } = await caseRow(applicationId)
    await sql`insert into protection_record (id, child_hmac, sealed, set_by, set_at)
      values (${randomUUID()}, ${child_hmac}, ${Buffer.from('x')}, ${staff.district.id}, now())`.execute(
      api.db,
    )
  }
})

describe('改正和补充', () => {
  const ask = async (family: Family, id: string, field: string, wanted: string) =>
    family.post(`/api/v1/applications/${id}/corrections`, { field, value: wanted })

  it('有人核对以前什么也不变；同意以后变了，旧的还在', async () => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    const correction = (await ask(family, applicationId, 'childName', '王小名')).json<Correction>()
    const nameNow = async () => openApplication(api.parts, await caseRow(applicationId)).child.name
    expect(await nameNow()).toBe('王小明')
    const decision = { applicationId, correctionId: correction.id, accept: true, answer: '' }
    expect(await decideCorrection(api.parts, staff.otherStreet, decision, 't')).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await nameNow()).toBe('王小明')
    value(await decideCorrection(api.parts, staff.street, decision, 't'))
    expect(await nameNow()).toBe('王小名')
    expect(await decideCorrection(api.parts, staff.street, decision, 't')).toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
    })
    const told = (await me(family)).cases[0]?.corrections
    expect(told).toMatchObject([{ field: 'childName', status: 'accepted', answer: null }])
    const seen = value(await openCase(api.parts, staff.street, applicationId, 't'))
    expect(seen.corrections).toMatchObject([{ field: 'childName', before: '王小明', wanted: '王小名' }])
  })

  it('改孩子的身份证号：按新号码找得到，出生日期跟着变', async () => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    const number = idNumber('20140101')
    const { id } = (await ask(family, applicationId, 'childIdNumber', number)).json<Correction>()
    value(
      await decideCorrection(
        api.parts,
        staff.street,
        { applicationId, correctionId: id, accept: true, answer: '' },
        't',
      ),
    )
    const row = await caseRow(applicationId)
    expect(row.child_hmac).toBe(api.parts.keyring.indexes('child', number)[0])
    expect(openApplication(api.parts, row).facts.child?.birthDate).toBe('2014-01-01')
  })

  it('不改，要写理由，家里看得到', async () => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    const { id } = (await ask(family, applicationId, 'other', '家里还有一个弟弟。')).json<Correction>()
    const decline = (answer: string) =>
      decideCorrection(
        api.parts,
        staff.street,
        { applicationId, correctionId: id, accept: false, answer },
        't',
      )
    expect(await decline('不行')).toMatchObject({ code: 'INVALID_FIELD' })
    value(await decline('户口本上没有弟弟，请带证明到街道。'))
    expect((await me(family)).cases[0]?.corrections).toMatchObject([
      { status: 'declined', answer: '户口本上没有弟弟，请带证明到街道。' },
    ])
  })

  it.each([
    ['childName', '王1'],
    ['childIdNumber', '150302201506070000'],
    ['applicantPhone', '1381234567'],
    ['other', '好'.repeat(201)],
    ['status', '已确认'],
  ])('%s 改成 %s：不收', async (field, wanted) => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    expect((await ask(family, applicationId, field, wanted)).json()).toMatchObject({ code: 'INVALID_FIELD' })
  })
})

describe('删除', () => {
  it('没提交的照片：行和文件都没了，随申请交的还在', async () => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    const before = objectFiles().length
    await family.upload('bankCard')
    await family.upload('childHukouBook')
    expect(objectFiles()).toHaveLength(before + 2)
    const answer = await family.call({ method: 'DELETE', url: '/api/v1/me/drafts' })
    expect(answer.json<DraftsDeleted>()).toEqual({ photos: 2 })
    expect(objectFiles()).toHaveLength(before)
    expect(countOf(await me(family), 'loosePhoto')).toBe(0)
    expect((await family.caseOf(applicationId)).files).toHaveLength(1)
  })

  it('交了的申请：书面答复，写明依据和日期；再要一次还是那一份', async () => {
    const family = await Family.signIn(api)
    const { applicationId, caseNumber } = await family.apply()
    const ask = async () =>
      (await family.post(`/api/v1/applications/${applicationId}/deletion`, {})).json<DeletionAnswer>()
    const answer = await ask()
    expect(answer).toMatchObject({ caseNumber, version: deletionRefusal.version })
    expect(answer.grounds.map(({ law, article }) => `${law}${article}`)).toEqual([
      '个人信息保护法第四十七条',
      '档案法实施条例第十九条',
      '档案法实施条例第二十四条',
    ])
    expect(Date.parse(answer.answeredAt)).not.toBeNaN()
    time.advance(hours(1))
    expect(await ask()).toEqual(answer)
    expect((await me(family)).cases[0]?.deletionAnswer).toEqual(answer)
    expect((await family.get(`/api/v1/applications/${applicationId}`)).statusCode).toBe(200)
  })

  it('撤回了的申请要求删除：答复以后只存着', async () => {
    const family = await Family.signIn(api)
    const { applicationId } = await family.apply()
    await family.post(`/api/v1/applications/${applicationId}/withdrawal`, { version: 1 })
    await family.post(`/api/v1/applications/${applicationId}/deletion`, {})
    expect((await family.get(`/api/v1/applications/${applicationId}`)).statusCode).toBe(404)
    expect((await caseRow(applicationId)).frozen_at).not.toBeNull()
  })

  it('没交过申请的账号：全删，马上不能用；再来是新的', async () => {
    const person = randomUUID()
    const family = new Family(api, await api.signIn(person))
    await family.upload('bankCard')
    await family.post('/api/v1/me/copies', {})
    const before = objectFiles().length
    expect((await family.call({ method: 'DELETE', url: '/api/v1/me' })).statusCode).toBe(204)
    expect(objectFiles()).toHaveLength(before - 1)
    expect((await family.get('/api/v1/me')).statusCode).toBe(401)
    const again = new Family(api, await api.signIn(person))
    expect(countOf(await me(again), 'loosePhoto')).toBe(0)
    expect(countOf(await me(again), 'copy')).toBe(0)
    expect(countOf(await me(again), 'auditEntry')).toBe(1)
  })

  it('交过申请的账号：不能删，什么也没少', async () => {
    const family = await Family.signIn(api)
    await family.apply()
    await family.upload('bankCard')
    // The first look of a session at its own leaves a row of the audit.
    await me(family)
    const before = (await me(family)).kinds
    expect((await family.call({ method: 'DELETE', url: '/api/v1/me' })).json()).toMatchObject({
      code: 'ACCOUNT_HAS_CASES',
    })
    expect((await me(family)).kinds).toEqual(before)
  })
})
