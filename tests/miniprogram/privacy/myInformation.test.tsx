import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { CopyContent, Holdings } from '@contracts/rights'
import { deletionRefusal } from '@domain/rights/deletionRefusal'
import MyInformationPage from '@/packages/privacy/mine'
import CorrectPage from '@/packages/privacy/correct'
import { request } from '@/platform/network'
import { handOver } from '@/platform/ownCopy'
import { useSession } from '@/stores/session'
import { phone, query } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/network', () => ({ request: jest.fn(), upload: jest.fn() }))
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(true),
}))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve('one-key') }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/ownCopy', () => ({ handOver: jest.fn(() => Promise.resolve('done')) }))

const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z' }
const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const at = '2026-11-20T04:00:00.000Z'
const consent = {
  id: id(2),
  kind: 'childData',
  noticeVersion: 'childData-2',
  noticeHash: 'a'.repeat(64),
  actor: 'guardian',
  givenAt: at,
  withdrawnAt: null,
} as const

const held = (
  changes: Partial<Holdings['cases'][number]> = {},
  copies: Holdings['copies'] = [],
): Holdings => ({
  kinds: [
    { kind: 'application', count: 1 },
    { kind: 'session', count: 0 },
    { kind: 'loosePhoto', count: 2 },
  ],
  cases: [
    {
      id: id(1),
      caseNumber: '840211672233',
      status: 'submitted',
      frozenAt: null,
      consents: [consent],
      corrections: [],
      deletionAnswer: null,
      ...changes,
    },
  ],
  copies,
})

/** What the server answers, by method and path; everything that was asked. */
let answers: Record<string, { status: number; body: unknown }>
const asked = () => jest.mocked(request).mock.calls.map(([{ method, path }]) => `${method} ${path}`)

beforeEach(() => {
  phone.reset()
  jest.mocked(request).mockReset()
  jest.mocked(request).mockImplementation(({ method, path }) => {
    const answer = answers[`${method} ${path}`]
    return Promise.resolve(answer ? { ok: true, ...answer } : { ok: false, reason: 'offline' })
  })
  answers = { 'GET /api/v1/me': { status: 200, body: held() } }
  useSession.setState({ isRead: true, session })
})

const open = async () => {
  await act(async () => void render(<MyInformationPage />))
}
const press = async (name: string | RegExp) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}
/** The section with this title. */
const part = (name: string) => screen.getByRole('heading', { name }).parentElement as HTMLElement

test('没登录过的手机：打开什么也不发，点了才登录', async () => {
  useSession.setState({ isRead: true, session: undefined })
  await open()
  expect(screen.getByText('这台手机还没有登录。')).toBeTruthy()
  expect(asked()).toEqual([])
})

test('存了什么、几件、为什么存，一样一行；没有的不列', async () => {
  await open()
  expect(screen.getByText('交了的申请')).toBeTruthy()
  expect(screen.getByText('1 件。办您的申请。')).toBeTruthy()
  expect(screen.getByText('2 张。等您接着填，再提交。')).toBeTruthy()
  expect(screen.queryByText('登录记录')).toBeNull()
  expect(screen.getByText(/有 2 张/)).toBeTruthy()
})

test('收回同意：从“我的”数，三下；先说清楚后果', async () => {
  await open()
  const withdrawn = { ...consent, withdrawnAt: '2026-11-25T04:00:00.000Z' }
  answers[`POST /api/v1/consents/${id(2)}/withdrawal`] = { status: 201, body: withdrawn }
  // The first tap opened this page.
  await press('撤回这项同意：孩子的信息')
  expect(screen.getByText('还没办完的，就停办。')).toBeTruthy()
  answers['GET /api/v1/me'] = { status: 200, body: held({ frozenAt: at, consents: [withdrawn] }) }
  await press('撤回同意')
  expect(asked()).toContain(`POST /api/v1/consents/${id(2)}/withdrawal`)
  expect(screen.getByText('已撤回。')).toBeTruthy()
  expect(screen.getByText(/^只存着，不再使用。/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^撤回这项同意/ })).toBeNull()
})

test('撤回“有关身体的材料”：后果一直写着；整件停办了，就不说接着办', async () => {
  const health = { ...consent, kind: 'healthDocuments', withdrawnAt: at } as const
  answers['GET /api/v1/me'] = { status: 200, body: held({ consents: [health] }) }
  await open()
  expect(screen.getByText(/^申请接着办。/)).toBeTruthy()
  answers['GET /api/v1/me'] = {
    status: 200,
    body: held({ consents: [health], frozenAt: at, status: 'withdrawn' }),
  }
  await open()
  expect(screen.getByText(/^这件申请已经停办。/)).toBeTruthy()
  expect(screen.getAllByText(/^申请接着办。/)).toHaveLength(1)
})

