import type { Correction, Holdings } from '@contracts/rights'
import { DeskClient } from './desk/deskClient'
import { Family, idNumber, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let family: Family
let applicationId = ''
let desk: DeskClient
let foreign: DeskClient
beforeAll(async () => {
  api = await startTestApi()
  family = await Family.signIn(api)
  applicationId = (await family.apply()).applicationId
  desk = await DeskClient.of(api, 'street', '150302001')
  foreign = await DeskClient.of(api, 'street', '150302002')
})
afterAll(() => api.close())

const ask = async (field: string, value: string) =>
  (
    await family.post(`/api/v1/applications/${applicationId}/corrections`, { field, value })
  ).json<Correction>().id
const address = (id: string) => `/desk/cases/${applicationId}/corrections/${id}`
const open = () => desk.get(`/desk/cases/${applicationId}`)
const told = async () => (await family.get('/api/v1/me')).json<Holdings>().cases[0]?.corrections ?? []

it('待办里看得到家里要求改的；核对以后就不在了', async () => {
  await desk.get('/desk')
  expect(desk.page).not.toContain('家里要求改信息的')
  const id = await ask('applicantName', '王秀兰兰')
  await desk.get('/desk')
  expect(desk.page).toContain('家里要求改信息的（1）')
  await open()
  expect(desk.page).toContain('王秀兰兰')
  expect((await desk.send(address(id), { decision: 'accept', answer: '' })).statusCode).toBe(303)
  await open()
  expect(desk.page).toContain('申请人的姓名：从“王秀兰”改成“王秀兰兰”。')
  await desk.get('/desk')
  expect(desk.page).not.toContain('家里要求改信息的')
})

it('不改没写理由：说清楚缺什么，写了的还在；写了理由，家里看得到', async () => {
  const id = await ask('other', '家里还有一个弟弟。')
  await open()
  const answer = await desk.send(address(id), { decision: 'decline', answer: '不行' })
  expect(answer.statusCode).toBe(400)
  expect(desk.page === '' || answer.body.includes('不改要写明理由')).toBe(true)
  expect(answer.body).toContain('>不行</textarea>')
  await open()
  await desk.send(address(id), { decision: 'decline', answer: '户口本上没有弟弟，请带证明来。' })
  expect((await told()).find((one) => one.id === id)).toMatchObject({
    status: 'declined',
    answer: '户口本上没有弟弟，请带证明来。',
  })
})

it('身份证号在页面上遮住，完整的只在记下来的那一页', async () => {
  const number = idNumber('20140101')
  await ask('childIdNumber', number)
  await open()
  expect(desk.page).not.toContain(number)
  expect(desk.page).toContain(`${number.slice(0, 4)}**********${number.slice(-4)}`)
  const numbers = await desk.send(`/desk/cases/${applicationId}/numbers`, {})
  expect(numbers.body).toContain(number)
})

it('家里没同意打的电话：要改成的那个也不显示，改完也不显示', async () => {
  const quiet = await Family.signIn(api)
  const { applicant } = submission()
  const { applicationId: id } = await quiet.apply({ applicant: { ...applicant, safeToContact: false } })
  const asked = (
    await quiet.post(`/api/v1/applications/${id}/corrections`, {
      field: 'applicantPhone',
      value: '13947300007',
    })
  ).json<Correction>()
  await desk.get(`/desk/cases/${id}`)
  expect(desk.page).toContain('申请人的电话')
  expect(desk.page).not.toContain('13947300007')
  const made = await desk.send(`/desk/cases/${id}/corrections/${asked.id}`, {
    decision: 'accept',
    answer: '',
  })
  expect(made.statusCode).toBe(303)
  await desk.get(`/desk/cases/${id}`)
  expect(desk.page).toContain('核对过的')
  for (const phone of ['13947300007', applicant.phone]) expect(desk.page).not.toContain(phone)
})

it('别的街道：没有这件事，什么也不变', async () => {
  const id = await ask('applicantPhone', '13900000000')
  await foreign.get('/desk')
  expect((await foreign.send(address(id), { decision: 'accept', answer: '' })).statusCode).toBe(404)
  expect((await told()).find((one) => one.id === id)?.status).toBe('waiting')
})
