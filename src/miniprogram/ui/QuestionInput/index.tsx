import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, type Question } from '@domain/eligibility/questions'
import { Choice } from '../Choice'
import choice from '../Choice/index.module.scss'
import { Row } from '../Choice/Row'
import { unknownValue, type Option } from '../Choice/selection'
import { DateInput } from '../DateInput'
import styles from './index.module.scss'

/** What the control needs to know of a question, be it of the rules or of one matter. */
type AskedQuestion = Omit<Question, 'id'> & { id: string }

export interface QuestionInputProps {
  /** Of any kind but `division`: places have lists of their own. */
  question: AskedQuestion
  answer: Answer | undefined
  /** The new answer, or undefined while there is none: nothing chosen, a date half typed. */
  onAnswer: (answer: Answer | undefined) => void
  /** ISO date of today in 乌海. */
  today: string
  /** A day ahead is an answer too. */
  future?: boolean
}

const notKnown = '不清楚'
const unknown: Answer = { kind: 'unknown' }

const choiceAnswer = (values: readonly string[]): Answer | undefined => {
  if (values.includes(unknownValue)) return unknown
  return values.length > 0 ? { kind: 'choice', values: [...values] } : undefined
}

const chosenValues = (answer: Answer | undefined): readonly string[] => {
  if (answer?.kind === 'unknown') return [unknownValue]
  return answer?.kind === 'choice' ? answer.values : []
}

/** The control of one question of the domain; 不清楚 is always there, as large as the rest. Stands in a Field. */
export function QuestionInput(props: QuestionInputProps) {
  return props.question.kind === 'date' ? <DateQuestion {...props} /> : <ChoiceQuestion {...props} />
}

function ChoiceQuestion({ question, answer, onAnswer }: QuestionInputProps) {
  const { kind, options = [], exclusive = [] } = question
  const rows = options.map<Option>(({ value, label, note }) => ({
    value,
    words: label,
    note,
    exclusive: exclusive.includes(value),
  }))
  const chosen = chosenValues(answer)
  if (kind === 'multiple')
    return (
      <Choice
        several
        options={rows}
        unknown={notKnown}
        value={chosen}
        onChange={(values) => onAnswer(choiceAnswer(values))}
      />
    )
  return (
    <Choice
      options={rows}
      unknown={notKnown}
      value={chosen[0]}
      onChange={(value) => onAnswer(choiceAnswer([value]))}
    />
  )
}

function DateQuestion({ question, answer, onAnswer, today, future }: QuestionInputProps) {
  // Counts how often 不清楚 has emptied the fields. The answer itself would not do as the key: the fields would
  // lose the focus with the digit that completes a date.
  const [emptied, setEmptied] = useState(0)
  const isUnknown = answer?.kind === 'unknown'
  const pressUnknown = () => {
    setEmptied(emptied + 1)
    onAnswer(isUnknown ? undefined : unknown)
  }
  return (
    <View className={styles.date}>
      <DateInput
        key={emptied}
        value={answer?.kind === 'date' ? answer.value : undefined}
        today={today}
        future={future}
        age={question.id === 'child.birthDate'}
        onChange={(value) => onAnswer(value === undefined ? undefined : { kind: 'date', value })}
      />
      <View className={choice.rows}>
        <Row words={notKnown} several chosen={isUnknown} onPress={pressUnknown} />
      </View>
    </View>
  )
}