test('手机丢了：一下就让别的手机退出，说清楚这台照常用', async () => {
  await open()
  expect(screen.getByText(/这台照常用。/)).toBeTruthy()
  answers['DELETE /api/v1/sessions'] = { status: 204, body: '' }
  await press('让别的手机退出登录')
  expect(asked()).toEqual(['GET /api/v1/me', 'DELETE /api/v1/sessions', 'GET /api/v1/me'])
  expect(within(part('手机丢了？')).getByText('别的手机都已退出登录。')).toBeTruthy()
  expect(useSession.getState().session).toEqual(session)
})

test('没退成：在按钮旁边说，不说已退出', async () => {
  await open()
  await press('让别的手机退出登录')
  expect(screen.queryByText('别的手机都已退出登录。')).toBeNull()
  expect(within(part('手机丢了？')).getByRole('alert')).toBeTruthy()
})

test('选“先不撤回”：什么也不发', async () => {
  await open()
  await press('撤回这项同意：孩子的信息')
  await press('先不撤回')
  expect(asked()).toEqual(['GET /api/v1/me'])
})

test('要求删除：看到有日期、有依据的答复', async () => {
  await open()
  const { version, title, sentences, grounds } = deletionRefusal
  const answer = {
    id: id(3),
    caseNumber: '840211672233',
    answeredAt: at,
    version,
    title,
    sentences: [...sentences],
    grounds: [...grounds],
  }
  answers[`POST /api/v1/applications/${id(1)}/deletion`] = { status: 201, body: answer }
  answers['GET /api/v1/me'] = { status: 200, body: held({ deletionAnswer: answer }) }
  await press('要求删除这件申请')
  expect(screen.getByText('关于删除申请的答复')).toBeTruthy()
  expect(screen.getByText(/《档案法实施条例》第十九条/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '要求删除这件申请' })).toBeNull()
})

test('没有改：办事的人写的理由，单写一段', async () => {
  const declined = {
    id: id(5),
    field: 'childName',
    status: 'declined',
    requestedAt: at,
    decidedAt: '2026-11-21T04:00:00.000Z',
    answer: '户口本上就是王小明。',
  } as const
  answers['GET /api/v1/me'] = { status: 200, body: held({ corrections: [declined] }) }
  await open()
  expect(screen.getByRole('heading', { name: '要求改：孩子的姓名' })).toBeTruthy()
  expect(screen.getByText(/^答复于 /).textContent).toContain('11月21日 12:00')
  expect(screen.getByText('户口本上就是王小明。')).toBeTruthy()
})

test('没办成：话写在按的地方，别的按钮还能按', async () => {
  answers['POST /api/v1/me/copies'] = {
    status: 403,
    body: { code: 'FORBIDDEN', message: '您没有办理这一步的权限。', traceId: 't' },
  }
  await open()
  await press('要一份')
  expect(within(part('要一份自己的信息')).getByRole('alert').textContent).toContain('您没有办理')
  expect(screen.getAllByRole('alert')).toHaveLength(1)
  await press('删除这些照片')
  expect(screen.getByRole('dialog')).toBeTruthy()
})

test('删了照片：在原来的地方说', async () => {
  answers['DELETE /api/v1/me/drafts'] = { status: 200, body: { photos: 2 } }
  await open()
  await press('删除这些照片')
  await press('删除照片')
  expect(screen.getByText('照片已删除。')).toBeTruthy()
})

test('账号删了：登录也就没了，不再去服务器退出', async () => {
  answers['GET /api/v1/me'] = { status: 200, body: { ...held(), cases: [] } }
  answers['DELETE /api/v1/me'] = { status: 204, body: undefined }
  await open()
  await press('删除账号')
  await act(
    async () => void fireEvent.click(screen.getAllByRole('button', { name: '删除账号' })[1] as Element),
  )
  expect(screen.getByText('账号已删除。')).toBeTruthy()
  expect(useSession.getState().session).toBeUndefined()
  expect(asked()).toEqual(['GET /api/v1/me', 'DELETE /api/v1/me'])
})

