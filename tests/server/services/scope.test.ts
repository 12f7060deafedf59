import type { Receipt } from '@contracts/applications'
import { serviceCodes, services, type ServiceCode } from '@domain/services/catalogue'
import { departments, type Department } from '@domain/services/departments'
import { handByCommand, handOver } from '@server/usecases/assignments'
import { decide } from '@server/usecases/decisions'
import { openCase, readCasePhoto, readNumbers } from '@server/usecases/desk'
import { readQueue } from '@server/usecases/queue'
import type { Staff } from '@server/usecases/staffSignIn'
import { value } from '../support/desk'
import { Family } from '../support/family'
import { submissionFor } from '../support/submissionFor'
import { startTestApi, type TestApi } from '../support/testApi'
import { unhurried } from '../support/withoutQuotas'
import { officersOf, type Officers } from './officers'
import { ways } from './ways'

/*
 * Every matter × everybody of the desk: one case of each, filed by a family of 凤凰岭街道, 海勃湾区.
 */

jest.setTimeout(300_000)

interface Filed {
  id: string
  photoId: string
}

let api: TestApi
let officers: Officers
const filed = new Map<ServiceCode, Filed>()
const filedAs = (code: ServiceCode) => filed.get(code) as Filed

beforeAll(async () => {
  api = await startTestApi({ limits: unhurried })
  officers = await officersOf(api)
  const family = await Family.signIn(api)
  for (const code of serviceCodes) filed.set(code, await file(family, code))
})
afterAll(() => api.close())

async function file(family: Family, code: ServiceCode): Promise<Filed> {
  const photo = await family.upload('childHukouBook')
  const papers = [{ paper: 'childHukouBook', attachmentIds: [photo.id] }]
  const answer = await family.submit({ ...submissionFor(code), papers })
  expect([code, answer.statusCode, answer.body]).toEqual([code, 201, expect.anything()])
  return { id: answer.json<Receipt>().applicationId, photoId: photo.id }
}

/** Who it is, and which matters come to this person. */
const people: [string, () => Staff, (code: ServiceCode) => boolean][] = [
  ['本街道', () => officers.clerk, hasStreet],
  ['全区街道', () => ({ ...officers.clerk, division: '150302' }), hasStreet],
  ['邻街道', () => ({ ...officers.clerk, division: '150302002' }), () => false],
  ['别区街道', () => ({ ...officers.clerk, division: '150303' }), () => false],
  ...departments.flatMap((department): typeof people => [
    [department, () => officers.of[department][0], (code) => decides(department, code)],
    [`别区 ${department}`, () => ({ ...officers.of[department][0], division: '150303' }), () => false],
  ]),
  ['要保密的事由他办', () => officers.named[0], (code) => decides('civilAffairs', code, true)],
  ['别区的，要保密的事由他办', () => ({ ...officers.named[0], division: '150303' }), () => false],
]

function hasStreet(code: ServiceCode): boolean {
  return ways[code][0] !== 'districtAlone'
}

function decides(department: Department, code: ServiceCode, isNamed = false): boolean {
  const [offices, of] = ways[code]
  return offices !== 'streetAlone' && of === department && (code !== 'CATEGORY_A' || isNamed)
}

describe.each(people)('%s', (_name, person, sees) => {
  const seen = serviceCodes.filter(sees)

  it('待办里只有归这里办的', async () => {
    const { corrections, toDo, waiting, colleagues, done } = value(
      await readQueue(api.parts, person(), 'test'),
    )
    const listed = [...toDo, ...waiting].map(({ id }) => id)
    expect(listed.sort()).toEqual(seen.map((code) => filedAs(code).id).sort())
    expect([...corrections, ...colleagues, ...done]).toEqual([])
  })

  it.each(serviceCodes)('%s：归这里办的打得开，别的和没有一样', async (code) => {
    const [staff, { id, photoId }] = [person(), filedAs(code)]
    const isSeen = seen.includes(code)
    const looks = [
      await openCase(api.parts, staff, id, 'test'),
      await readNumbers(api.parts, staff, id, 'test'),
      await readCasePhoto(api.parts, staff, { id, attachmentId: photoId }, 'test'),
    ]
    for (const look of looks) expect(look).toMatchObject(isSeen ? { ok: true } : { code: 'NOT_FOUND' })
    const late = { applicationId: id, kind: 'accepted', version: 7 } as const
    expect(await decide(api.parts, staff, late, 'test')).toMatchObject({
      code: isSeen ? 'STALE_VERSION' : 'NOT_FOUND',
    })
    const given = { applicationId: id, colleagueId: officers.clerk.id }
    expect(await handOver(api.parts, staff, given, 'test')).toMatchObject({
      code: isSeen ? 'NOT_ALLOWED_IN_STATE' : 'NOT_FOUND',
    })
  })
})

it('这样的表看得出少了谁：每件事总有人办', () => {
  for (const code of serviceCodes) expect(people.some(([, , sees]) => sees(code))).toBe(true)
})

describe('交给谁', () => {
  const numberOf = async (code: ServiceCode) => {
    const { case_number } = await api.db
      .selectFrom('application')
      .select('case_number')
      .where('id', '=', filedAs(code).id)
      .executeTakeFirstOrThrow()
    return case_number
  }
  const give = async (code: ServiceCode, { number }: Staff) =>
    handByCommand(api.parts, { caseNumber: await numberOf(code), number })

  it('别的部门的、没有名分的、不归街道办的，命令也交不过去', async () => {
    const [medical] = officers.of.medicalInsurance
    const [plain] = officers.of.civilAffairs
    const refused = { code: 'FORBIDDEN', field: 'to' }
    expect(await give('DFUC_ALLOWANCE', medical)).toMatchObject(refused)
    expect(await give('CHRONIC_OUTPATIENT', plain)).toMatchObject(refused)
    expect(await give('CATEGORY_A', plain)).toMatchObject(refused)
    expect(await give('CATEGORY_A', officers.clerk)).toMatchObject(refused)
    expect(await give('COUNSEL_REQUEST', plain)).toMatchObject(refused)
    expect(await give('CATEGORY_A', officers.named[0])).toMatchObject({ ok: true })
    expect(await give('CHRONIC_OUTPATIENT', medical)).toMatchObject({ ok: true })
  })

  it('交给同事，只列得出能办的同事', async () => {
    const [first, second] = officers.named
    const file = value(await openCase(api.parts, first, filedAs('CATEGORY_A').id, 'test'))
    expect(file.colleagues?.map(({ id }) => id)).toEqual([second.id])
    const [medical, other] = officers.of.medicalInsurance
    const theirs = value(await openCase(api.parts, medical, filedAs('CHRONIC_OUTPATIENT').id, 'test'))
    expect(theirs.colleagues?.map(({ id }) => id)).toEqual([other.id])
  })
})

it('要保密的事：一行日志也没有它的名字', () => {
  expect(services.CATEGORY_A.confidential).toBe(true)
  expect(api.logs.length).toBeGreaterThan(0)
  for (const line of api.logs) expect(line).not.toMatch(/CATEGORY_A|专人|特殊疾病|confidential/)
})
