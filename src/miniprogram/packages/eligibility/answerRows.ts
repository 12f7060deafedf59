import { formatDate } from '@domain/calendar/date'
import { divisionName } from '@domain/divisions/division'
import { answersOf, type Interview } from '@domain/eligibility/interview'
import { questionById, type Answer, type Question } from '@domain/eligibility/questions'
import { type SummaryRow } from '@/ui/SummaryList'
import { answers as texts } from './texts'

/** The answers in the order of the pages, in the words of the options. */
export function answerRows(interview: Interview): SummaryRow[] {
  const given = answersOf(interview)
  return interview.trail.reduce<SummaryRow[]>((rows, id) => {
    const question = questionById(id)
    const answer = given[id]
    if (!question || !answer) return rows
    return rows.concat({ id, question: question.title, answer: wordsOf(question, answer) })
  }, [])
}

function wordsOf({ options = [] }: Question, answer: Answer): string {
  switch (answer.kind) {
    case 'unknown':
      return texts.unknown
    case 'date':
      return formatDate(answer.value)
    case 'division':
      return divisionName(answer.value) ?? texts.unknown
    case 'choice':
      return options
        .filter(({ value }) => answer.values.includes(value))
        .map(({ label }) => label)
        .join('、')
  }
}
