import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { newDraft, type Draft } from '@domain/application/draft'
import { type ServiceCode } from '@domain/services/catalogue'
import DraftsPage from '@/packages/application/drafts'
import FormPage from '@/packages/application/form'
import StartPage from '@/packages/application/start'
import { leave } from '@/platform/leaving'
import { removePhoto } from '@/platform/photos'
import { changeDraft, useDraft } from '@/stores/draft'
import { useSession } from '@/stores/session'
import { network, phone, query } from '../support/phone'

let mockNow = '2026-03-08T08:00:00.000Z'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/network', () => jest.requireActual('../support/phone').network)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
jest.mock('@/platform/leaving', () => ({ leave: jest.fn() }))
jest.mock('@/platform/clock', () => ({ now: () => mockNow, today: () => mockNow.slice(0, 10) }))
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1, topEdge: () => ({ statusBar: 0 }) }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
jest.mock('@/platform/photos', () => ({
  removePhoto: jest.fn(() => Promise.resolve()),
  photosKeptBefore: () => Promise.resolve([]),
}))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve('new') }))
jest.mock('@/platform/pageTools', () => ({ scrollToTop: jest.fn() }))
jest.mock('@/platform/attention', () => ({ watchAttention: jest.fn() }))
jest.mock('@/platform/privacy', () => ({ privacyState: jest.fn(), askPrivacy: jest.fn() }))
jest.mock('@/platform/photoBytes', () => ({ photoBytes: jest.fn() }))
jest.mock('@/platform/takePhotos', () => ({ takePhotos: jest.fn() }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(false),
}))

function keep(id: string, name: string, more: Partial<Draft> = {}, service: ServiceCode = 'DFUC_ALLOWANCE') {
  const draft = { ...newDraft(service, id, '2026-03-02T08:00:00.000Z'), ...more }
  phone.kept.set(`draft.${id}`, { ...draft, child: name ? { ...draft.child, name } : draft.child })
}

async function openList(): Promise<void> {
  await act(async () => void render(<DraftsPage />))
}
async function openStart(service: ServiceCode): Promise<void> {
  query.current = { service }
  await act(async () => void render(<StartPage />))
}
const press = async (name: string | RegExp) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}
const headings = () => screen.queryAllByRole('heading', { level: 2 }).map((one) => one.textContent)
const sees = (words: string) => document.body.textContent?.includes(words)

beforeEach(() => {
  phone.reset()
  jest.clearAllMocks()
  useSession.setState({ isRead: true, session: undefined })
  mockNow = '2026-03-08T08:00:00.000Z'
  useDraft.setState({
    isShelfRead: false,
    drafts: {},
    isRead: false,
    draft: undefined,
    chosen: undefined,
    erased: 0,
  })
})

