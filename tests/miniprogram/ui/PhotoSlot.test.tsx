import { fireEvent, render, screen } from '@testing-library/react'
import { PhotoSlot, type PhotoSlotProps } from '@/ui/PhotoSlot'
import { type PhotoState } from '@/ui/PhotoSlot/photo'

const acts = {
  onTake: jest.fn(),
  onRetake: jest.fn(),
  onRemove: jest.fn(),
  onRetry: jest.fn(),
  onKeep: jest.fn(),
  onLook: jest.fn(),
}
const show = (props: Partial<PhotoSlotProps>) =>
  render(<PhotoSlot name="户口本" photos={[]} {...acts} {...props} />)
const withState = (state: PhotoState) => show({ photos: [{ id: 'a', preview: 'blob:a', state }] })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const names = () => screen.queryAllByRole('button').map((button) => button.textContent)

beforeEach(() => jest.clearAllMocks())

test('还没拍：为什么要、拍照、可以稍后补', () => {
  const onLater = jest.fn()
  show({ why: '因为您说孩子爸爸在服刑', onLater })
  expect(screen.getByText('因为您说孩子爸爸在服刑')).toBeTruthy()
  press('拍照，户口本')
  press('材料稍后补，户口本')
  expect(acts.onTake).toHaveBeenCalledTimes(1)
  expect(onLater).toHaveBeenCalledWith(true)
})

test('not offered where the paper may not come later', () => {
  show({})
  expect(names()).toEqual(['拍照'])
})

test('以后再交：说清楚，仍然可以现在拍', () => {
  show({ later: true, onLater: jest.fn() })
  expect(screen.getByText('以后再交')).toBeTruthy()
  expect(names()).toEqual(['拍照'])
})

test.each<[PhotoState, string, string[]]>([
  [{ is: 'waiting' }, '等待', ['重拍', '看大图', '删除']],
  [{ is: 'waiting', words: '照片没传上。' }, '等待', ['再传一次', '重拍', '看大图', '删除']],
  [{ is: 'uploading', percent: 40.4 }, '上传中 40%', ['重拍', '看大图', '删除']],
  [{ is: 'received' }, '已收到', ['重拍', '看大图', '删除']],
  [{ is: 'failed' }, '需要处理', ['再传一次', '重拍', '看大图', '删除']],
])('每种状态有字，也有下一步：%o', (state, tag, buttons) => {
  withState(state)
  expect(screen.getByText(tag)).toBeTruthy()
  expect(names()).toEqual(buttons)
  expect(screen.getByRole('img', { name: '户口本的照片' })).toBeTruthy()
})

test('手机看出问题：一句话，重拍，仍要使用；照片照样往前走', () => {
  show({ photos: [{ id: 'a', preview: 'blob:a', state: { is: 'received' }, doubt: '有点模糊，字看不清。' }] })
  expect(screen.getByRole('alert').textContent).toBe('有点模糊，字看不清。')
  expect(screen.getByText('已收到')).toBeTruthy()
  expect(names()).toEqual(['仍要使用', '重拍', '看大图', '删除'])
  press('仍要使用，户口本')
  press('重拍，户口本')
  expect(acts.onKeep).toHaveBeenCalledWith('a')
  expect(acts.onRetake).toHaveBeenCalledWith('a')
})

test('after a failure the photo can be sent again', () => {
  withState({ is: 'failed' })
  press('再传一次，户口本')
  expect(acts.onRetry).toHaveBeenCalledWith('a')
})

test('删除要再问一次，留着不会删', () => {
  withState({ is: 'received' })
  press('删除，户口本')
  expect(acts.onRemove).not.toHaveBeenCalled()
  press('留着，户口本')
  expect(acts.onRemove).not.toHaveBeenCalled()
  press('删除，户口本')
  press('删掉，户口本')
  expect(acts.onRemove).toHaveBeenCalledWith('a')
})

test('several pages: each has its number, and no more than allowed', () => {
  const photo = (id: string) => ({ id, state: { is: 'received' } as const })
  const { rerender } = show({ most: 2, photos: [photo('a')] })
  expect(names()).toContain('再拍一张')
  rerender(<PhotoSlot name="户口本" most={2} photos={[photo('a'), photo('b')]} {...acts} />)
  expect(names()).not.toContain('再拍一张')
  press('重拍，户口本第2张')
  expect(acts.onRetake).toHaveBeenCalledWith('b')
})
