import { formatDate } from '@domain/calendar/date'
import { shortName } from '@domain/divisions/division'
import { type Answer, type Question } from '@domain/eligibility/questions'
import { answers as texts } from './texts'

/** An answer in the words of the options. */
export function answerWords({ options = [] }: Question, answer: Answer): string {
  switch (answer.kind) {
    case 'unknown':
      return texts.unknown
    case 'date':
      return formatDate(answer.value)
    case 'division':
      return shortName(answer.value) ?? texts.unknown
    case 'choice':
      return options
        .filter(({ value }) => answer.values.includes(value))
        .map(({ label }) => label)
        .join('、')
  }
}
