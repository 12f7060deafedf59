import { render, screen } from '@testing-library/react'
import { Passage } from '@/ui/Passage'
import { piecesOf, type Range } from '@/ui/Passage/pieces'

const text = '全面落实孤儿保障制度'

/** The marked stretches in brackets. */
const told = (marks: readonly Range[]) =>
  piecesOf(text, marks)
    .map(({ words, marked }) => (marked ? `[${words}]` : words))
    .join('')

test.each<[string, Range[], string]>([
  ['nothing marked', [], '全面落实孤儿保障制度'],
  ['in the middle', [{ start: 4, end: 6 }], '全面落实[孤儿]保障制度'],
  [
    'at both ends',
    [
      { start: 8, end: 10 },
      { start: 0, end: 2 },
    ],
    '[全面]落实孤儿保障[制度]',
  ],
  ['the whole', [{ start: 0, end: 10 }], '[全面落实孤儿保障制度]'],
  [
    'overlapping',
    [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
    ],
    '[全面落实][孤儿]保障制度',
  ],
  [
    'one inside another',
    [
      { start: 0, end: 6 },
      { start: 2, end: 4 },
    ],
    '[全面落实孤儿]保障制度',
  ],
  ['beyond the end', [{ start: 8, end: 99 }], '全面落实孤儿保障[制度]'],
  ['empty', [{ start: 3, end: 3 }], '全面落实孤儿保障制度'],
])('%s: the text stays whole, the marks are where they belong', (_, marks, expected) => {
  expect(told(marks)).toBe(expected)
  expect(
    piecesOf(text, marks)
      .map(({ words }) => words)
      .join(''),
  ).toBe(text)
})

test('only the first mark carries the id the page scrolls to', () => {
  render(
    <Passage
      marks={[
        { start: 0, end: 2 },
        { start: 4, end: 6 },
      ]}
      markId="here"
    >
      {text}
    </Passage>,
  )
  expect(document.querySelectorAll('#here')).toHaveLength(1)
  expect(document.getElementById('here')?.textContent).toBe('全面')
  expect(screen.getByText('孤儿')).toBeTruthy()
})
