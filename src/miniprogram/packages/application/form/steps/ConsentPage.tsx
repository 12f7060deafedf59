import { type Draft } from '@domain/application/draft'
import { consentNotices, noticeSections, noticeSettings } from '@domain/application/consentNotices'
import { type ConsentKind } from '@domain/application/consents'
import { formatDate } from '@domain/calendar/date'
import { switchTab } from '@/platform/navigation'
import { settingsOfPhone } from '@/stores/settings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Heading } from '@/ui/Heading'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { consent as texts, form } from '../../texts'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { messageOf } from '../useFormPage'

const options = [
  { value: 'agree', words: texts.agree },
  { value: 'refuse', words: texts.refuse },
] as const

/**
 * One consent, on its own and not ticked (PIPL 14, 29). Refusing what nothing can be submitted without leads
 * nowhere in the form, so the page then offers the way without.
 */
export function ConsentPage({ draft, kind, ...page }: FormPageProps & { draft: Draft; kind: ConsentKind }) {
  const notice = consentNotices[kind]
  const sections = noticeSections(notice, noticeSettings(settingsOfPhone()))
  const { problems, change } = page.work
  const consent = draft.consents[kind]
  const given = consent?.noticeVersion === notice.version ? consent.given : undefined
  const isEnd = given === false && notice.required
  const answer = (value: string) =>
    change((before) => ({
      ...before,
      consents: {
        ...before.consents,
        [kind]: { given: value === 'agree', noticeVersion: notice.version },
      },
    }))
  const home = <Button onPress={() => switchTab('home')}>{form.toHome}</Button>
  return (
    <FormScreen
      {...page}
      lead={draft.applicant.helper === 'none' ? undefined : form.helperOnConsent}
      action={isEnd ? home : undefined}
    >
      <Card>
        {sections.map(({ heading, sentences }) => (
          <Part key={heading} heading={heading} words={sentences.join('')} />
        ))}
        <Part heading={texts.ifRefused} words={notice.consequencesOfRefusal} />
        <Paragraph tone="quiet">{texts.version(formatDate(notice.validFrom))}</Paragraph>
      </Card>
      <Field question={notice.question} questionIsTitle error={isEnd ? undefined : messageOf(problems, kind)}>
        <Choice
          options={options}
          value={given === undefined ? undefined : given ? 'agree' : 'refuse'}
          onChange={answer}
        />
      </Field>
      {isEnd && (
        <Notice kind="info" title={texts.refused} urgent>
          {notice.consequencesOfRefusal}
        </Notice>
      )}
    </FormScreen>
  )
}

function Part({ heading, words }: { heading: string; words: string }) {
  return (
    <>
      <Heading level={2} small>
        {heading}
      </Heading>
      <Paragraph>{words}</Paragraph>
    </>
  )
}
