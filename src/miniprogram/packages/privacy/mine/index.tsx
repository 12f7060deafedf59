import { useState } from 'react'
import { leave } from '@/platform/leaving'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { QuickExit } from '@/ui/QuickExit'
import { Screen } from '@/ui/Screen'
import { rightsTexts as texts } from '../rightsTexts'
import { useRights, type Rights } from '../useRights'
import { AccountPart, CopyPart, DraftsPart, PhonesPart } from './OwnParts'
import { CasePart } from './CasePart'
import { Kinds } from './Kinds'
import { QuestionSheet, type Question } from './QuestionSheet'
import { Told } from './Told'

/** 我的信息: what the service keeps of this family, and everything it may ask for about it. */
export default function MyInformationPage() {
  const surroundings = useSurroundings()
  const rights = useRights()
  const [question, ask] = useState<Question>()
  const { holdings, isStranger, running, outcome } = rights
  const unseen = outcome?.act === 'load' ? outcome.words : undefined
  return (
    <Screen
      {...surroundings}
      title={texts.title}
      lead={texts.lead}
      error={surroundings.error ?? unseen}
      announcement={running === 'load' ? texts.loading : undefined}
      exit={<QuickExit onLeave={leave} />}
      sheet={question && <QuestionSheet question={question} rights={rights} onClose={() => ask(undefined)} />}
    >
      {running === 'load' && !holdings && <Paragraph tone="quiet">{texts.loading}</Paragraph>}
      {isStranger && <Stranger rights={rights} />}
      {unseen !== undefined && (
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
          <Kinds kinds={holdings.kinds} />
          <PhonesPart rights={rights} />
          <AccountPart holdings={holdings} rights={rights} ask={ask} />
        </>
      )}
    </Screen>
  )
}

function Stranger({ rights }: { rights: Rights }) {
  return (
    <>
      <Told act="account" rights={rights} />
      <Card>
        <Paragraph>{texts.notSignedIn}</Paragraph>
        <Paragraph tone="quiet">{texts.notSignedInMore}</Paragraph>
        <Button kind="plain" onPress={rights.load}>
          {texts.signIn}
        </Button>
      </Card>
    </>
  )
}