describe('名单', () => {
  test('一份一张：只有姓和日期，事项用中性的说法，最近的在上面', async () => {
    keep('a', '王小明')
    keep('b', '李小红', { updatedAt: '2026-03-05T08:00:00.000Z' }, 'TEMP_AID')
    await openList()
    expect(headings()).toEqual(['李某，3月5日填的', '王某，3月2日填的'])
    expect(sees('儿童生活补贴')).toBe(true)
    expect(sees('王小明') || sees('李小红')).toBe(false)
  })

  test('还没填名字的，也认得出是哪天的', async () => {
    keep('a', '')
    await openList()
    expect(headings()).toEqual(['3月2日填的'])
  })

  test('保密的那件事，名单上不说是什么事', async () => {
    keep('a', '王小明', {}, 'CATEGORY_A')
    await openList()
    expect(headings()).toEqual(['王某，3月2日填的'])
    expect(sees('专人')).toBe(false)
  })

  test('接着填：开的是这一份', async () => {
    keep('a', '王小明')
    keep('b', '李小红')
    await openList()
    await press('接着填，王某，3月2日填的')
    expect([phone.moves, useDraft.getState().chosen]).toEqual([['open form'], 'a'])
  })

  test('删掉先问一句；先留着就什么也不少；真删只删这一份和它的照片', async () => {
    keep('a', '王小明', { papers: { birthCertificate: { photos: [{ clientId: 'c', file: 'of-a' }] } } })
    keep('b', '李小红', { papers: { birthCertificate: { photos: [{ clientId: 'c', file: 'of-b' }] } } })
    await openList()
    await press('删掉，王某，3月2日填的')
    expect(screen.getByRole('dialog', { name: '要删掉这一份吗？' }).textContent).toContain('王某，3月2日填的')
    await press('先留着')
    expect(phone.kept.size).toBe(2)
    await press('删掉，王某，3月2日填的')
    await press('删掉，不要了')
    expect(Array.from(phone.kept.keys())).toEqual(['draft.b'])
    expect(jest.mocked(removePhoto).mock.calls).toEqual([['of-a']])
    expect(headings()).toEqual(['李某，3月2日填的'])
    expect(screen.getByRole('status').textContent).toBe('已删掉。')
  })

  test('已经传上去的照片，从服务器上也删；没传的没什么可删', async () => {
    const attachmentId = '3b241101-e2bb-4255-8caf-4136c566a963'
    const photos = [
      { clientId: 'c', file: 'f', attachmentId },
      { clientId: 'd', file: 'g' },
    ]
    network.request.mockResolvedValue({ ok: false, reason: 'offline' })
    useSession.setState({ isRead: true, session: { token: 't', expiresAt: '2099-01-01T00:00:00.000Z' } })
    keep('a', '王小明', { papers: { birthCertificate: { photos } } })
    await openList()
    await press(/^删掉/)
    await press('删掉，不要了')
    const asked = network.request.mock.calls.map(([call]) => call as { method: string; path: string })
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `DELETE /api/v1/attachments/${attachmentId}`,
    ])
  })

  test('再过几天会删，事先就写着；到时候删了，也说', async () => {
    keep('a', '王小明')
    await openList()
    expect(sees('再过 24 天没动，会从手机里删掉。')).toBe(true)
    mockNow = '2026-04-02T08:00:00.000Z'
    keep('b', '李小红', { updatedAt: '2026-03-31T08:00:00.000Z' })
    await openList()
    expect(screen.getAllByText('有 1 份 30 天没动，已经删掉。').length).toBeGreaterThan(0)
    expect(Array.from(phone.kept.keys())).toEqual(['draft.b'])
  })

  test('交了在等回音的：能看，不能删，也不到时候', async () => {
    keep('a', '王小明', { idempotencyKey: 'key' })
    await openList()
    expect(sees('交了，还在等')).toBe(true)
    expect(screen.queryByRole('button', { name: /^删掉/ })).toBeNull()
    expect(sees('会从手机里删掉')).toBe(false)
    await press('去看看，王某，3月2日填的')
    expect(phone.moves).toEqual(['open form'])
  })

  test('打不开的：说清楚，可以留着，可以删', async () => {
    phone.kept.set('draft.a', {
      shape: 99,
      id: 'a',
      child: { name: '王小明' },
      updatedAt: '2026-03-02T08:00:00.000Z',
    })
    await openList()
    expect(sees('这一份现在打不开')).toBe(true)
    expect(screen.queryByRole('button', { name: /^接着填/ })).toBeNull()
    await press(/^删掉/)
    await press('删掉，不要了')
    expect(phone.kept.size).toBe(0)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('没有没填完的')
  })

  test('换下一家：离开，眼前不留，手机里还在', async () => {
    keep('a', '王小明')
    await openList()
    await press('换下一家')
    expect(leave).toHaveBeenCalledTimes(1)
    expect(useDraft.getState()).toMatchObject({ draft: undefined, chosen: undefined })
    expect(phone.kept.has('draft.a')).toBe(true)
  })

  test.each([1, 10])('读屏：%i 份，问要不要删，axe 没有问题', async (count) => {
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    for (let index = 0; index < count; index += 1)
      keep(`d${index}`, `${'王李张刘陈杨赵黄周吴'[index] ?? ''}小明`)
    phone.kept.set('draft.d0', '打不开的')
    await openList()
    const options = { rules: { region: { enabled: false } } }
    expect((await axe.run(document.body, options)).violations).toEqual([])
    await press(count === 1 ? /^删掉/ : '删掉，李某，3月2日填的')
    expect((await axe.run(document.body, options)).violations).toEqual([])
  })
})

