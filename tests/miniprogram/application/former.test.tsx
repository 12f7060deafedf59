import { act, fireEvent, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { type CasePersons, type CaseSummary } from '@contracts/applications'
import { type ServiceCode } from '@domain/services/catalogue'
import StartPage from '@/packages/application/start'
import { offered } from '@/packages/application/start/former'
import { useCases } from '@/stores/cases'
import { useDraft } from '@/stores/draft'
import { useSession } from '@/stores/session'
import { phone, query } from '../support/phone'
import { offline, ok, refusal, server, session } from '../support/server'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/network', () => jest.requireActual('../support/server').network)
jest.mock('@/platform/clock', () => ({ today: () => '2026-11-24', now: () => '2026-11-24T02:00:00.000Z' }))
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
jest.mock('@/platform/photos', () => ({
  removePhoto: jest.fn(() => Promise.resolve()),
  photosKeptBefore: () => Promise.resolve([]),
}))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve('new') }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(false),
}))
// What the page only carries along loads, and is never called.
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const id = '3b241101-e2bb-4255-8caf-4136c566a962'
const path = `/api/v1/applications/${id}/persons`

const filed = (changes: Partial<CaseSummary> = {}): CaseSummary => ({
  id,
  caseNumber: '840211670001',
  service: 'DFUC_ALLOWANCE',
  way: { procedure: 'streetThenDistrict', kind: 'application' },
  childMaskedName: '王*明',
  status: 'confirmed',
  version: 4,
  updatedAt: '2026-03-02T08:00:00.000Z',
  needsFamily: false,
  ...changes,
})

const persons: CasePersons = {
  service: 'DFUC_ALLOWANCE',
  applicant: {
    name: '王秀兰',
    idNumber: '150302195803121224',
    phone: '13812345678',
    safeToContact: true,
    helper: 'none',
    relation: 'grandparent',
  },
  child: { name: '王小明', idNumber: '15030220150607123X' },
  hukou: '150302001',
  residence: '150302002',
}

async function open(service: ServiceCode, isSignedIn = true): Promise<void> {
  query.current = { service }
  useSession.setState({ isRead: true, session: isSignedIn ? session('t1') : undefined })
  await act(async () => void render(<StartPage />))
}
const offer = () => screen.queryByRole('button', { name: /^用上次填的：王\*明/ })
const take = async () => {
  const button = offer()
  if (!button) throw new Error('nothing is offered')
  await act(async () => void fireEvent.click(button))
}

beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
beforeEach(() => {
  phone.reset()
  server.reset()
  server.calls = []
  useCases.setState({ isRead: true, cases: [filed()], details: {} })
})

test('办过的孩子：可以照着上次填；不点，什么也不取', async () => {
  await open('HOME_ACCESS')
  expect(offer()).not.toBeNull()
  expect(server.calls).toEqual([])
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations).toEqual([])
})

test('点一下：人、号码、住处都在，材料和同意没有', async () => {
  server.replies[path] = [ok(200, persons)]
  await open('HOME_ACCESS')
  await take()
  const { draft } = useDraft.getState()
  expect(draft).toMatchObject({
    service: 'HOME_ACCESS',
    applicant: { name: '王秀兰', idNumber: '150302195803121224', relation: 'grandparent' },
    child: { name: '王小明', idNumber: '15030220150607123X', hukou: '150302001', residence: '150302002' },
    papers: {},
    consents: {},
  })
  expect(phone.moves).toEqual(['open form'])
})

test('这件事不用身份证号：号码不带过去', async () => {
  server.replies[path] = [ok(200, persons)]
  await open('DIRECTOR_VISIT')
  await take()
  expect(useDraft.getState().draft?.child.idNumber).toBeUndefined()
  expect(useDraft.getState().draft?.child.name).toBe('王小明')
})

test('没有登录过的手机：不问', async () => {
  await open('HOME_ACCESS', false)
  expect(offer()).toBeNull()
})

test.each([
  ['没有网', offline],
  ['已经不能看了', refusal('NOT_FOUND')],
])('%s：说出来，留在这一页', async (_, reply) => {
  server.replies[path] = [reply]
  await open('HOME_ACCESS')
  await take()
  expect(screen.getByRole('alert').textContent).not.toBe('')
  expect(phone.moves).toEqual([])
})

test('一个孩子只列最近的一件，最多三个', () => {
  const cases = [
    filed({ id: 'old', updatedAt: '2026-01-01T00:00:00.000Z' }),
    filed({ id: 'new', updatedAt: '2026-05-01T00:00:00.000Z' }),
    ...['李*', '张*', '赵*'].map((name) =>
      filed({ id: name, childMaskedName: name, updatedAt: '2026-04-01T00:00:00.000Z' }),
    ),
  ]
  expect(offered(cases).map((one) => one.id)).toEqual(['new', '李*', '张*'])
})
