import { useState } from 'react'
import { type Draft } from '@domain/application/draft'
import { wuhaiTime } from '@domain/calendar/instant'
import { asServiceCode, services } from '@domain/services/catalogue'
import { useDidShow, useLoad } from '@/platform/lifecycle'
import { open, queryOfPage } from '@/platform/navigation'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { readDraftOfPhone, startDraft, useDraft } from '@/stores/draft'
import { useSurroundings } from '@/stores/surroundings'
import { useWhileShown } from '@/stores/whileShown'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { Sheet } from '@/ui/Sheet'
import { start as texts } from '../texts'

/** 王某，3月2日填的: drafts are told apart on a shared phone and say no more (experience §9, §13). */
function draftWords({ child, applicant, updatedAt }: Draft): string {
  const surname = (child.name ?? applicant.name ?? '').trim().slice(0, 1)
  const [, month = '', day = ''] = (wuhaiTime(updatedAt)?.date ?? '').split('-')
  return texts.unfinished(surname && texts.surname(surname), texts.day(Number(month), Number(day)))
}

function opened() {
  const { service, from } = queryOfPage()
  // Only straight from the result: answers of an earlier family may still be in memory (experience §9).
  return { service: asServiceCode(service), isFromChecker: from === 'check' }
}

/** What to have at hand before the form, and the form that was left unfinished. */
export default function StartPage() {
  const surroundings = useSurroundings()
  const { isRead, draft: known } = useWhileShown(useDraft())
  const [{ service: code = 'DFUC_ALLOWANCE', isFromChecker }] = useState(opened)
  const service = services[code]
  const [isAsking, setAsking] = useState(false)
  // The new draft is for the next page: showing it on this one, as it goes, costs a message to the screen.
  const [isLeaving, setLeaving] = useState(false)
  const draft = isLeaving ? undefined : known
  useDidShow(() => setLeaving(false))
  useLoad(() => void readDraftOfPhone())
  const begin = async () => {
    setLeaving(true)
    await startDraft(code, isFromChecker ? checkerAnswers() : {})
    return open('form')
  }
  const again = () => {
    setAsking(false)
    return begin()
  }
  const ask = (
    <Sheet
      title={texts.againTitle}
      onClose={() => setAsking(false)}
      actions={
        <>
          <Button kind="plain" onPress={() => setAsking(false)}>
            {texts.againStay}
          </Button>
          <Button kind="plain" onPress={again}>
            {texts.againGo}
          </Button>
        </>
      }
    >
      <Paragraph>{texts.againMore}</Paragraph>
    </Sheet>
  )
  return (
    <Screen
      {...surroundings}
      title={service.neutralTitle}
      lead={texts.lead(code)}
      sheet={isAsking ? ask : undefined}
      actions={
        draft ? (
          <>
            <Button kind="plain" onPress={() => setAsking(true)}>
              {texts.again}
            </Button>
            <Button onPress={() => open('form')}>{texts.goOn}</Button>
          </>
        ) : (
          isRead && <Button onPress={begin}>{texts.begin}</Button>
        )
      }
    >
      {draft && <Notice kind="info" title={draftWords(draft)} />}
      {!draft && isFromChecker && <Paragraph tone="strong">{texts.known}</Paragraph>}
      <Section title={texts.prepare}>
        <Card>
          {texts.prepareList.map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
        </Card>
      </Section>
      <Card kind="rows">
        <Entry
          icon="document"
          title={texts.about}
          note={texts.aboutNote}
          onPress={() => open('service', { service: code })}
        />
      </Card>
      <Section title={texts.otherWays}>
        <Paragraph>{texts.otherWaysMore}</Paragraph>
        <Paragraph>{texts.otherPeople}</Paragraph>
      </Section>
    </Screen>
  )
}
