import { useState } from 'react'
import { type Receipt } from '@contracts/applications'
import { paperName } from '@domain/services/paperCatalogue'
import { isPaperId } from '@domain/services/papers'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { nextThing } from '@domain/tracking/words'
import { useLoad } from '@/platform/lifecycle'
import { open, switchTab } from '@/platform/navigation'
import { readReceipt, receiptIsSeen, useReceipt } from '@/stores/receipt'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { SummaryList } from '@/ui/SummaryList'
import { opening, receipt as texts } from '../texts'
import { receivedPapers } from './receivedPapers'

/** 回执: what the server has confirmed, and only that. */
export default function ReceiptPage() {
  const { isRead, receipt } = useReceipt()
  const surroundings = useSurroundings()
  useLoad(() => void readReceipt().then(receiptIsSeen))
  if (receipt) return <Confirmed receipt={receipt} />
  if (!isRead) return <Screen {...surroundings} title={opening} />
  return (
    <Screen
      {...surroundings}
      title={texts.gone}
      lead={texts.goneMore}
      actions={<Button onPress={() => switchTab('progress')}>{texts.toCase}</Button>}
    />
  )
}

function Confirmed({ receipt }: { receipt: Receipt }) {
  const { applicationId, caseNumber, office, way, files, papersLater } = receipt
  const hasPapers = files.length + papersLater.length > 0
  return (
    <Screen
      {...useSurroundings()}
      title={texts.title[way.kind]}
      lead={texts.office(office)}
      actions={
        <>
          <Button kind="plain" onPress={() => switchTab('home')}>
            {texts.toHome}
          </Button>
          <Button onPress={() => open('case', { id: applicationId })}>{texts.toCase}</Button>
        </>
      }
    >
      <Card>
        <Paragraph tone="quiet">{texts.number}</Paragraph>
        <Paragraph tone="figure">{formatCaseNumber(caseNumber)}</Paragraph>
        <Paragraph tone="quiet">{texts.screenshot}</Paragraph>
      </Card>
      <Section title={texts.next}>
        <Paragraph>{nextThing('submitted', way, { intake: office, deciding: office })}</Paragraph>
      </Section>
      {hasPapers && <Photos receipt={receipt} />}
      {papersLater.length > 0 && (
        <Section title={texts.later} count={papersLater.length}>
          <Card>
            {papersLater.filter(isPaperId).map((paper) => (
              <Paragraph key={paper}>{paperName(paper)}</Paragraph>
            ))}
          </Card>
          <Paragraph tone="quiet">{texts.laterMore(office)}</Paragraph>
        </Section>
      )}
      <Paragraph tone="quiet">{hasPapers ? texts.erased : texts.erasedTold}</Paragraph>
    </Screen>
  )
}

function Photos({ receipt }: { receipt: Receipt }) {
  const [isProofShown, setProofShown] = useState(false)
  const papers = receivedPapers(receipt.files)
  if (papers.length === 0)
    return (
      <Section title={texts.files}>
        <Paragraph>{texts.noFiles}</Paragraph>
      </Section>
    )
  return (
    <Section title={texts.files} count={papers.length}>
      <SummaryList
        rows={papers.map(({ paper, name, codes }) => ({
          id: paper,
          question: name,
          answer: isProofShown
            ? codes.map((code, index) => texts.proof(index + 1, code)).join('\n')
            : texts.file(codes.length),
        }))}
      />
      {isProofShown && <Paragraph tone="quiet">{texts.proofMore}</Paragraph>}
      <Button kind="link" onPress={() => setProofShown(!isProofShown)}>
        {isProofShown ? texts.hideProof : texts.showProof}
      </Button>
    </Section>
  )
}
