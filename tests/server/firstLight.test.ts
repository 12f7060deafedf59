import { Family, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

it('一家人从登录到回执：照片、申请、进度都在', async () => {
  const family = await Family.signIn(api)
  const attachment = await family.upload('childHukouBook')
  const papers = [{ paper: 'childHukouBook', attachmentIds: [attachment.id] }]
  const answer = await family.submit(submission({ papers }))
  expect(answer.statusCode).toBe(201)
  const receipt = answer.json()
  expect(receipt.caseNumber).toMatch(/^\d{12}$/)
  expect(receipt.files).toEqual([
    { paper: 'childHukouBook', sha256: attachment.sha256, bytes: attachment.bytes },
  ])
  expect(receipt.office).toBe('海勃湾区凤凰岭街道')
  const detail = await family.caseOf(receipt.applicationId)
  expect(detail.events.map(({ kind }) => kind)).toEqual(['submitted'])
  expect(detail.childMaskedName).toBe('王*明')
})
