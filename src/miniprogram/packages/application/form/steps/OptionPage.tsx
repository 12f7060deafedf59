import { type Draft } from '@domain/application/draft'
import {
  authorityOptions,
  helperOptions,
  relationOptions,
  type StepOption,
} from '@domain/application/stepWords'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { messageOf } from '../useFormPage'

type Topic = 'helper' | 'relation' | 'authority'

const optionsOf: Record<Topic, (draft: Draft) => readonly StepOption<string>[]> = {
  helper: () => helperOptions,
  relation: ({ service }) => relationOptions(service),
  authority: () => authorityOptions,
}

/** Who fills in and who applies. The options hold 不清楚 themselves where it is an answer. */
export function OptionPage({ draft, topic, ...page }: FormPageProps & { draft: Draft; topic: Topic }) {
  const { position, work } = page
  return (
    <FormScreen {...page}>
      <Field
        question={position.step.title}
        questionIsTitle
        error={messageOf(work.problems, `applicant.${topic}`)}
      >
        <Choice
          options={optionsOf[topic](draft).map(({ value, label, note }) => ({ value, words: label, note }))}
          value={draft.applicant[topic]}
          onChange={(value) =>
            work.change((before) => ({ ...before, applicant: { ...before.applicant, [topic]: value } }))
          }
        />
      </Field>
    </FormScreen>
  )
}
