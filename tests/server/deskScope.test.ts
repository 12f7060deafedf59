import { randomUUID } from 'node:crypto'
import { affectedBy } from '@server/audit/affected'
import { auditKeys } from '@server/audit/keys'
import { verifyAudit } from '@server/audit/verify'
import { affectedLines } from '@server/cli/auditReport'
import { decide } from '@server/usecases/decisions'
import { openCase, readCasePhoto, readNumbers } from '@server/usecases/desk'
import { readQueue } from '@server/usecases/queue'
import { crew, staffMember, value, verifiedCase, type Crew, type CrewName } from './support/desk'
import { Family, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let family: Family
let staff: Crew
beforeAll(async () => {
  api = await startTestApi({ limits: { children: { perHour: 1000, perDay: 1000, ofOnePerDay: 1000 } } })
  staff = await crew(api)
})
beforeEach(async () => {
  family = await Family.signIn(api)
})
afterAll(() => api.close())

/** What a request left in the audit: what, who, of what, whose. */
async function rowsOf(trace: string): Promise<(string | null)[][]> {
  const rows = await api.db
    .selectFrom('audit')
    .selectAll()
    .where('trace_id', '=', trace)
    .orderBy('sequence')
    .execute()
  return rows.map(({ action, actor_id, object_id, application_id }) => [
    action,
    actor_id,
    object_id,
    application_id,
  ])
}

describe('管得着的才看得见', () => {
  const table: [CrewName, boolean][] = [
    ['street', true],
    ['allStreets', true],
    ['district', true],
    ['otherStreet', false],
    ['otherDistrictStreet', false],
    ['otherDistrict', false],
  ]
  it.each(table)('%s：%s', async (name, sees) => {
    const { applicationId } = await family.apply()
    const photo = (await family.caseOf(applicationId)).files[0]?.id ?? ''
    const queue = value(await readQueue(api.parts, staff[name], 'test'))
    const listed = [...queue.toDo, ...queue.waiting, ...queue.done].some(({ id }) => id === applicationId)
    expect(listed).toBe(sees)
    const looks = [
      await openCase(api.parts, staff[name], applicationId, 'test'),
      await readNumbers(api.parts, staff[name], applicationId, 'test'),
      await readCasePhoto(api.parts, staff[name], { id: applicationId, attachmentId: photo }, 'test'),
    ]
    for (const look of looks) expect(look).toMatchObject(sees ? { ok: true } : { code: 'NOT_FOUND' })
    if (!sees)
      expect(
        await decide(api.parts, staff[name], { applicationId, kind: 'accepted', version: 1 }, 'test'),
      ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('别的办件的照片，从这件里看不到', async () => {
    const [one, two] = [await family.apply(), await family.apply()]
    const attachmentId = (await family.caseOf(two.applicationId)).files[0]?.id ?? ''
    expect(
      await readCasePhoto(api.parts, staff.street, { id: one.applicationId, attachmentId }, 'test'),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('该谁办的排在最前，最早的在上面', async () => {
    const waiting = await verifiedCase(api, staff, family)
    const forStreet = value(await readQueue(api.parts, staff.street, 'test'))
    const forDistrict = value(await readQueue(api.parts, staff.district, 'test'))
    expect(forStreet.waiting.map(({ id }) => id)).toContain(waiting)
    expect(forDistrict.toDo.map(({ id }) => id)).toContain(waiting)
    const times = forDistrict.toDo.map(({ since }) => since.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('身份证号先遮住，另看才给；初步判断和重复的办件给经办人看', async () => {
    const { child, applicant } = submission()
    const { applicationId } = await family.apply({ child, applicant })
    await (await Family.signIn(api)).apply({ child })
    const seen = value(await openCase(api.parts, staff.street, applicationId, 'test'))
    expect(JSON.stringify(seen)).not.toContain(child.idNumber)
    expect(seen.child.idNumber).toMatch(/^1503\*{10}\d{3}[\dX]$/)
    expect(seen.sameChildCases).toBe(1)
    expect(seen.advice.assessment.results).toContainEqual(
      expect.objectContaining({ code: 'DFUC_ALLOWANCE', result: 'ELIGIBLE' }),
    )
    expect(seen.facts.child?.birthDate).toBe('2015-06-07')
    expect(value(await readNumbers(api.parts, staff.street, applicationId, 'test'))).toEqual({
      child: child.idNumber,
      applicant: applicant.idNumber,
      wanted: [],
    })
  })

  it('看不到的，要看也记一笔：谁、要看哪件、哪张；那一家看不到这一笔', async () => {
    const { applicationId } = await family.apply()
    const attachmentId = (await family.caseOf(applicationId)).files[0]?.id ?? ''
    const [trace, nowhere] = [randomUUID(), randomUUID()]
    const { otherStreet: who } = staff
    await openCase(api.parts, who, applicationId, trace)
    await readNumbers(api.parts, who, applicationId, trace)
    await readCasePhoto(api.parts, who, { id: applicationId, attachmentId }, trace)
    await openCase(api.parts, who, nowhere, trace)
    expect(await rowsOf(trace)).toEqual([
      ['accessRefused', who.id, applicationId, applicationId],
      ['accessRefused', who.id, applicationId, applicationId],
      ['accessRefused', who.id, attachmentId, applicationId],
      ['accessRefused', who.id, nowhere, nowhere],
    ])
    expect((await family.get(`/api/v1/applications/${applicationId}/accesses`)).json()).toMatchObject({
      accesses: [],
    })
    const touched = await affectedBy(api.db, { actor: who.number, object: applicationId })
    expect(touched.map(({ actions, times }) => [actions, times])).toEqual([[['accessRefused'], 3]])
    expect(affectedLines(touched)[0]).toBe('涉及 0 户，0 件。')
  })

  it('待办里看到了哪些家，查得出来；同一天再看，不再一家一家记', async () => {
    const { applicationId } = await family.apply()
    const own = { ...staff.street, id: (await staffMember(api, 'street', '150302001', '街道戊')).id }
    const [first, again] = [randomUUID(), randomUUID()]
    const queue = value(await readQueue(api.parts, own, first))
    value(await readQueue(api.parts, own, again))
    const numbers = queue.colleagues.map(({ caseNumber }) => caseNumber)
    const colleagues = await api.db
      .selectFrom('application')
      .select('id')
      .where('case_number', 'in', numbers)
      .execute()
    expect(colleagues.length).toBeGreaterThan(0)
    const shown = [...queue.toDo, ...queue.waiting, ...queue.done, ...colleagues].map(({ id }) => id)
    expect(shown).toContain(applicationId)
    const rows = await rowsOf(first)
    expect(rows[0]).toEqual(['queueRead', own.id, null, null])
    expect(rows.slice(1).every(([action]) => action === 'caseListed')).toBe(true)
    expect(
      rows
        .slice(1)
        .map((row) => row[3])
        .sort(),
    ).toEqual([...new Set(shown)].sort())
    expect(await rowsOf(again)).toEqual([['queueRead', own.id, null, null]])
    const affected = await affectedBy(api.db, { actor: own.id })
    expect(affected.map((row) => row.applicationId)).toContain(applicationId)
    expect((await verifyAudit(api.db, await auditKeys(api.parts))).flaws).toEqual([])
    expect((await family.get(`/api/v1/applications/${applicationId}/accesses`)).json()).toMatchObject({
      accesses: [],
    })
  })

  it('每看一次，记一笔：谁、哪件、哪次请求', async () => {
    const { applicationId } = await family.apply()
    const attachmentId = (await family.caseOf(applicationId)).files[0]?.id ?? ''
    const trace = randomUUID()
    await readQueue(api.parts, staff.street, trace)
    await openCase(api.parts, staff.street, applicationId, trace)
    await readNumbers(api.parts, staff.street, applicationId, trace)
    await readCasePhoto(api.parts, staff.street, { id: applicationId, attachmentId }, trace)
    const rows = (await rowsOf(trace)).filter(([action]) => action !== 'caseListed')
    expect(rows).toEqual([
      ['queueRead', staff.street.id, null, null],
      ['caseRead', staff.street.id, applicationId, applicationId],
      ['numbersRead', staff.street.id, applicationId, applicationId],
      ['photoRead', staff.street.id, attachmentId, applicationId],
    ])
  })
})
