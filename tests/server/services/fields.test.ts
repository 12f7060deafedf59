import type { ApplicationSubmission, Receipt } from '@contracts/applications'
import { serviceNotice } from '@domain/application/serviceNotice'
import { applicantRelations } from '@domain/eligibility/facts'
import { asksIdNumbers, serviceCodes, services, type ServiceCode } from '@domain/services/catalogue'
import { detailIds, type Details } from '@domain/services/details'
import { canonicalJson } from '@server/crypto/canonicalJson'
import { sha256 } from '@server/crypto/tokens'
import { openApplication, sealApplication } from '@server/store/applications'
import { openCase } from '@server/usecases/desk'
import { staffMember, value } from '../support/desk'
import { Family, idNumber, submission } from '../support/family'
import { detailsFor, submissionFor } from '../support/submissionFor'
import { startTestApi, type TestApi } from '../support/testApi'
import { unhurried } from '../support/withoutQuotas'

jest.setTimeout(120_000)

let api: TestApi
let family: Family
beforeAll(async () => {
  api = await startTestApi({ limits: unhurried })
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const answerTo = async (body: ApplicationSubmission) => (await family.submit(body)).json<unknown>()
const wrong = (field: string) => ({ code: 'INVALID_FIELD', field })

const withNumbers = (
  body: ApplicationSubmission,
  who: 'applicant' | 'child',
  number: string | undefined,
) => ({
  ...body,
  [who]: { ...body[who], idNumber: number },
})

describe.each(serviceCodes)('%s', (code) => {
  const asked: readonly string[] = services[code].asks.details ?? []

  it('身份证号：要的不能少，不要的不能有', async () => {
    for (const who of ['child', 'applicant'] as const) {
      const number = asksIdNumbers(code) ? undefined : idNumber('20150607')
      expect(await answerTo(withNumbers(submissionFor(code), who, number))).toMatchObject(
        wrong(`${who}.idNumber`),
      )
    }
  })

  it('谁能来申请，就只收谁的', async () => {
    for (const relation of applicantRelations) {
      const isFine = services[code].relations.some((one) => one === relation)
      const answer = await answerTo(submissionFor(code, { relation }))
      expect([relation, answer]).toEqual([
        relation,
        expect.objectContaining(
          isFine ? { caseNumber: expect.any(String) as string } : wrong('facts.applicant.relation'),
        ),
      ])
    }
  })

  it('只收这件事问的，问的都要答，答的要是那一页给的', async () => {
    const body = submissionFor(code)
    for (const id of detailIds) {
      const details: Details = { ...body.details }
      if (asked.includes(id)) delete details[id]
      else details[id] = { kind: 'unknown' }
      expect([id, await answerTo({ ...body, details })]).toEqual([
        id,
        expect.objectContaining(wrong(`details.${id}`)),
      ])
      if (!asked.includes(id)) continue
      const never = { ...body.details, [id]: { kind: 'choice', values: ['没有的'] } }
      expect(await answerTo({ ...body, details: never })).toMatchObject(wrong(`details.${id}`))
    }
  })

  it('同意的是这件事的告知书', async () => {
    const receipt = (await answerTo(submissionFor(code))) as Receipt
    const consents = await api.db
      .selectFrom('consent')
      .select(['kind', 'notice_hash'])
      .where('application_id', '=', receipt.applicationId)
      .execute()
    const hash = sha256(canonicalJson(serviceNotice('childData', code)))
    expect(consents).toEqual([{ kind: 'childData', notice_hash: hash }])
  })
})

it('两件事的告知书不一样，记下的也不一样', async () => {
  const hashes = await api.db.selectFrom('consent').select('notice_hash').distinct().execute()
  expect(hashes.length).toBe(serviceCodes.length)
})

describe('在哪里办，就在哪里收', () => {
  const [away, here] = ['110101', '150302001']
  const [hukou, residence] = ['facts.child.hukou.division', 'facts.child.residence.division']
  it.each<[string, ServiceCode, { hukou: string; residence: string }, string]>([
    ['按户口的，户口在外地', 'TEKUN', { hukou: away, residence: here }, hukou],
    ['按住处的，住在外地', 'COUNSEL_REQUEST', { hukou: here, residence: away }, residence],
    ['两处都在外地', 'TEMP_AID', { hukou: away, residence: away }, hukou],
    ['跨省通办，两处都在外地', 'DFUC_ALLOWANCE', { hukou: away, residence: away }, hukou],
    ['要保密的，户口在外地', 'CATEGORY_A', { hukou: away, residence: here }, hukou],
  ])('%s', async (_name, code, places, field) => {
    expect(await answerTo(submissionFor(code, places))).toMatchObject(wrong(field))
  })

  it('按住处的，不知道住处，不收', async () => {
    const body = submissionFor('COUNSEL_REQUEST')
    const { residence: _, ...child } = body.facts.child ?? {}
    expect(await answerTo({ ...body, facts: { ...body.facts, child } })).toMatchObject(wrong(residence))
  })
})

describe('没有号码的孩子', () => {
  const born = (birthDate: string) => {
    const body = submissionFor('COUNSEL_REQUEST', { relation: 'self' })
    const facts = { ...body.facts, child: { ...body.facts.child, birthDate } }
    const consents = body.consents.map((one) => ({ ...one, actor: 'child' as const }))
    return { ...body, facts, consents }
  }
  it.each([
    ['说了生日，满14岁，自己可以同意', '2011-01-01', { status: undefined }],
    ['不满14岁，自己同意不算', '2015-01-01', { code: 'CONSENT_MISSING' }],
    ['生日在今天以后', '2099-01-01', wrong('facts.child.birthDate')],
  ])('%s', async (_name, birthDate, expected) => {
    expect(await answerTo(born(birthDate))).toMatchObject(
      'status' in expected ? { caseNumber: expect.any(String) as string } : expected,
    )
  })

  it('同名的两个孩子，两家的不会认成一个，工作台也不说重复', async () => {
    const file = async (who: Family) =>
      (await who.submit(submissionFor('COUNSEL_REQUEST'))).json<Receipt>().applicationId
    const ids = [await file(family), await file(family), await file(await Family.signIn(api))]
    const rows = await api.db
      .selectFrom('application')
      .select(['id', 'child_hmac'])
      .where('id', 'in', ids)
      .execute()
    const hash = (id: string | undefined) => rows.find((row) => row.id === id)?.child_hmac
    expect(hash(ids[0])).toBe(hash(ids[1]))
    expect(hash(ids[2])).not.toBe(hash(ids[0]))
    const clerk = await staffMember(api, 'street', '150302001')
    expect(value(await openCase(api.parts, clerk, ids[0] ?? '', 'test')).sameChildCases).toBe(0)
  })

  it('补不进号码；改了名字，按新的名字认', async () => {
    const { applicationId } = (await answerTo(submissionFor('COUNSEL_REQUEST'))) as Receipt
    const ask = (field: string, wanted: string) =>
      family.post(`/api/v1/applications/${applicationId}/corrections`, { field, value: wanted })
    expect((await ask('childIdNumber', idNumber('20150607'))).json()).toMatchObject(wrong('field'))
    expect((await ask('childName', '王小红')).statusCode).toBe(201)
  })
})

it('申请人就是说的那个人的，两处的姓名要一样', async () => {
  const body = submissionFor('ADOPTION')
  expect(await answerTo({ ...body, child: { name: '别的人' } })).toMatchObject(wrong('child.name'))
})

describe('从前的', () => {
  it('旧手机不送只有这件事问的，照样收', async () => {
    const { details: _, ...body } = submission({ formVersion: 1 })
    expect(await answerTo(body)).toMatchObject({
      way: { procedure: 'streetThenDistrict', kind: 'application' },
    })
  })

  it('从前存下的没有这些，家里、工作台、要的一份都打得开', async () => {
    const { applicationId } = (await answerTo(submissionFor('DFUC_ALLOWANCE'))) as Receipt
    const row = await api.db
      .selectFrom('application')
      .selectAll()
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow()
    const { details: _, ...earlier } = openApplication(api.parts, row)
    await api.db
      .updateTable('application')
      .set({ sealed: sealApplication(api.parts, applicationId, earlier) })
      .where('id', '=', applicationId)
      .execute()
    expect(await family.caseOf(applicationId)).toMatchObject({ status: 'submitted' })
    const clerk = await staffMember(api, 'street', '150302001')
    expect(value(await openCase(api.parts, clerk, applicationId, 'test')).details).toEqual({})
  })

  it('旧服务写的行，不说哪条路，就是街道再到区民政', async () => {
    const { applicationId } = (await answerTo(submissionFor('DFUC_ALLOWANCE'))) as Receipt
    const columns = await api.db.introspection.getTables()
    const named = columns
      .find(({ name }) => name === 'application')
      ?.columns.filter(({ name }) => ['procedure', 'department', 'confidential'].includes(name))
    expect(named?.every(({ hasDefaultValue, isNullable }) => hasDefaultValue && !isNullable)).toBe(true)
    const row = await api.db
      .selectFrom('application')
      .select(['procedure', 'department', 'confidential'])
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      procedure: 'streetThenDistrict',
      department: 'civilAffairs',
      confidential: false,
    })
  })
})

it('每件事的样子都收得下：做样子的函数没有漏', () => {
  for (const code of serviceCodes)
    expect(Object.keys(detailsFor(code)).sort()).toEqual([...(services[code].asks.details ?? [])].sort())
})
