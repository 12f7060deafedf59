import { useState } from 'react'
import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionOf } from '@domain/policy/provisions'
import { isCheckerFinished } from '@/stores/checker'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { useFollowing } from '@/stores/following'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { findingsOf, type Findings } from '../findings'
import { NoAnswers, toCheck } from '../NoAnswers'
import { result as texts } from '../resultTexts'
import { Further } from './Further'
import { GroupSection } from './GroupSection'
import { titleOf } from './titleOf'

/** What the answers lead to; also before the last question is answered. */
export default function ResultPage() {
  const [answers] = useState(checkerAnswers)
  return Object.keys(answers).length > 0 ? <Results findings={findingsOf(answers)} /> : <NoAnswers />
}

// With the best result in full, two groups fill a screen; what lies below follows in a second message.
const groupsAtFirst = 2

function Results({ findings }: { findings: Findings }) {
  const groups = useFollowing(findings.groups, groupsAtFirst)
  const isWhole = groups.length === findings.groups.length
  return (
    <Screen {...useSurroundings()} title={titleOf(findings)} lead={texts.lead}>
      {!isCheckerFinished() && (
        <Notice
          kind="info"
          title={texts.unfinished}
          actions={<Button onPress={toCheck}>{texts.goOn}</Button>}
        />
      )}
      {groups.map((group) => (
        <GroupSection key={group.name} group={group} />
      ))}
      {isWhole && <Ways ways={findings.ways} />}
      {isWhole && <Further />}
    </Screen>
  )
}

/** Where the papers may be handed in, besides the ordinary way. */
function Ways({ ways }: Pick<Findings, 'ways'>) {
  return (
    <>
      {ways.map((way) => (
        <Section key={way.code} title={texts.ways}>
          <Card>
            {wayWords(way).map((words) => (
              <Paragraph key={words}>{words}</Paragraph>
            ))}
          </Card>
        </Section>
      ))}
    </>
  )
}

/** What is open about the child is told above; here stands what the way is. */
function wayWords({ code, result, reasons }: EntitlementResult): string[] {
  const settled = result === 'NEEDS_INFO' ? [] : reasons.map(({ text }) => text)
  return [provisionOf(code).plain, ...settled]
}
