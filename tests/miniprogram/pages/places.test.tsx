import { act, fireEvent, render, screen } from '@testing-library/react'
import { hotlines } from '@domain/places/hotlines'
import PlacesPage from '@/pages/places'
import { call } from '@/platform/phone'
import { phone } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn(() => Promise.resolve('calling')) }))

beforeEach(async () => {
  phone.reset()
  jest.clearAllMocks()
  await act(async () => void render(<PlacesPage />))
})

const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent)

test('最先是快速离开，接着是 110', () => {
  expect(buttons().slice(0, 2)).toEqual(['快速离开', '打 110'])
})

test.each(hotlines.map(({ number }) => number))('%s 一下就拨', async (number) => {
  const [row] = screen.getAllByRole('button', { name: new RegExp(`^(打 )?${number}`) })
  if (!row) throw new Error('没有这个号码')
  await act(async () => void fireEvent.click(row))
  expect(call).toHaveBeenCalledWith(number)
})

test('没有按了没反应的按钮：每一个不是打电话，就是离开', async () => {
  for (const button of screen.getAllByRole('button')) {
    jest.mocked(call).mockClear()
    phone.moves = []
    await act(async () => void fireEvent.click(button))
    expect(jest.mocked(call).mock.calls.length + phone.moves.length).toBe(1)
  }
})

test('名单没公布就说没公布，没有编出来的地址', () => {
  expect(screen.getByText('乌海的名单和地址，还没有公布。')).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/路\d+号|\d{3,4}-\d{7,8}/)
})

test('这一页什么也不存', () => {
  expect(phone.kept.size).toBe(0)
})

test('快速离开：马上换成首页', () => {
  fireEvent.click(screen.getByRole('button', { name: /^快速离开/ }))
  expect(phone.moves).toEqual(['tab home'])
})
