import { randomUUID } from 'node:crypto'
import type { ConsentGiven } from '@contracts/consents'
import type { Holdings } from '@contracts/rights'
import { consentNotices } from '@domain/application/consentNotices'
import { serviceNotice } from '@domain/application/serviceNotice'
import type { PaperId } from '@domain/services/papers'
import { days } from '@server/clock'
import { canonicalJson } from '@server/crypto/canonicalJson'
import { sha256 } from '@server/crypto/tokens'
import { decide } from '@server/usecases/decisions'
import type { Staff } from '@server/usecases/staffSignIn'
import { sql } from 'kysely'
import { staffMember, value } from './support/desk'
import { childDataConsent, Family } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

// A photo about somebody's health that the office asks for later needs the separate consent too (PIPL 28–31).

let api: TestApi
let street: Staff
let family: Family
const time = movableClock()
beforeAll(async () => {
  api = await startTestApi({
    clock: time.clock,
    limits: { children: { perHour: 1000, perDay: 1000, ofOnePerDay: 1000 } },
  })
  street = await staffMember(api, 'street', '150302001')
})
beforeEach(async () => {
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const notice = consentNotices.healthDocuments
const agreed = notice.version
const health: ConsentGiven = { kind: 'healthDocuments', noticeVersion: agreed, actor: 'applicant' }
const card = 'father.disabilityCard'

const versionOf = async (id: string) => (await family.caseOf(id)).version

async function ask(id: string, ...papers: PaperId[]): Promise<void> {
  const supplement = { papers: papers.map((paper) => ({ paper, reason: '请补上' })) }
  const act = {
    applicationId: id,
    kind: 'supplementRequested',
    version: await versionOf(id),
    supplement,
  } as const
  value(await decide(api.parts, street, act, 'test'))
}

/** A case that waits for papers. */
async function asked(...papers: PaperId[]): Promise<string> {
  const { applicationId } = await family.apply()
  await ask(applicationId, ...papers)
  return applicationId
}

async function handIn(id: string, papers: PaperId[], healthConsent?: string, key?: string) {
  const photos = await Promise.all(papers.map((paper) => family.upload(paper)))
  const body = {
    version: await versionOf(id),
    papers: papers.map((paper, place) => ({ paper, attachmentIds: [photos[place]?.id ?? ''] })),
    ...(healthConsent !== undefined && { healthConsent }),
  }
  const answer = await family.post(`/api/v1/applications/${id}/supplements`, body, key)
  return { answer, body, photos }
}

/** What stands in the database of a case: all that a refused act must leave as it was. */
async function stored(id: string) {
  const { rows } = await sql<Record<string, string>>`
    select status, version,
      (select count(*) from case_event where application_id = ${id}) as events,
      (select count(*) from consent where application_id = ${id}) as consents,
      (select count(*) from attachment where application_id = ${id}) as photos,
      (select count(*) from outbox where application_id = ${id}) as messages
    from application where id = ${id}`.execute(api.db)
  return rows[0]
}

const consentsOf = async (id: string) =>
  (await family.get('/api/v1/me'))
    .json<Holdings>()
    .cases.flatMap((one) => (one.id === id ? one.consents : []))
    .filter(({ kind }) => kind === 'healthDocuments')

async function takeBack(id: string): Promise<void> {
  const [consent] = await consentsOf(id)
  const answer = await family.post(`/api/v1/consents/${consent?.id}/withdrawal`, {})
  expect(answer.statusCode).toBe(201)
}

describe('补交有关身体的照片，要单独同意', () => {
  it.each<[string, string | undefined]>([
    ['没有同意', undefined],
    ['同意的是旧的说明', 'healthDocuments-1'],
    ['同意的是另一件事的说明', consentNotices.childData.version],
  ])('%s：不收，什么也没存', async (_, healthConsent) => {
    const id = await asked(card)
    const before = await stored(id)
    const { answer, photos } = await handIn(id, [card], healthConsent)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'CONSENT_MISSING', field: 'consents' })
    expect(await stored(id)).toEqual(before)
    const photo = await api.db
      .selectFrom('attachment')
      .select('application_id')
      .where('id', '=', photos[0]?.id ?? '')
      .executeTakeFirstOrThrow()
    expect(photo.application_id).toBeNull()
  })

  it('这次同意了：收下，同意连说明的版本和全文的哈希一起存', async () => {
    const id = await asked(card)
    const { answer, photos } = await handIn(id, [card], agreed)
    expect(answer.statusCode).toBe(201)
    expect((await family.caseOf(id)).files.map((file) => file.id)).toContain(photos[0]?.id)
    expect(await consentsOf(id)).toMatchObject([
      {
        noticeVersion: notice.version,
        noticeHash: sha256(canonicalJson(serviceNotice('healthDocuments', 'DFUC_ALLOWANCE'))),
        actor: childDataConsent.actor,
        withdrawnAt: null,
      },
    ])
  })

  it('被拒以后同意了，用同一个编号再交：收下', async () => {
    const id = await asked(card)
    const key = randomUUID()
    expect((await handIn(id, [card], undefined, key)).answer.statusCode).toBe(422)
    expect((await handIn(id, [card], agreed, key)).answer.statusCode).toBe(201)
  })

  it('申请时同意过：旧手机不带同意也收，不多存一行', async () => {
    const { applicationId: id } = await family.apply({ consents: [childDataConsent, health] })
    await ask(id, card)
    expect((await handIn(id, [card])).answer.statusCode).toBe(201)
    expect(await consentsOf(id)).toHaveLength(1)
  })

  it('申请时同意的是旧的说明：不算，要重新问', async () => {
    const { applicationId: id } = await family.apply({ consents: [childDataConsent, health] })
    await api.db
      .updateTable('consent')
      .set({ notice_version: 'healthDocuments-1' } as never)
      .where('application_id', '=', id)
      .execute()
    await ask(id, card)
    expect((await handIn(id, [card])).answer.json()).toMatchObject({ code: 'CONSENT_MISSING' })
  })

  it('别的一件申请里同意过：不算', async () => {
    await family.apply({ consents: [childDataConsent, health] })
    const id = await asked(card)
    expect((await handIn(id, [card])).answer.json()).toMatchObject({ code: 'CONSENT_MISSING' })
  })

  it('和身体没关系的材料：不用这项同意；带来的也不存', async () => {
    const id = await asked('bankCard', card)
    expect((await handIn(id, ['bankCard'], agreed)).answer.statusCode).toBe(201)
    expect(await consentsOf(id)).toEqual([])
  })

  it('不同意，一样也不拍，带到窗口：收下，接着办，写在“还没交”里', async () => {
    const id = await asked(card)
    const papers = [{ paper: card, attachmentIds: [] }]
    const body = { version: await versionOf(id), papers }
    const answer = await family.post(`/api/v1/applications/${id}/supplements`, body)
    expect(answer.json()).toMatchObject({ status: 'submitted', papersLater: expect.arrayContaining([card]) })
  })

  it('只说材料、没有照片：不用同意', async () => {
    const id = await asked('bankCard', card)
    const { id: photo } = await family.upload('bankCard')
    const papers = [
      { paper: 'bankCard', attachmentIds: [photo] },
      { paper: card, attachmentIds: [] },
    ]
    const body = { version: await versionOf(id), papers }
    expect((await family.post(`/api/v1/applications/${id}/supplements`, body)).statusCode).toBe(201)
  })

  it('同样的请求再来一次：同样的回答，同意只有一行', async () => {
    const id = await asked(card)
    const key = randomUUID()
    const { answer, body } = await handIn(id, [card], agreed, key)
    const again = await family.post(`/api/v1/applications/${id}/supplements`, body, key)
    expect(again.json()).toEqual(answer.json())
    expect(await consentsOf(id)).toHaveLength(1)
  })
})

