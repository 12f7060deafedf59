import { type Draft } from '@domain/application/draft'
import { answerInForce, noticeSettings } from '@domain/application/consentNotices'
import { type ConsentKind } from '@domain/application/consents'
import { serviceNotice } from '@domain/application/serviceNotice'
import { switchTab } from '@/platform/navigation'
import { settingsOfPhone } from '@/stores/settings'
import { Button } from '@/ui/Button'
import { ConsentNotice } from '@/ui/ConsentNotice'
import { Notice } from '@/ui/Notice'
import { consent as texts, form } from '../../texts'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { messageOf } from '../useFormPage'

/**
 * One consent, on its own and not ticked (PIPL 14, 29). Refusing what nothing can be submitted without leads
 * nowhere in the form, so the page then offers the way without.
 */
export function ConsentPage({ draft, kind, ...page }: FormPageProps & { draft: Draft; kind: ConsentKind }) {
  const notice = serviceNotice(kind, draft.service)
  const { problems, change } = page.work
  const given = answerInForce(kind, draft.consents[kind])
  const isEnd = given === false && notice.required
  const answer = (agreed: boolean) =>
    change((before) => ({
      ...before,
      consents: {
        ...before.consents,
        [kind]: { given: agreed, noticeVersion: notice.version },
      },
    }))
  const home = <Button onPress={() => switchTab('home')}>{form.toHome}</Button>
  return (
    <FormScreen
      {...page}
      lead={draft.applicant.helper === 'none' ? undefined : form.helperOnConsent}
      action={isEnd ? home : undefined}
    >
      <ConsentNotice
        notice={notice}
        told={noticeSettings(settingsOfPhone())}
        questionIsTitle
        error={isEnd ? undefined : messageOf(problems, kind)}
        given={given}
        onAnswer={answer}
      />
      {isEnd && (
        <Notice kind="info" title={texts.refused} urgent>
          {notice.consequencesOfRefusal}
        </Notice>
      )}
    </FormScreen>
  )
}
