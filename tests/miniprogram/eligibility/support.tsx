import { act, fireEvent, render, screen } from '@testing-library/react'
import { type ComponentType } from 'react'
import { type Answers } from '@domain/eligibility/questions'
import { useChecker } from '@/stores/checker'
import { query } from '../support/phone'

/** Answers the questions that are asked from the table, 不清楚 where it has none. */
export function answerFrom(answers: Answers, pages = 40): void {
  act(() => {
    useChecker.getState().restart()
    for (let page = 0; page < pages; page += 1) {
      const { interview, position, answer } = useChecker.getState()
      const id = interview.trail[position]
      if (id === undefined) break
      answer(answers[id] ?? { kind: 'unknown' })
    }
  })
}

/** Opens a page anew, as the platform does. */
export async function openPage(Page: ComponentType, asked: Record<string, string> = {}): Promise<void> {
  query.current = asked
  document.body.innerHTML = ''
  await act(async () => void render(<Page />))
}

export const press = async (name: string | RegExp): Promise<void> => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}

export const choose = (name: string): void => {
  const row = screen.queryByRole('radio', { name }) ?? screen.getByRole('checkbox', { name })
  fireEvent.click(row)
}

/** As they are read: a space that keeps a line together is a space. */
export const headings = (level: number): string[] =>
  screen
    .queryAllByRole('heading', { level })
    .map(({ textContent }) => (textContent ?? '').replace(/\s/g, ' '))

export const pageText = (): string => document.body.textContent ?? ''
