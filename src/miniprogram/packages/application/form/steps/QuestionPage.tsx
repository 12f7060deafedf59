import { type Draft } from '@domain/application/draft'
import { type Question } from '@domain/eligibility/questions'
import { today } from '@/platform/clock'
import { Field } from '@/ui/Field'
import { QuestionInput } from '@/ui/QuestionInput'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { messageOf } from '../useFormPage'

/** One question about a parent, shared with the checker. */
export function QuestionPage({
  draft,
  question,
  ...page
}: FormPageProps & { draft: Draft; question: Question }) {
  const { id, title, help } = question
  const { problems, change } = page.work
  return (
    <FormScreen {...page}>
      <Field question={title} questionIsTitle help={help} error={messageOf(problems, id)}>
        <QuestionInput
          question={question}
          answer={draft.answers[id]}
          today={today()}
          onAnswer={(answer) =>
            change(({ answers: { [id]: _, ...others }, ...rest }) => ({
              ...rest,
              answers: answer ? { ...others, [id]: answer } : others,
            }))
          }
        />
      </Field>
    </FormScreen>
  )
}
