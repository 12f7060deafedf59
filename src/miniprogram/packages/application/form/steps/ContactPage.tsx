import { type Draft } from '@domain/application/draft'
import { safeToContactOptions } from '@domain/application/stepWords'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'
import { contact as texts } from '../../texts'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { messageOf } from '../useFormPage'

const options = safeToContactOptions.map(({ value, label, note }) => ({ value, words: label, note }))

/** The family's number, and whether it may be used: in some homes a call brings danger (S05). */
export function ContactPage({ draft, ...page }: FormPageProps & { draft: Draft }) {
  const { problems, change } = page.work
  const { phone = '', safeToContact } = draft.applicant
  const set = (part: Partial<Draft['applicant']>) =>
    change((before) => ({ ...before, applicant: { ...before.applicant, ...part } }))
  const chosen = safeToContact === undefined ? undefined : safeToContact ? 'yes' : 'no'
  return (
    <FormScreen {...page}>
      <Field question={texts.phone} error={messageOf(problems, 'applicant.phone')}>
        <TextInput kind="phone" value={phone} onInput={(text) => set({ phone: text })} />
      </Field>
      <Field question={texts.safe} help={texts.safeHelp}>
        <Choice
          options={options}
          value={chosen}
          onChange={(value) => set({ safeToContact: value === 'yes' })}
        />
      </Field>
    </FormScreen>
  )
}
