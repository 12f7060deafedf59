import { useState } from 'react'
import { noticeSettings } from '@domain/application/consentNotices'
import { serviceNotice } from '@domain/application/serviceNotice'
import { type ServiceCode } from '@domain/services/catalogue'
import { paperOf } from '@domain/services/paperCatalogue'
import { type PaperId } from '@domain/services/papers'
import { settingsOfPhone } from '@/stores/settings'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { ConsentNotice } from '@/ui/ConsentNotice'
import { Screen } from '@/ui/Screen'
import { answerHealthConsent } from '../healthConsent'
import { healthConsentTexts as texts } from '../texts'

export interface HealthConsentProps {
  /** 王*明 · 编号 8402 1167 */
  above: string
  /** What the office asks for about somebody's health. */
  papers: readonly PaperId[]
  /** Of which matter the case is: the notice tells its purpose and its offices. */
  service: ServiceCode
}

/** The separate consent, before the first photo about somebody's health is taken (PIPL 28–31). */
export function HealthConsent({ above, papers, service }: HealthConsentProps) {
  const surroundings = useSurroundings()
  const notice = serviceNotice('healthDocuments', service)
  const [given, setGiven] = useState<boolean>()
  return (
    <Screen
      {...surroundings}
      above={above}
      title={notice.question}
      lead={texts.lead(papers.map((paper) => paperOf(paper).name).join('、'))}
      actions={
        <Button
          disabledBecause={given === undefined ? texts.unanswered : undefined}
          onPress={() => given !== undefined && answerHealthConsent(given)}
        >
          {texts.next}
        </Button>
      }
    >
      <ConsentNotice
        notice={notice}
        told={noticeSettings(settingsOfPhone())}
        questionIsTitle
        given={given}
        onAnswer={setGiven}
      />
    </Screen>
  )
}
