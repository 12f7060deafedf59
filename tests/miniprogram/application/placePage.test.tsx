import { act, fireEvent, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { useState } from 'react'
import { newDraft, type Draft } from '@domain/application/draft'
import { stepById } from '@domain/application/steps'
import { goTo, openPosition } from '@/packages/application/form/position'
import { PlacePage } from '@/packages/application/form/steps/PlacePage'
import { useFormPage } from '@/packages/application/form/useFormPage'
import { useDraft } from '@/stores/draft'
import { putOnShelf } from '@/stores/draftShelf'
import { phone } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: jest.fn() }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/network', () => jest.requireActual('../support/phone').network)
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
jest.mock('@/platform/pageTools', () => ({ scrollToTop: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(false),
}))

function Page({ draft }: { draft: Draft }) {
  const [position] = useState(() => openPosition(draft))
  if (!position) throw new Error('no page is open')
  return <OpenPage draft={draft} position={position} />
}

function OpenPage({
  draft,
  position,
}: {
  draft: Draft
  position: NonNullable<ReturnType<typeof openPosition>>
}) {
  const { draft: latest } = useDraft()
  return <PlacePage draft={latest ?? draft} position={position} work={useFormPage(position)} which="hukou" />
}

let close = () => undefined as void

/** A page is replaced by the next: the test opens a new one, as the platform does. */
function openPage(): void {
  close()
  const { draft } = useDraft.getState()
  if (draft) close = render(<Page draft={draft} />).unmount
}

/** Starts at the question, with this place answered. */
function begin(hukou?: string): void {
  const draft = newDraft('DFUC_ALLOWANCE', 'draft', '2026-11-24T00:00:00.000Z')
  const step = stepById(draft, 'hukou')
  act(() => {
    putOnShelf({ ...draft, child: hukou === undefined ? {} : { hukou } })
    if (step) void goTo(step)
  })
  openPage()
}

const pick = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const type = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: '输入名字找' }), { target: { value: text } })
const title = () => screen.getByRole('heading', { level: 1 }).textContent
const rows = () => screen.getAllByRole('radio').map((row) => row.textContent)
const chosen = () => screen.queryAllByRole('radio', { checked: true }).map((row) => row.textContent)
const hukou = () => useDraft.getState().draft?.child.hukou

async function press(name: string): Promise<void> {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
  openPage()
}

async function choose(name: string): Promise<void> {
  pick(name)
  await press('下一步')
}

beforeEach(() => {
  // The next question is another page; where it goes is enough here.
  phone.reset()
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

/** The address of the form the family was sent to last. */
const isOnList = () => phone.asked.list !== undefined

test('外省：省、市、区一级一页，每一级都记下来', async () => {
  begin()
  await choose('外省')
  expect([title(), hukou()]).toEqual(['是哪个省？', undefined])
  await choose('河南省')
  expect([title(), hukou()]).toEqual(['河南省的哪个市？', '410000'])
  await choose('郑州市')
  expect([title(), hukou()]).toEqual(['郑州市的哪个区、县？', '410100'])
  pick('金水区')
  expect([chosen(), hukou()]).toEqual([['金水区'], '410105'])
})

test('不清楚哪个区：就到市；不选也不说，就请选一个', async () => {
  begin()
  await choose('外省')
  expect(screen.queryByRole('radio', { name: '不清楚' })).toBeNull()
  await choose('河南省')
  pick('郑州市')
  pick('不清楚')
  expect([chosen(), hukou()]).toEqual([['不清楚'], '410000'])
  await choose('郑州市')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '下一步' })))
  expect(screen.getByRole('alert').textContent).toContain('请选一个。不知道就选“不清楚”。')
  pick('不清楚')
  expect(hukou()).toBe('410100')
  expect(isOnList()).toBe(true)
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '下一步' })))
  expect(isOnList()).toBe(false)
})

test('打字在所有地方里找：海南省和乌海的海南区分得开，选了就接着往下', async () => {
  begin()
  await choose('外省')
  type('海南')
  expect(rows()).toEqual(['海南省', '青海省海南藏族自治州', '内蒙古自治区乌海市海南区'])
  pick('内蒙古自治区乌海市海南区')
  expect([chosen(), hukou()]).toEqual([['内蒙古自治区乌海市海南区'], '150303'])
  await press('下一步')
  expect(title()).toBe('海南区的哪个街道（镇）？')
  begin()
  await choose('外省')
  type('金水')
  await choose('河南省郑州市金水区')
  expect([hukou(), isOnList()]).toEqual(['410105', false])
  begin()
  await choose('外省')
  type('海南')
  await choose('海南省')
  expect(title()).toBe('海南省的哪个市？')
})

test('再打开：每一级选的都在，点已经选的不会忘了下面的', async () => {
  begin('410105')
  expect(chosen()).toEqual(['外省'])
  pick('外省')
  expect(hukou()).toBe('410105')
  await press('下一步')
  expect(chosen()).toEqual(['河南省'])
  await press('下一步')
  await press('下一步')
  expect([title(), chosen(), hukou()]).toEqual(['郑州市的哪个区、县？', ['金水区'], '410105'])
})

test('上一步回到上一级', async () => {
  begin('410105')
  for (const name of ['下一步', '下一步', '下一步', '上一步']) await press(name)
  expect(title()).toBe('河南省的哪个市？')
  await press('上一步')
  expect(title()).toBe('是哪个省？')
  await press('上一步')
  expect(rows()).toContain('外省')
})

test('长的名单分两页，一页不超过 20 行；翻到选了的那一页', async () => {
  begin()
  await choose('外省')
  expect(rows()).toHaveLength(17)
  expect(rows()).not.toContain('云南省')
  await press('看另外 16 个')
  expect(rows()).toHaveLength(16)
  await choose('云南省')
  expect(title()).toBe('云南省的哪个市？')
  await press('上一步')
  expect(chosen()).toEqual(['云南省'])
  await press('上一步')
  expect(rows()).toContain('北京市')
  expect(screen.getByRole('button', { name: '看另外 16 个' })).toBeTruthy()
  type('海南')
  expect(screen.queryByRole('button', { name: '看另外 16 个' })).toBeNull()
})

test('每次打开一个名单，地址都不同：地址不变，浏览器不换页', async () => {
  begin()
  const seen: (string | undefined)[] = []
  await choose('外省')
  seen.push(phone.asked.list)
  await press('看另外 16 个')
  seen.push(phone.asked.list)
  type('海南区')
  await choose('内蒙古自治区乌海市海南区')
  seen.push(phone.asked.list)
  expect(new Set(seen).size).toBe(3)
  expect(seen).not.toContain(undefined)
  expect(JSON.stringify(phone.asked)).not.toMatch(/1503|Province/)
})

test.each([
  ['外省', ''],
  ['外省', '海南'],
  ['外省', '不在'],
  ['外省', '县'],
  ['内蒙古的其他地方', ''],
  ['乌海市海勃湾区', ''],
])('读屏：%s，输入“%s”，axe 没有问题', async (row, typed) => {
  begin()
  await choose(row)
  if (typed) type(typed)
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
