import { Fragment, useState } from 'react'
import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionOf, type EntitlementCode } from '@domain/policy/provisions'
import { replace, switchTab } from '@/platform/navigation'
import { checkerAnswers, isCheckerFinished, useChecker } from '@/stores/checker'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { findingsOf, type Findings } from '../findings'
import { result as texts } from '../texts'
import { Benefit } from './Benefit'
import { SaveAnswers } from './SaveAnswers'
import { titleOf } from './titleOf'

/** What the answers lead to; also before the last question is answered. */
export default function ResultPage() {
  const [answers] = useState(checkerAnswers)
  return Object.keys(answers).length > 0 ? <Results findings={findingsOf(answers)} /> : <NoAnswers />
}

const toCheck = () => replace('check', { page: 'open' })

function NoAnswers() {
  return (
    <Screen
      {...useSurroundings()}
      title={texts.noAnswersTitle}
      lead={texts.noAnswers}
      actions={<Button onPress={toCheck}>{texts.start}</Button>}
    />
  )
}

function Results({ findings }: { findings: Findings }) {
  const restart = () => {
    useChecker.getState().restart()
    return toCheck()
  }
  return (
    <Screen {...useSurroundings()} title={titleOf(findings)} lead={texts.lead}>
      {!isCheckerFinished() && (
        <Notice
          kind="info"
          title={texts.unfinished}
          actions={<Button onPress={toCheck}>{texts.goOn}</Button>}
        />
      )}
      {findings.groups.map((group) => (
        <Section key={group.result} title={group.title} count={group.results.length}>
          {group.results.map((each) => (
            <Benefit key={each.code} result={each} group={group} />
          ))}
        </Section>
      ))}
      {findings.ways.map((way) => (
        <Section key={way.code} title={texts.ways}>
          <Card>
            {wayWords(way).map((words) => (
              <Paragraph key={words}>{words}</Paragraph>
            ))}
          </Card>
        </Section>
      ))}
      {findings.alternatives.length > 0 && <TryAlso codes={findings.alternatives} />}
      <Notice kind="info" title={texts.confidential} />
      <Button kind="plain" icon="edit" onPress={() => replace('answers')}>
        {texts.myAnswers}
      </Button>
      <SaveAnswers />
      <Button kind="link" onPress={() => switchTab('home')}>
        {texts.home}
      </Button>
      <Button kind="link" onPress={restart}>
        {texts.again}
      </Button>
    </Screen>
  )
}

/** What is open about the child is on the cards above; here stands what the way is. */
function wayWords({ code, result, reasons }: EntitlementResult): string[] {
  const settled = result === 'NEEDS_INFO' ? [] : reasons.map(({ text }) => text)
  return [provisionOf(code).plain, ...settled]
}

function TryAlso({ codes }: { codes: readonly EntitlementCode[] }) {
  return (
    <Section title={texts.tryAlso}>
      <Paragraph tone="quiet">{texts.tryAlsoLead}</Paragraph>
      <Card>
        {codes.map((code) => {
          const { name = '', plain } = provisionOf(code)
          return (
            <Fragment key={code}>
              <Paragraph tone="strong">{name}</Paragraph>
              <Paragraph tone="quiet">{plain}</Paragraph>
            </Fragment>
          )
        })}
      </Card>
    </Section>
  )
}
