import { useState } from 'react'
import { type Draft } from '@domain/application/draft'
import {
  asServiceCode,
  asksIdNumbers,
  counterOf,
  services,
  type ServiceCode,
} from '@domain/services/catalogue'
import { useDidShow } from '@/platform/lifecycle'
import { open, queryOfPage, replace } from '@/platform/navigation'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { readDrafts, startDraft, useDraft } from '@/stores/draft'
import { useSurroundings } from '@/stores/surroundings'
import { useWhileShown } from '@/stores/whileShown'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { Alike } from '../drafts/Alike'
import { draftRows } from '../drafts/draftRows'
import { goOnWith } from '../drafts/goOnWith'
import { Unfinished } from '../drafts/Unfinished'
import { start as texts } from '../texts'
import { Former } from './Former'

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

function Start({ service, isFromChecker }: Opened) {
  const surroundings = useSurroundings()
  const { neutralTitle, title, gloss, papers } = services[service]
  const { isShelfRead, drafts } = useWhileShown(useDraft())
  // The new draft is for the next page: showing it on this one, as it goes, costs a message to the screen.
  const [before, setBefore] = useState<typeof drafts>()
  const rows = draftRows(before ?? drafts)
  const [only] = rows.length === 1 ? rows : []
  const isSame = only?.service === service
  useDidShow(() => {
    setBefore(undefined)
    void readDrafts()
  })
  const begin = async (like?: Draft) => {
    setBefore(drafts)
    const draft = await startDraft(service, isFromChecker ? checkerAnswers() : {}, like)
    return open(draft ? 'form' : 'drafts')
  }
  return (
    <Screen
      {...surroundings}
      title={neutralTitle}
      lead={texts.lead(title, gloss)}
      actions={
        isShelfRead && (
          <>
            <Button kind={isSame ? 'plain' : 'main'} onPress={() => begin()}>
              {isSame ? texts.oneMore : texts.begin}
            </Button>
            {isSame && <Button onPress={() => goOnWith(only.id)}>{texts.goOn}</Button>}
          </>
        )
      }
    >
      <Unfinished rows={rows} hasButton={!isSame} />
      {!isSame && isFromChecker && <Paragraph tone="strong">{texts.known}</Paragraph>}
      <Section title={texts.prepare}>
        <Card>
          {preparations(service).map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
        </Card>
      </Section>
      <Alike rows={rows} onBegin={begin} />
      <Former onBegin={begin} />
      <Card kind="rows">
        <Entry
          icon="document"
          title={texts.about}
          note={texts.aboutNote}
          onPress={() => open('service', { service, ...(isFromChecker ? { from: 'check' } : {}) })}
        />
      </Card>
      <Section title={texts.otherWays}>
        <Paragraph>
          {(papers.length > 0 ? texts.otherWaysMore : texts.otherWaysTold)(counterOf(service))}
        </Paragraph>
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
