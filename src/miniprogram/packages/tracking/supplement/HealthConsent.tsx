import { useState } from 'react'
import { consentNotices, noticeSettings } from '@domain/application/consentNotices'
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
}

/** The separate consent, before the first photo about somebody's health is taken (PIPL 28–31). */
export function HealthConsent({ above, papers }: HealthConsentProps) {
  const surroundings = useSurroundings()
  const notice = consentNotices.healthDocuments
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
