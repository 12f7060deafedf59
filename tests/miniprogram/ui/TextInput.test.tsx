import { fireEvent, render, screen } from '@testing-library/react'
import { Field } from '@/ui/Field'
import { TextInput, type TextKind } from '@/ui/TextInput'

const box = () => screen.getByRole<HTMLInputElement>('textbox')
const type = (value: string) => fireEvent.change(box(), { target: { value } })

test('what is typed is told on each key and committed when the field is left', () => {
  const onInput = jest.fn()
  const onCommit = jest.fn()
  render(<TextInput label="姓名" value="" onInput={onInput} onCommit={onCommit} />)
  fireEvent.focus(box())
  type('王')
  expect(onInput).toHaveBeenLastCalledWith('王')
  expect(onCommit).not.toHaveBeenCalled()
  fireEvent.blur(box())
  expect(onCommit).toHaveBeenCalledWith('王')
})

test('an older answer that comes back late does not overwrite what is being typed', () => {
  const { rerender } = render(<TextInput label="姓名" value="" />)
  fireEvent.focus(box())
  type('王小明')
  rerender(<TextInput label="姓名" value="王小" />)
  expect(box().value).toBe('王小明')
})

test('a new answer from outside is shown once nobody types', () => {
  const { rerender } = render(<TextInput label="身份证号" value="15030x" />)
  fireEvent.focus(box())
  fireEvent.blur(box())
  rerender(<TextInput label="身份证号" value="15030X" />)
  expect(box().value).toBe('15030X')
})

test.each<[TextKind, number]>([
  ['text', 40],
  ['number', 10],
  ['idcard', 18],
  ['phone', 11],
  ['long', 300],
])('%s: the limit is always set, here %i', (kind, limit) => {
  render(<TextInput label="字" kind={kind} value="" />)
  expect(screen.getByRole<HTMLInputElement>('textbox').maxLength).toBe(limit)
})

test('the Field names the control and explains it', () => {
  render(
    <Field question="您的身份证号" help="在身份证背面。" error="少了一位，请再看看。">
      <TextInput kind="idcard" value="" />
    </Field>,
  )
  const input = screen.getByRole('textbox', { name: '您的身份证号' })
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ')
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    '少了一位，请再看看。',
    '在身份证背面。',
  ])
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(input.getAttribute('aria-required')).toBe('true')
})
