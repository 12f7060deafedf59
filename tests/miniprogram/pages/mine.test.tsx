import { act, fireEvent, render, screen } from '@testing-library/react'
import { newDraft } from '@domain/application/draft'
import MinePage from '@/pages/mine'
import { removePhoto } from '@/platform/photos'
import { useCases } from '@/stores/cases'
import { useChecker } from '@/stores/checker'
import { useDraftShelf } from '@/stores/draftShelf'
import { usePreferences } from '@/stores/preferences'
import { useSession } from '@/stores/session'
import { phone } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/network', () => ({
  request: () => Promise.resolve({ ok: false, reason: 'offline' }),
  upload: jest.fn(),
}))
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
jest.mock('@/platform/privacy', () => ({ openPrivacyGuide: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(false),
}))
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve('id') }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))

const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z' }
const answers = { 'father.situation': { kind: 'choice', values: ['dead'] } }

async function openMine(): Promise<void> {
  await act(async () => void render(<MinePage />))
}
const press = async (name: string) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}
const pick = async (name: RegExp) => {
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name })))
}

beforeEach(() => {
  phone.reset()
  usePreferences.setState({ chosen: {} })
  useCases.setState({ isRead: true, cases: [], details: {} })
  useDraftShelf.setState({ isRead: true, drafts: {}, draft: undefined, chosen: undefined })
  jest.clearAllMocks()
  useSession.setState({ isRead: true, session: undefined })
  useChecker.getState().forget()
})

test.each([
  [/^大/, 1.25],
  [/^特大/, 1.5],
  [/^最大/, 1.7],
  [/^标准$/, 1],
])('字号 %s：马上变，记在手机上', async (name, fontScale) => {
  await openMine()
  await pick(name)
  expect(phone.kept.get('preferences')).toEqual({ fontScale })
  expect(screen.getByRole('radio', { name }).getAttribute('aria-checked')).toBe('true')
})

test('什么都没存：这么说，不给清除按钮', async () => {
  await openMine()
  expect(screen.getByText(/^没有。/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '清除' })).toBeNull()
  expect(screen.queryByRole('button', { name: '退出登录' })).toBeNull()
})

describe('手机上存着东西', () => {
  const draft = {
    ...newDraft('DFUC_ALLOWANCE', 'd', '2026-03-02T08:00:00.000Z'),
    papers: { bankCard: { photos: [{ clientId: 'p', file: 'photo-of-the-form' }] } },
  }
  beforeEach(async () => {
    phone.kept.set('checker', { answers })
    phone.kept.set('draft.d', draft)
    phone.kept.set('draft.e', { ...draft, id: 'e', papers: {} })
    phone.kept.set('supplement', {
      caseId: 'c',
      photos: { bankCard: [{ clientId: 'q', file: 'photo-of-the-correction' }] },
    })
    phone.kept.set('session', session)
    phone.kept.set('preferences', { fontScale: 1.5 })
    phone.kept.set('demoPerson', 'x')
    useSession.setState({ isRead: true, session })
    await openMine()
  })

  test('一样一行，说清楚存了什么；字号不算', () => {
    for (const words of [
      '填到一半的申请，和拍好的照片',
      '补材料拍的照片',
      '“看看能领什么”的答案',
      '登录状态',
    ])
      expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryByText('别的填写内容')).toBeNull()
  })

  test('清除先问一句；选“先留着”什么也不少', async () => {
    await press('清除')
    expect(screen.getByRole('alert').textContent).toContain('要清除这台手机上的内容吗？')
    await press('先留着')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(phone.kept.size).toBe(7)
  })

  test('清除：家里的内容和照片都没有了，没有网络也一样；字号还在', async () => {
    await press('清除')
    await press('都清除')
    expect(Array.from(phone.kept.keys())).toEqual(['preferences', 'demoPerson'])
    const removed = jest.mocked(removePhoto).mock.calls.map(([file]) => file)
    expect(removed).toEqual(expect.arrayContaining(['photo-of-the-form', 'photo-of-the-correction']))
    expect(useSession.getState().session).toBeUndefined()
    expect(screen.getByRole('alert').textContent).toBe('已清除。')
    expect(screen.getByText(/^没有。/)).toBeTruthy()
  })

  test('退出登录：没交的申请还在', async () => {
    await press('退出登录')
    expect(phone.kept.has('session')).toBe(false)
    expect(phone.kept.has('draft.d')).toBe(true)
    expect(screen.getByRole('alert').textContent).toContain('已退出')
    expect(screen.queryByRole('button', { name: '退出登录' })).toBeNull()
  })
})

test('交了还没送到的，也说；一间屋子的几样算一行', async () => {
  phone.kept.set('outbox', [])
  phone.kept.set('receipt', {})
  phone.kept.set('receipt.isNews', true)
  await openMine()
  expect(screen.getByText('交了、还没送到的申请')).toBeTruthy()
  expect(screen.getAllByText('最近一次的回执')).toHaveLength(1)
  expect(screen.queryByText('别的填写内容')).toBeNull()
})

test('有一样没有名字的东西：也说出来', async () => {
  phone.kept.set('newRoom', {})
  await openMine()
  expect(screen.getByText('别的填写内容')).toBeTruthy()
})

test.each([
  ['政策说明', 'open policy'],
  ['隐私说明', 'open notices'],
  ['我的信息', 'open myInformation'],
])('%s 不登录也能看', async (name, move) => {
  await openMine()
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${name}`) })))
  expect(phone.moves).toEqual([move])
})