describe('收回以后', () => {
  /** The consent was given with the application and one photo, and then taken back. */
  async function takenBack(): Promise<string> {
    const photo = await family.upload(card)
    const { applicationId: id } = await family.apply({
      papers: [{ paper: card, attachmentIds: [photo.id] }],
      consents: [childDataConsent, health],
    })
    time.advance(days(1))
    await takeBack(id)
    time.advance(days(1))
    await ask(id, card)
    return id
  }

  it('没有再同意：不收', async () => {
    const id = await takenBack()
    const before = await stored(id)
    expect((await handIn(id, [card])).answer.json()).toMatchObject({ code: 'CONSENT_MISSING' })
    expect(await stored(id)).toEqual(before)
  })

  it('再同意一次：新照片收下，冻住的照片还是谁也看不到', async () => {
    const id = await takenBack()
    const { answer, photos } = await handIn(id, [card], agreed)
    expect(answer.statusCode).toBe(201)
    const { files } = await family.caseOf(id)
    expect(files.filter(({ paper }) => paper === card).map((file) => file.id)).toEqual([photos[0]?.id])
    expect((await consentsOf(id)).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, true])
  })

  it('同意过两次，收回一次：前面给的都不算了', async () => {
    const { applicationId: id } = await family.apply({ consents: [childDataConsent, health] })
    time.advance(days(1))
    await ask(id, card)
    expect((await handIn(id, [card], agreed)).answer.statusCode).toBe(201)
    time.advance(days(1))
    await takeBack(id)
    await ask(id, card)
    expect((await handIn(id, [card])).answer.json()).toMatchObject({ code: 'CONSENT_MISSING' })
  })

  it('补交到一半收回：没有照片留在收回了的同意下面', async () => {
    const { applicationId: id } = await family.apply({ consents: [childDataConsent, health] })
    await ask(id, card)
    const photo = await family.upload(card)
    const body = { version: await versionOf(id), papers: [{ paper: card, attachmentIds: [photo.id] }] }
    const [consent] = await consentsOf(id)
    // The photo is held, so the supplement waits for it after it has read the consents.
    const acts = await api.db.transaction().execute(async (held) => {
      await sql`select 1 from attachment where id = ${photo.id} for update`.execute(held)
      const handingIn = family.post(`/api/v1/applications/${id}/supplements`, body)
      await waiting(1)
      const takingBack = family.post(`/api/v1/consents/${consent?.id}/withdrawal`, {})
      await Promise.race([takingBack, waiting(2)])
      return [handingIn, takingBack]
    })
    expect((await Promise.all(acts)).map(({ statusCode }) => statusCode)).toEqual([201, 201])
    const { files } = await family.caseOf(id)
    expect(files.filter(({ paper }) => paper === card)).toEqual([])
  })
})

/** Until so many connections of this database wait for a lock. */
async function waiting(count: number): Promise<void> {
  for (let found = 0; found < count;) {
    const { rows } = await sql<{ waits: number }>`
      select count(*)::int as waits from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(api.db)
    found = rows[0]?.waits ?? 0
  }
}
