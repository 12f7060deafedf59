import { type Draft } from '@domain/application/draft'
import { asksIdNumbers } from '@domain/services/catalogue'
import { Field } from '@/ui/Field'
import { Paragraph } from '@/ui/Paragraph'
import { TextInput } from '@/ui/TextInput'
import { person as texts } from '../../texts'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { messageOf } from '../useFormPage'

type Whose = 'applicant' | 'child'

const helps: Record<Whose, { name: string; idNumber?: string }> = {
  applicant: { name: texts.nameHelp },
  child: { name: texts.childNameHelp, idNumber: texts.childIdHelp },
}

/** Name and, where an office decides about a right, identity number; kept at every key. */
export function PersonPage({ draft, whose, ...page }: FormPageProps & { draft: Draft; whose: Whose }) {
  const { problems, change } = page.work
  const { name = '', idNumber = '' } = draft[whose]
  const type = (field: 'name' | 'idNumber') => (text: string) =>
    change((before) => ({ ...before, [whose]: { ...before[whose], [field]: text } }))
  return (
    <FormScreen {...page}>
      <Field question={texts.name} help={helps[whose].name} error={messageOf(problems, `${whose}.name`)}>
        <TextInput value={name} onInput={type('name')} />
      </Field>
      {asksIdNumbers(draft.service) ? (
        <Field
          question={texts.idNumber}
          help={helps[whose].idNumber}
          error={messageOf(problems, `${whose}.idNumber`)}
        >
          <TextInput kind="idcard" value={idNumber} onInput={type('idNumber')} />
        </Field>
      ) : (
        <Paragraph tone="quiet">{texts.noIdNumber}</Paragraph>
      )}
    </FormScreen>
  )
}
