import { useState } from 'react'
import { holdingWords } from '@domain/rights/holdings'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { SummaryList } from '@/ui/SummaryList'
import { rightsTexts as texts } from '../rightsTexts'
import { useRights, type Rights } from '../useRights'
import { AccountPart, CopyPart, DraftsPart } from './OwnParts'
import { CasePart } from './CasePart'
import { QuestionSheet, type Question } from './QuestionSheet'

/** 我的信息: what the service keeps of this family, and everything it may ask for about it. */
export default function MyInformationPage() {
  const surroundings = useSurroundings()
  const rights = useRights()
  const [question, ask] = useState<Question>()
  const { holdings, isStranger, running, failure, news } = rights
  return (
    <Screen
      {...surroundings}
      title={texts.title}
      lead={texts.lead}
      error={surroundings.error ?? failure?.message}
      announcement={running === 'load' ? texts.loading : undefined}
      sheet={question && <QuestionSheet question={question} rights={rights} onClose={() => ask(undefined)} />}
    >
      {news && <Notice kind="success" title={news} urgent />}
      {running === 'load' && !holdings && <Paragraph tone="quiet">{texts.loading}</Paragraph>}
      {isStranger && <Stranger rights={rights} />}
      {failure && !holdings && !isStranger && (
        <Button kind="plain" onPress={rights.load}>
          {texts.again}
        </Button>
      )}
      {holdings && (
        <>
          {holdings.cases.map((one) => (
            <CasePart key={one.id} one={one} rights={rights} ask={ask} />
          ))}
          <CopyPart copies={holdings.copies} rights={rights} />
          <DraftsPart holdings={holdings} rights={rights} ask={ask} />
          <Kinds rights={rights} />
          {holdings.cases.length === 0 && <AccountPart rights={rights} ask={ask} />}
        </>
      )}
    </Screen>
  )
}

function Stranger({ rights }: { rights: Rights }) {
  return (
    <Card>
      <Paragraph>{texts.notSignedIn}</Paragraph>
      <Paragraph tone="quiet">{texts.notSignedInMore}</Paragraph>
      <Button kind="plain" onPress={rights.load}>
        {texts.signIn}
      </Button>
    </Card>
  )
}

function Kinds({ rights: { holdings } }: { rights: Rights }) {
  const kept = (holdings?.kinds ?? []).filter(({ count }) => count > 0)
  const rows = kept.map(({ kind, count }) => ({
    id: kind,
    question: holdingWords[kind],
    answer: texts.count(count),
  }))
  return (
    <Section title={texts.kinds}>
      <SummaryList rows={rows} />
      <Paragraph tone="quiet">{texts.kindsNote}</Paragraph>
    </Section>
  )
}
