import type { CasePersons } from '@contracts/applications'
import { Family, submission } from './support/family'
import { submissionFor } from './support/submissionFor'
import { startTestApi, type TestApi } from './support/testApi'

// What the next application of the same family takes over.

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const personsOf = async (family: Family, id: string) =>
  (await family.get(`/api/v1/applications/${id}/persons`)).json<CasePersons>()

test('人、号码、和孩子是什么关系、户口：和交的时候一样；材料、父母的情况不在里面', async () => {
  const family = await Family.signIn(api)
  const body = submission()
  const { applicationId } = await family.apply(body)
  expect(await personsOf(family, applicationId)).toEqual({
    service: 'DFUC_ALLOWANCE',
    applicant: { ...body.applicant, relation: 'grandparent' },
    child: body.child,
    hukou: '150302001',
  })
})

test('没问过身份证号的，没有号码', async () => {
  const family = await Family.signIn(api)
  const filed = (await family.submit(submissionFor('DIRECTOR_VISIT'))).json<{ applicationId: string }>()
  const { applicant, child, residence } = await personsOf(family, filed.applicationId)
  expect([applicant.idNumber, child.idNumber, residence]).toEqual([undefined, undefined, '150302001'])
})

test('看过一次，记一笔', async () => {
  const family = await Family.signIn(api)
  const { applicationId } = await family.apply()
  const reads = () =>
    api.db
      .selectFrom('audit')
      .select('sequence')
      .where('action', '=', 'ownRead')
      .where('application_id', '=', applicationId)
      .execute()
  const before = (await reads()).length
  await personsOf(family, applicationId)
  expect((await reads()).length).toBe(before + 1)
})
