import { act, fireEvent, render, screen } from '@testing-library/react'
import { type Access, type AccessPage } from '@contracts/accesses'
import AccessesPage from '@/packages/tracking/accesses'
import { useConnection } from '@/stores/connection'
import { useSession } from '@/stores/session'
import { phone } from '../support/phone'
import { ok, offline, refusal, server } from '../support/server'

const id = 'f5a3f6d2-7d3a-4e26-9f43-0a4b8d8f5a11'

jest.mock('@/platform/navigation', () => ({
  ...jest.requireActual('../support/phone').navigation,
  readQuery: (query: object) => query,
}))
jest.mock('@/platform/lifecycle', () => ({
  ...jest.requireActual('../support/phone').lifecycle,
  useLoad: (load: (query: object) => void) =>
    jest.requireActual('react').useEffect(() => load({ id: 'f5a3f6d2-7d3a-4e26-9f43-0a4b8d8f5a11' }), []),
}))
jest.mock('@/platform/network', () => jest.requireActual('../support/server').network)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(true),
}))
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn() }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve('id') }))
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
jest.mock('@/platform/clock', () => ({ today: () => '2026-11-24', now: () => '2026-11-24T02:00:00.000Z' }))

const path = `/api/v1/applications/${id}/accesses`
const look = (changes: Partial<Access> = {}): Access => ({
  what: 'file',
  role: 'street',
  office: '海勃湾区凤凰岭街道',
  at: '2026-11-23T01:05:00.000Z',
  ...changes,
})
const page = (accesses: Access[], hasMore = false) => ok(200, { accesses, hasMore } satisfies AccessPage)

async function openPage(): Promise<void> {
  await act(async () => void render(<AccessesPage />))
}
const press = async (name: string) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}
const words = () => document.body.textContent ?? ''

beforeEach(() => {
  phone.reset()
  server.reset()
  useConnection.setState({ offline: false })
  useSession.setState({ isRead: true, session: { token: 't', expiresAt: '2099-01-01T00:00:00.000Z' } })
})

test('一次看的写一行：什么时候，哪个单位，什么岗位，看了什么', async () => {
  const district = { role: 'district', office: '海勃湾区民政局', at: '2026-11-24T02:00:00.000Z' } as const
  const photo = (paper?: string) => look({ what: 'photo', paper })
  server.replies[`${path}?page=1`] = [
    page([
      look({ ...district, what: 'numbers' }),
      photo('childHukouBook'),
      photo('mother.disabilityCard'),
      photo(),
      look(),
      photo('childHukouBook'),
      look({ at: '2026-11-23T01:04:00.000Z' }),
    ]),
  ]
  await openPage()
  expect(screen.getByText('11月24日 10:00 · 海勃湾区民政局')).toBeTruthy()
  expect(screen.getByText('做决定的人看了完整的身份证号。')).toBeTruthy()
  expect(screen.getByText('11月23日 09:05 · 海勃湾区凤凰岭街道')).toBeTruthy()
  expect(
    screen.getByText(
      '核对材料的人看了申请里填的内容。看了照片：孩子的户口本、孩子妈妈的残疾人证。看了现在不再使用的照片。',
    ),
  ).toBeTruthy()
  expect(screen.getByText('11月23日 09:04 · 海勃湾区凤凰岭街道')).toBeTruthy()
  expect(screen.getByText('核对材料的人看了申请里填的内容。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '看更早的' })).toBeNull()
})

test('同一分钟，同一个单位，岗位不同：各写一行', async () => {
  server.replies[`${path}?page=1`] = [page([look(), look({ role: 'district' })])]
  await openPage()
  expect(screen.getByText('核对材料的人看了申请里填的内容。')).toBeTruthy()
  expect(screen.getByText('做决定的人看了申请里填的内容。')).toBeTruthy()
})

test('没有人看过，就说没有', async () => {
  server.replies[`${path}?page=1`] = [page([])]
  await openPage()
  expect(screen.getByText('还没有人看过。')).toBeTruthy()
})

test('没有网：说没有网，不说没有人看过；有网再点一次就看到', async () => {
  server.replies[`${path}?page=1`] = [offline, page([look()])]
  await openPage()
  expect(words()).toContain('没有网络')
  expect(words()).not.toContain('还没有人看过')
  await press('再试一次')
  expect(screen.getByText('核对材料的人看了申请里填的内容。')).toBeTruthy()
})

test('别人的办件：没有找到', async () => {
  server.replies[`${path}?page=1`] = [refusal('NOT_FOUND')]
  await openPage()
  expect(words()).toContain('没有找到，或者不是您的。')
})

test('更早的一页接在后面；这一页没拿到，前面的还在', async () => {
  server.replies[`${path}?page=1`] = [page([look()], true)]
  server.replies[`${path}?page=2`] = [offline, page([look({ at: '2026-11-22T01:05:00.000Z' })])]
  await openPage()
  await press('看更早的')
  expect(screen.getByText('11月23日 09:05 · 海勃湾区凤凰岭街道')).toBeTruthy()
  await press('再试一次')
  expect(screen.getByText('11月23日 09:05 · 海勃湾区凤凰岭街道')).toBeTruthy()
  expect(screen.getByText('11月22日 09:05 · 海勃湾区凤凰岭街道')).toBeTruthy()
})

test('看过的记录不留在手机里', async () => {
  server.replies[`${path}?page=1`] = [page([look()])]
  await openPage()
  expect(JSON.stringify(Array.from(phone.kept.values()))).not.toContain('凤凰岭')
})
