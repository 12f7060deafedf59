import { useState } from 'react'
import { formatDate } from '@domain/calendar/date'
import { today } from '@/platform/clock'
import { back } from '@/platform/navigation'
import { canPrint, printPage } from '@/platform/printing'
import { useChecker } from '@/stores/checker'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { useFollowing } from '@/stores/following'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { SummaryList } from '@/ui/SummaryList'
import { answerRows } from '../answerRows'
import { findingsOf } from '../findings'
import { summary as texts } from '../furtherTexts'
import { NoAnswers } from '../NoAnswers'
import { summaryOf } from './summaryOf'

// Read across a counter, by two people, one of them with glasses.
const leastScale = 1.25

/** One page for the counter: answers, results with their clause, papers. To show or to print; never shared. */
export default function SummaryPage() {
  const [isEmpty] = useState(() => Object.keys(checkerAnswers()).length === 0)
  return isEmpty ? <NoAnswers /> : <Summary />
}

function Summary() {
  const surroundings = useSurroundings()
  const [answers] = useState(checkerAnswers)
  const [rows] = useState(() => answerRows(useChecker.getState().interview))
  const { sections, papers, unknown } = summaryOf(answers, findingsOf(answers))
  return (
    <Screen
      {...surroundings}
      fontScale={Math.max(surroundings.fontScale ?? 1, leastScale)}
      above={texts.madeOn(formatDate(today()))}
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          <Button kind="plain" onPress={back}>
            {texts.back}
          </Button>
          {canPrint && <Button onPress={printPage}>{texts.print}</Button>}
        </>
      }
    >
      {!canPrint && <Paragraph tone="quiet">{texts.screenshot}</Paragraph>}
      {useFollowing(sections, 1).map(({ title, results }) => (
        <Section key={title} title={title} count={results.length}>
          <Card kind="rows">
            {results.map(({ code, name, basis }) => (
              <Entry key={code} title={name} note={basis} />
            ))}
          </Card>
        </Section>
      ))}
      <Section title={texts.papers}>
        <Card>
          {papers.map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
        </Card>
      </Section>
      <Section title={texts.answers}>
        <SummaryList rows={useFollowing(rows, 4)} />
      </Section>
      {unknown > 0 && <Paragraph tone="quiet">{texts.unanswered(unknown)}</Paragraph>}
    </Screen>
  )
}
