import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { toggled } from '@/ui/Choice/selection'
import { Field } from '@/ui/Field'

const parents = [
  { value: 'present', words: '在身边' },
  { value: 'lost', words: '联系不上' },
]
const hardships = [
  { value: 'dibao', words: '有低保' },
  { value: 'disabled', words: '有残疾证' },
  { value: 'none', words: '都没有', exclusive: true },
]

function Single({ onChange }: { onChange?: (value: string) => void }) {
  const [value, setValue] = useState<string>()
  return (
    <Field question="爸爸现在怎么样？" help="选一项。" error={value ? undefined : '请选一项。'}>
      <Choice
        options={parents}
        unknown="不清楚"
        value={value}
        onChange={(next) => {
          setValue(next)
          onChange?.(next)
        }}
      />
    </Field>
  )
}

function Several() {
  const [value, setValue] = useState<readonly string[]>([])
  return (
    <Choice
      several
      label="有下面的情况吗？"
      options={hardships}
      unknown="不清楚"
      value={value}
      onChange={setValue}
    />
  )
}

const states = (role: 'radio' | 'checkbox') =>
  screen
    .getAllByRole(role)
    .flatMap((row) => (row.getAttribute('aria-checked') === 'true' ? [row.textContent] : []))

test('one answer: the row tells it and the group carries question, help and error', () => {
  const onChange = jest.fn()
  render(<Single onChange={onChange} />)
  const group = screen.getByRole('radiogroup', { name: '爸爸现在怎么样？' })
  const described = (group.getAttribute('aria-describedby') ?? '').split(' ')
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(['请选一项。', '选一项。'])
  expect(group.getAttribute('aria-invalid')).toBe('true')
  fireEvent.click(screen.getByRole('radio', { name: '联系不上' }))
  expect(onChange).toHaveBeenCalledWith('lost')
  expect(states('radio')).toEqual(['联系不上'])
  expect(group.getAttribute('aria-invalid')).toBe('false')
})

test('不清楚 is one of the answers', () => {
  const onChange = jest.fn()
  render(<Single onChange={onChange} />)
  fireEvent.click(screen.getByRole('radio', { name: '不清楚' }))
  expect(onChange).toHaveBeenCalledWith('unknown')
  expect(states('radio')).toEqual(['不清楚'])
})

test('arrows move along the rows, through 不清楚 and round again, without choosing', () => {
  render(<Single />)
  const rows = screen.getAllByRole('radio')
  rows[0]?.focus()
  const moved = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key })
    return document.activeElement?.textContent
  })
  expect(moved).toEqual(['联系不上', '不清楚', '在身边', '不清楚'])
  expect(states('radio')).toEqual([])
})

test.each([
  ['有低保', '有残疾证', ['有低保', '有残疾证']],
  ['有低保', '不清楚', ['不清楚']],
  ['不清楚', '有低保', ['有低保']],
  ['有低保', '都没有', ['都没有']],
  ['都没有', '不清楚', ['不清楚']],
  ['有低保', '有低保', []],
])('several: %s, then %s', (first, second, expected) => {
  render(<Several />)
  fireEvent.click(screen.getByRole('checkbox', { name: first }))
  fireEvent.keyDown(screen.getByRole('checkbox', { name: second }), { key: ' ' })
  expect(states('checkbox')).toEqual(expected)
})

test('an exclusive answer leaves nothing beside it, whatever was chosen', () => {
  expect(toggled(['a', 'b', 'c'], 'unknown', ['unknown'])).toEqual(['unknown'])
  expect(toggled(['unknown', 'none'], 'a', ['unknown', 'none'])).toEqual(['a'])
})
