import { act, fireEvent, render, screen } from '@testing-library/react'
import { Button } from '@/ui/Button'

const press = () => fireEvent.click(screen.getByRole('button'))

test('a double tap submits once: the second tap waits for the first to end', async () => {
  let settle = () => undefined as void
  const submit = jest.fn(() => new Promise<void>((done) => (settle = done)))
  render(<Button onPress={submit}>提交申请</Button>)
  press()
  press()
  expect(submit).toHaveBeenCalledTimes(1)
  await act(async () => settle())
  press()
  expect(submit).toHaveBeenCalledTimes(2)
})

test('a handler without a promise may be pressed again at once', () => {
  const next = jest.fn()
  render(<Button onPress={next}>下一步</Button>)
  press()
  press()
  expect(next).toHaveBeenCalledTimes(2)
})

test('busy: the words change and taps do nothing', () => {
  const submit = jest.fn()
  render(
    <Button busy="正在提交…" onPress={submit}>
      提交申请
    </Button>,
  )
  press()
  expect(submit).not.toHaveBeenCalled()
  expect(screen.getByRole('button', { name: '正在提交…' }).getAttribute('aria-disabled')).toBe('true')
})

test('disabled: the reason is on the screen and read with the button', () => {
  const submit = jest.fn()
  render(
    <Button disabledBecause="还差一张照片。" onPress={submit}>
      提交申请
    </Button>,
  )
  const button = screen.getByRole('button', { name: '提交申请' })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  expect(submit).not.toHaveBeenCalled()
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    '还差一张照片。',
  )
})

test('a longer name is read instead of the words', () => {
  render(
    <Button label="重拍，户口本" onPress={() => undefined}>
      重拍
    </Button>,
  )
  expect(screen.getByRole('button', { name: '重拍，户口本' }).textContent).toBe('重拍')
})
