import { useState } from 'react'
import { type Draft } from '@domain/application/draft'
import { wuhaiTime } from '@domain/calendar/instant'
import { asServiceCode, asksIdNumbers, services, type ServiceCode } from '@domain/services/catalogue'
import { useDidShow, useLoad } from '@/platform/lifecycle'
import { open, queryOfPage, replace } from '@/platform/navigation'
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

interface Opened {
  service: ServiceCode
  isFromChecker: boolean
}

function opened(): Opened | undefined {
  const { service, from } = queryOfPage()
  const code = asServiceCode(service)
  // Only straight from the result: answers of an earlier family may still be in memory (experience §9).
  return code && { service: code, isFromChecker: from === 'check' }
}

/** What to have at hand before the form, and the form that was left unfinished. */
export default function StartPage() {
  const [matter] = useState(opened)
  return matter ? <Start {...matter} /> : <NoMatter />
}

function NoMatter() {
  return (
    <Screen
      {...useSurroundings()}
      title={texts.whichMatter}
      actions={<Button onPress={() => replace('services')}>{texts.toMatters}</Button>}
    />
  )
}

/** 王某，3月2日填的: drafts are told apart on a shared phone and say no more (experience §9, §13). */
function draftWords({ child, applicant, updatedAt }: Draft): string {
  const surname = (child.name ?? applicant.name ?? '').trim().slice(0, 1)
  const [, month = '', day = ''] = (wuhaiTime(updatedAt)?.date ?? '').split('-')
  return texts.unfinished(surname && texts.surname(surname), texts.day(Number(month), Number(day)))
}

function Start({ service, isFromChecker }: Opened) {
  const surroundings = useSurroundings()
  const { neutralTitle, title, gloss, papers } = services[service]
  const { isRead, draft: known } = useWhileShown(useDraft())
  const [isAsking, setAsking] = useState(false)
  // The new draft is for the next page: showing it on this one, as it goes, costs a message to the screen.
  const [isLeaving, setLeaving] = useState(false)
  const draft = isLeaving ? undefined : known
  useDidShow(() => setLeaving(false))
  useLoad(() => void readDraftOfPhone())
  const begin = async () => {
    setLeaving(true)
    await startDraft(service, isFromChecker ? checkerAnswers() : {})
    return open('form')
  }
  const again = () => {
    setAsking(false)
    return begin()
  }
  return (
    <Screen
      {...surroundings}
      title={neutralTitle}
      lead={texts.lead(title, gloss)}
      sheet={isAsking ? <AskAgain onStay={() => setAsking(false)} onGo={again} /> : undefined}
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
      {draft && (
        <Notice kind="info" title={draftWords(draft)}>
          {draft.service === service ? undefined : texts.otherMatter}
        </Notice>
      )}
      {!draft && isFromChecker && <Paragraph tone="strong">{texts.known}</Paragraph>}
      <Section title={texts.prepare}>
        <Card>
          {preparations(service).map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
        </Card>
      </Section>
      <Card kind="rows">
        <Entry
          icon="document"
          title={texts.about}
          note={texts.aboutNote}
          onPress={() => open('service', { service, ...(isFromChecker ? { from: 'check' } : {}) })}
        />
      </Card>
      <Section title={texts.otherWays}>
        <Paragraph>{papers.length > 0 ? texts.otherWaysMore : texts.otherWaysTold}</Paragraph>
        <Paragraph>{texts.otherPeople}</Paragraph>
      </Section>
    </Screen>
  )
}

/** What the form will ask that is not in everybody's head. */
function preparations(service: ServiceCode): string[] {
  const { concerns, papers } = services[service]
  const whose = concerns === 'child' ? texts.numbers : texts.ownNumber
  return [
    ...(asksIdNumbers(service) ? [whose] : []),
    texts.phone,
    ...(papers.length > 0 ? [texts.papers] : [texts.noPapers]),
  ]
}

function AskAgain({ onStay, onGo }: { onStay: () => unknown; onGo: () => unknown }) {
  return (
    <Sheet
      title={texts.againTitle}
      onClose={onStay}
      actions={
        <>
          <Button kind="plain" onPress={onStay}>
            {texts.againStay}
          </Button>
          <Button kind="plain" onPress={onGo}>
            {texts.againGo}
          </Button>
        </>
      }
    >
      <Paragraph>{texts.againMore}</Paragraph>
    </Sheet>
  )
}
