import { answersOf, type Interview } from '@domain/eligibility/interview'
import { questionById } from '@domain/eligibility/questions'
import { type SummaryRow } from '@/ui/SummaryList'
import { answerWords } from './answerWords'

/** The answers in the order of the pages, in the words of the options. */
export function answerRows(interview: Interview): SummaryRow[] {
  const given = answersOf(interview)
  return interview.trail.reduce<SummaryRow[]>((rows, id) => {
    const question = questionById(id)
    const answer = given[id]
    if (!question || !answer) return rows
    return rows.concat({ id, question: question.title, answer: answerWords(question, answer) })
  }, [])
}
