import { act, fireEvent, render, screen } from '@testing-library/react'
import HomePage from '@/pages/home'
import { call } from '@/platform/phone'
import { useCases } from '@/stores/cases'
import { useDraft } from '@/stores/draft'
import { usePreferences } from '@/stores/preferences'
import { newDraft } from '@domain/application/draft'
import { phone, network } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/network', () => jest.requireActual('../support/phone').network)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1, topEdge: () => ({ statusBar: 0 }) }))
jest.mock('@/platform/phone', () => ({ call: jest.fn(() => Promise.resolve('calling')) }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(false),
}))
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn(), photoPath: jest.fn() }))
jest.mock('@/platform/photoBytes', () => ({ photoBytes: jest.fn() }))
jest.mock('@/platform/attention', () => ({ watchAttention: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve('id') }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))

const draft = (name?: string) => {
  const empty = newDraft('DFUC_ALLOWANCE', 'd', '2026-03-02T08:00:00.000Z')
  return { ...empty, child: name ? { name } : {} }
}
const oneCase = (needsFamily: boolean) => ({
  id: 'c',
  caseNumber: '150300000001',
  service: 'DFUC_ALLOWANCE' as const,
  way: { procedure: 'streetThenDistrict' as const, kind: 'application' as const },
  childMaskedName: '王*明',
  status: needsFamily ? ('supplementRequested' as const) : ('submitted' as const),
  version: 1,
  updatedAt: '2026-03-02T08:00:00.000Z',
  needsFamily,
})

async function openHome(): Promise<void> {
  await act(async () => void render(<HomePage />))
}
const press = async (name: string | RegExp) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}

beforeEach(() => {
  phone.reset()
  jest.clearAllMocks()
  useCases.setState({ isRead: true, cases: [], details: {} })
  useDraft.setState({ isRead: true, drafts: {}, draft: undefined, chosen: undefined })
  usePreferences.setState({ chosen: {} })
})

test('打开不登录、不上网', async () => {
  await openHome()
  expect(network.request).not.toHaveBeenCalled()
})

test.each([
  [/^看看能领什么/, 'open check'],
  [/^我要申请/, 'open services'],
  [/^查办理进度/, 'tab progress'],
  [/^找儿童之家和心理咨询/, 'tab places'],
  [/^帮别人办/, 'open services'],
  [/^政策说明/, 'open policy'],
])('%s → %s', async (name, move) => {
  await openHome()
  await press(name)
  expect(phone.moves).toEqual([move])
})

test('孩子有危险：一下就拨 110', async () => {
  await openHome()
  await press(/^孩子有危险/)
  expect(call).toHaveBeenCalledWith('110')
})

test('电话打不开：说出来，告诉自己拨', async () => {
  jest.mocked(call).mockResolvedValueOnce('failed')
  await openHome()
  await press(/^孩子有危险/)
  expect(screen.getByRole('alert').textContent).toBe('电话没打开。请自己拨 110。')
})

test('需要家里办的事在最上面，只露名字的一头一尾；点一下就到补材料', async () => {
  useCases.setState({ cases: [oneCase(true)] })
  await openHome()
  const [first] = screen.getAllByRole('heading', { level: 2 })
  expect(first?.textContent).toBe('王*明：有材料要再拍')
  await press('去补材料')
  expect(phone.moves).toEqual(['open supplement'])
})

test('不用家里办的事不占首页', async () => {
  useCases.setState({ cases: [oneCase(false)] })
  await openHome()
  expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([])
})

test.each([
  ['王小明', '王某：申请填到一半'],
  [undefined, '申请填到一半'],
])('填到一半的申请：孩子叫%s时写“%s”', async (name, title) => {
  phone.kept.set('draft.d', draft(name))
  await openHome()
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(title)
  expect(document.body.textContent).not.toContain('王小明')
  await press('接着填')
  expect(phone.moves).toEqual(['open form'])
  expect(useDraft.getState().chosen).toBe('d')
})

test('几份没填完：最近的一份一点就开，别的在名单里', async () => {
  phone.kept.set('draft.d', draft('王小明'))
  phone.kept.set('draft.e', { ...draft('李小红'), updatedAt: '2026-03-05T08:00:00.000Z' })
  phone.kept.set('draft.f', '打不开的')
  await openHome()
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('李某：申请填到一半')
  await press('接着填')
  expect(useDraft.getState().chosen).toBe('e')
  await press('还有 2 份没填完的')
  expect(phone.moves).toEqual(['open form', 'open drafts'])
})

test('长辈版：点一下换过去，再点一下换回来，记在手机上', async () => {
  await openHome()
  await press(/^长辈版/)
  expect(phone.kept.get('preferences')).toEqual({ elder: true })
  await press(/^回到标准版/)
  expect(phone.kept.get('preferences')).toEqual({ elder: false })
})

test('没有“困境”这个说法', async () => {
  await openHome()
  expect(document.body.textContent).not.toContain('困境')
})