test('交过申请：说明账号为什么不能删', async () => {
  await open()
  expect(screen.getByText('交过申请，账号要和申请一起留着。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '删除账号' })).toBeNull()
})

test('几件同意：总按申请时问的先后', async () => {
  const health = { ...consent, id: id(3), kind: 'healthDocuments' } as const
  answers['GET /api/v1/me'] = { status: 200, body: held({ consents: [health, consent] }) }
  await open()
  const titles = screen.getAllByRole('button', { name: /^撤回这项同意：/ })
  expect(titles.map((one) => one.getAttribute('aria-label'))).toEqual([
    '撤回这项同意：孩子的信息',
    '撤回这项同意：有关身体的材料',
  ])
})

test.each([
  ['preparing', '已收到，正在准备。请过一天再来取。', false],
  ['ready', '准备好了，可以取。', true],
] as const)('副本 %s：%s', async (state, words, mayFetch) => {
  answers['GET /api/v1/me'] = { status: 200, body: held({}, [{ id: id(4), requestedAt: at, state }]) }
  await open()
  expect(screen.getByText(new RegExp(words))).toBeTruthy()
  expect(screen.queryByRole('button', { name: '取这一份' }) !== null).toBe(mayFetch)
  expect(screen.queryByRole('button', { name: '再要一份新的' }) !== null).toBe(mayFetch)
})

describe('取这一份', () => {
  const copy = id(4)
  const content: CopyContent = {
    madeAt: at,
    account: { createdAt: at },
    kinds: [{ kind: 'account', count: 1 }],
    cases: [],
    frozenCases: [{ caseNumber: '840211672233', frozenAt: at }],
    loosePhotos: [],
  }

  beforeEach(() => {
    jest.mocked(handOver).mockClear()
    answers['GET /api/v1/me'] = {
      status: 200,
      body: held({}, [{ id: copy, requestedAt: at, state: 'ready' }]),
    }
    answers[`GET /api/v1/me/copies/${copy}/content`] = { status: 200, body: content }
  })

  test('是一个看得懂的文件；除了问这一份，什么也不发', async () => {
    await open()
    await press('取这一份')
    const [name, text] = jest.mocked(handOver).mock.calls[0] ?? []
    expect(name).toBe('我的信息.txt')
    expect(text).toContain('账号从什么时候起：2026年11月20日 12:00\n')
    expect(text).toContain('编号 8402 1167 2233：从2026年11月20日 12:00起不再使用。')
    expect(screen.getByText(/请收好/)).toBeTruthy()
    expect(asked()).toEqual(['GET /api/v1/me', `GET /api/v1/me/copies/${copy}/content`])
  })

  test('没存下来：再按一下，存的是取来的那一份，不再去取', async () => {
    jest.mocked(handOver).mockResolvedValueOnce('failed')
    await open()
    await press('取这一份')
    expect(screen.getByRole('alert').textContent).toContain('还没有存下来')
    expect(screen.queryByRole('button', { name: '取这一份' })).toBeNull()
    await press('存成文件')
    const [first, second] = jest.mocked(handOver).mock.calls
    expect(second).toEqual(first)
    expect(screen.getByText(/请收好/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '存成文件' })).toBeNull()
    expect(asked()).toHaveLength(2)
  })

  test('没取来：说为什么，还能再取', async () => {
    delete answers[`GET /api/v1/me/copies/${copy}/content`]
    await open()
    await press('取这一份')
    expect(within(part('要一份自己的信息')).getByRole('alert')).toBeTruthy()
    expect(screen.getByRole('button', { name: '取这一份' })).toBeTruthy()
    expect(handOver).not.toHaveBeenCalled()
  })
})

describe('要求改正或补充', () => {
  const correct = async () => {
    query.current = { id: id(1) }
    await act(async () => void render(<CorrectPage />))
  }

  test('没选、没填对：说缺什么，不发', async () => {
    await correct()
    await press('交给街道核对')
    expect(screen.getByRole('alert').textContent).toBe('请选一项。')
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '申请人的电话' })))
    await press('交给街道核对')
    expect(screen.getByRole('alert').textContent).toContain('手机号')
    expect(asked()).toEqual([])
  })

  test('填好了：交给街道，说结果在哪里看', async () => {
    answers[`POST /api/v1/applications/${id(1)}/corrections`] = {
      status: 201,
      body: {
        id: id(5),
        field: 'childName',
        status: 'waiting',
        requestedAt: at,
        decidedAt: null,
        answer: null,
      },
    }
    await correct()
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '孩子的姓名' })))
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '王小名' } })
    await press('交给街道核对')
    expect(jest.mocked(request).mock.calls[0]?.[0].body).toEqual({ field: 'childName', value: '王小名' })
    expect(screen.getByText(/^已收到。/)).toBeTruthy()
  })
})
