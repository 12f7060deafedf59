import { newDraft } from '@domain/application/draft'
import { papersOfDraft } from '@domain/application/draftFacts'
import { asServiceCode, rightsOf, services } from '@domain/services/catalogue'
import { paperOf } from '@domain/services/paperCatalogue'
import { now } from '@/platform/clock'
import { open, queryOfPage } from '@/platform/navigation'
import { checkerAnswers } from '@/stores/checker'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { service as texts } from '../texts'

/** 办理说明: who, with which papers, where, how long, at what cost; the papers follow the family's answers. */
export default function ServicePage() {
  const code = asServiceCode(queryOfPage().service) ?? 'DFUC_ALLOWANCE'
  const service = services[code]
  const answers = checkerAnswers()
  const isKnown = Object.keys(answers).length > 0
  const papers = papersOfDraft(newDraft(code, '', now(), answers))
  return (
    <Screen
      {...useSurroundings()}
      title={service.neutralTitle}
      lead={texts.lead(service.title, service.gloss)}
      actions={
        <>
          {!isKnown && (
            <Button kind="plain" onPress={() => open('check')}>
              {texts.check}
            </Button>
          )}
          <Button onPress={() => open('start', { service: code, ...(isKnown ? { from: 'check' } : {}) })}>
            {texts.apply}
          </Button>
        </>
      }
    >
      <Section title={texts.papers} count={papers.length}>
        <Paragraph tone="quiet">{isKnown ? texts.papersLead : texts.generalPapers}</Paragraph>
        {papers.map(({ paper, why }) => (
          <Card key={paper}>
            <Heading level={3}>{paperOf(paper).name}</Heading>
            <Paragraph>{why}</Paragraph>
            <Paragraph tone="quiet">{texts.hint(paperOf(paper).hint)}</Paragraph>
          </Card>
        ))}
      </Section>
      <Lines title={texts.who} lines={service.whoMayApply} />
      <Lines title={texts.where} lines={service.where} />
      <Lines title={texts.howLong} lines={[service.limits.note]} />
      <Lines title={texts.cost} lines={[service.cost]} />
      <Lines title={texts.rights} lines={rightsOf(code)} />
    </Screen>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Section title={title}>
      <Card>
        {lines.map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        ))}
      </Card>
    </Section>
  )
}