describe('回来接着填', () => {
  async function openForm(id: string): Promise<void> {
    cleanup()
    useDraft.setState({ isRead: false, chosen: id, draft: undefined })
    await act(async () => void render(<FormPage />))
  }

  test('什么都合适：没有提示', async () => {
    keep('a', '王小明', { step: 'helper' })
    await openForm('a')
    expect(sees('上次填到这里。')).toBe(true)
    expect(sees('再答一次') || sees('不用交')).toBe(false)
  })

  test('有一样不合适了：说出是哪一样；填好就不再提', async () => {
    keep('a', '王小明', { step: 'helper', applicant: { relation: 'neighbour' as never } })
    await openForm('a')
    expect(screen.getByRole('group', { name: '有变化，这几样要再答一次：' }).textContent).toContain(
      '您是孩子的什么人？',
    )
    await act(async () =>
      changeDraft((draft) => ({ ...draft, applicant: { ...draft.applicant, relation: 'mother' } })),
    )
    expect(sees('再答一次')).toBe(false)
  })

  test('有照片没人要了：删以前说出来', async () => {
    keep('a', '王小明', {
      step: 'helper',
      papers: { 'father.disabilityCard': { photos: [{ clientId: 'c', file: 'f' }] } },
    })
    await openForm('a')
    expect(screen.getByRole('group', { name: '这几样现在不用交，照片会删掉：' }).textContent).toContain(
      '残疾',
    )
  })

  test('替别人办的，每一页都能换下一家；自己办的没有', async () => {
    keep('a', '王小明', { step: 'contact', applicant: { helper: 'childDirector' } })
    await openForm('a')
    await press('换下一家')
    expect(leave).toHaveBeenCalledTimes(1)
    expect(phone.kept.has('draft.a')).toBe(true)
    keep('b', '李小红', { step: 'contact', applicant: { helper: 'none' } })
    await openForm('b')
    expect(screen.queryByRole('button', { name: '换下一家' })).toBeNull()
  })

  test('几份都没选：到名单里选', async () => {
    keep('a', '王小明')
    keep('b', '李小红')
    await act(async () => void render(<FormPage />))
    expect(phone.moves).toEqual(['replace drafts'])
  })
})

describe('再申请一件', () => {
  test('手机里没有没填完的：只有开始填', async () => {
    await openStart('DFUC_ALLOWANCE')
    expect(sees('没填完')).toBe(false)
    await press('开始填')
    expect(phone.moves).toEqual(['open form'])
    expect(useDraft.getState().draft).toMatchObject({ id: 'new', service: 'DFUC_ALLOWANCE' })
  })

  test('同一件事有一份没填完：接着填；也能另填一份，原来的还在', async () => {
    keep('a', '王小明')
    await openStart('DFUC_ALLOWANCE')
    expect(sees('有一份没填完：王某，3月2日填的。')).toBe(true)
    await press('接着填')
    expect(useDraft.getState().chosen).toBe('a')
    await press('另填一份')
    await waitFor(() => expect(phone.moves).toEqual(['open form', 'open form']))
    expect(Array.from(phone.kept.keys())).toEqual(['draft.a', 'draft.new'])
    expect(useDraft.getState().draft?.child).toEqual({})
  })

  test('几份没填完：到名单里选', async () => {
    keep('a', '王小明')
    keep('b', '李小红')
    await openStart('DFUC_ALLOWANCE')
    expect(screen.queryByRole('button', { name: '接着填' })).toBeNull()
    await press('看没填完的')
    expect(phone.moves).toEqual(['open drafts'])
  })

  test('照着填：点了才带，带的是人和住处', async () => {
    keep('a', '王小明', { applicant: { name: '王秀兰', helper: 'none' }, child: { hukou: '150302001' } })
    await openStart('TEMP_AID')
    const alike = within(screen.getByRole('main')).getByRole('button', { name: /照着填：王某/ })
    await act(async () => void fireEvent.click(alike))
    expect(useDraft.getState().draft).toMatchObject({
      id: 'new',
      service: 'TEMP_AID',
      applicant: { name: '王秀兰' },
      child: { name: '王小明', hukou: '150302001' },
    })
  })

  test('已经十份：说清楚先填完或删掉，开始填到名单去', async () => {
    for (let index = 0; index < 10; index += 1) keep(`d${index}`, '王小明')
    await openStart('TEMP_AID')
    expect(sees('手机里已经有 10 份没填完的。')).toBe(true)
    await press('开始填')
    expect(phone.moves).toEqual(['open drafts'])
    expect(phone.kept.size).toBe(10)
  })
})
