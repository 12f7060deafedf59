import { type Draft } from '@domain/application/draft'
import { type DetailAnswer, type DetailQuestion } from '@domain/services/details'
import { today } from '@/platform/clock'
import { Field } from '@/ui/Field'
import { QuestionInput } from '@/ui/QuestionInput'
import { TextInput } from '@/ui/TextInput'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { messageOf } from '../useFormPage'

interface DetailProps {
  question: DetailQuestion
  answer: DetailAnswer | undefined
  onAnswer: (answer: DetailAnswer | undefined) => void
}

/** One question that only this matter asks. */
export function DetailPage({
  draft,
  question,
  ...page
}: FormPageProps & { draft: Draft; question: DetailQuestion }) {
  const { id, help } = question
  const { problems, change } = page.work
  const answered = (answer: DetailAnswer | undefined) =>
    change(({ details: { [id]: _, ...others }, ...rest }) => ({
      ...rest,
      details: answer ? { ...others, [id]: answer } : others,
    }))
  return (
    <FormScreen {...page}>
      <Field question={page.position.step.title} questionIsTitle help={help} error={messageOf(problems, id)}>
        <DetailInput question={question} answer={draft.details[id]} onAnswer={answered} />
      </Field>
    </FormScreen>
  )
}

function DetailInput({ question, answer, onAnswer }: DetailProps) {
  const { kind } = question
  if (kind === 'name' || kind === 'phone')
    return (
      <TextInput
        kind={kind === 'phone' ? 'phone' : 'text'}
        value={answer?.kind === 'text' ? answer.value : ''}
        onInput={(value) => onAnswer(value === '' ? undefined : { kind: 'text', value })}
      />
    )
  return (
    <QuestionInput
      question={{ ...question, kind }}
      // A detail that is text has a field of its own, above.
      answer={answer?.kind === 'text' ? undefined : answer}
      today={today()}
      future
      onAnswer={(given) => onAnswer(given?.kind === 'division' ? undefined : given)}
    />
  )
}
