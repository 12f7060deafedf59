import { useState } from 'react'
import { type Answer, type Question } from '@domain/eligibility/questions'
import { today } from '@/platform/clock'
import { back, replace } from '@/platform/navigation'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { QuestionInput } from '@/ui/QuestionInput'
import { Screen } from '@/ui/Screen'
import { Division, leadsElsewhere } from '../check/Division'
import { titleOf } from '../check/titleOf'
import { whatIf as texts } from '../furtherTexts'
import { assumedAnswers, useHypothesis } from './hypothesis'

/** One question answered otherwise, to see what would come of it. */
export function Assume({ question, isElsewhere }: { question: Question; isElsewhere: boolean }) {
  const [answer, setAnswer] = useState<Answer | undefined>(() => assumedAnswers()[question.id])
  const [error, setError] = useState<string>()
  const title = titleOf(question, isElsewhere)
  const choose = (chosen: Answer | undefined) => {
    setAnswer(chosen)
    setError(undefined)
  }
  const seeOutcome = () => {
    if (!answer) return setError(texts.noAnswer)
    if (leadsElsewhere(answer)) return replace('whatIf', { question: question.id, list: 'provinces' })
    useHypothesis.getState().assume(question.id, answer)
    return replace('whatIf', { outcome: 'seen' })
  }
  return (
    <Screen
      {...useSurroundings()}
      above={texts.mark}
      title={title}
      actions={
        <>
          <Button kind="plain" onPress={back}>
            {texts.dont}
          </Button>
          <Button onPress={seeOutcome}>{texts.see}</Button>
        </>
      }
    >
      <Field question={title} questionIsTitle help={question.help} error={error}>
        {question.kind === 'division' ? (
          <Division answer={answer} onAnswer={choose} isElsewhere={isElsewhere} />
        ) : (
          <QuestionInput question={question} answer={answer} onAnswer={choose} today={today()} />
        )}
      </Field>
    </Screen>
  )
}
