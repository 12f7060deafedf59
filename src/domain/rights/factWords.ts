import { formatDate } from '@domain/calendar/date'
import { divisionName } from '@domain/divisions/divisionName'
import type { DivisionCode, IsoDate } from '@domain/eligibility/facts'
import { questionById, type QuestionId } from '@domain/eligibility/questions'

/** One fact as it is read. */
export interface Row {
  name: string
  text: string
}

/** One fact of a subject: its name, and its words, or nothing while it is not known. */
export interface Fact<Subject> {
  name: string
  tell: (subject: Subject) => string | undefined
}

export const notTold = '没有说'

/** The facts that were told, in the order of the table. */
export function rowsOf<Subject>(facts: readonly Fact<Subject>[], subject: Subject): Row[] {
  return facts.reduce<Row[]>((rows, { name, tell }) => {
    const text = tell(subject)
    return text === undefined ? rows : rows.concat({ name, text })
  }, [])
}

/** Nothing for what is not known, which is neither. */
export function yesOrNo(value: boolean | undefined, yes = '是', no = '不是'): string | undefined {
  return value === undefined ? undefined : value ? yes : no
}

/** 2024年3月5日; nothing for a day that was not told. */
export function dayWords(date: IsoDate | undefined): string | undefined {
  return date && formatDate(date)
}

/** What people call the place; nothing for one that was not told. */
export function placeWords(code: DivisionCode | undefined): string | undefined {
  return code && (divisionName(code) ?? '地名不清楚')
}

/** Asked and empty is a no. */
export function listWords(list: readonly string[] | undefined): string | undefined {
  return list && (list.length > 0 ? list.join('、') : '没有')
}

/** The row of a page that stands for a value: what was tapped there is what is read here. */
export function optionWords(page: QuestionId, value: string | undefined): string | undefined {
  const options = questionById(page)?.options ?? []
  return options.filter((option) => option.value === value)[0]?.label
}
