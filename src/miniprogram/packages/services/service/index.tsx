import { useState } from 'react'
import { newDraft } from '@domain/application/draft'
import { papersOfDraft, routeOfDraft } from '@domain/application/draftFacts'
import { type Answers } from '@domain/eligibility/questions'
import { asServiceCode, rightsOf, services, type ServiceCode } from '@domain/services/catalogue'
import { courseOf } from '@domain/services/courses'
import { howLong } from '@domain/services/howLong'
import { paperOf } from '@domain/services/paperCatalogue'
import { officesOn } from '@domain/services/route'
import { now } from '@/platform/clock'
import { open, queryOfPage, replace } from '@/platform/navigation'
import { useFollowing } from '@/stores/following'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { settingsOfPhone } from '@/stores/settings'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { Provisions } from '../Provisions'
import { situationPapers } from '../situationPapers'
import { service as texts } from '../texts'

/** 办理说明: who, where, with which papers, how long, at what cost, what then; it follows the family's answers. */
export default function ServicePage() {
  const [opened] = useState(openedMatter)
  const surroundings = useSurroundings()
  if (opened) return <KnownService {...opened} />
  return (
    <Screen
      {...surroundings}
      title={texts.unknown}
      actions={<Button onPress={() => replace('services')}>{texts.toList}</Button>}
    />
  )
}

// What a phone shows first; what lies below follows in a second message.
const partsAtFirst = 3
const parts = [Who, Where, Papers, Situations, Course, HowLong, Cost, Ways, After, Refused, Basis] as const

interface PartProps {
  code: ServiceCode
  /** What the checker knows; nothing unless the page was opened from its results. */
  answers: Answers
}

function openedMatter(): PartProps | undefined {
  const { service, from } = queryOfPage()
  const code = asServiceCode(service)
  // Answers of an earlier family may still be in memory (experience §9).
  return code && { code, answers: from === 'check' ? checkerAnswers() : {} }
}

function KnownService({ code, answers }: PartProps) {
  const surroundings = useSurroundings()
  const { neutralTitle, title, gloss, kind } = services[code]
  const query = { service: code, ...(isKnown(answers) ? { from: 'check' } : {}) }
  const shown = useFollowing(parts, partsAtFirst)
  return (
    <Screen
      {...surroundings}
      title={neutralTitle}
      lead={texts.lead(title, gloss)}
      actions={<Button onPress={() => open('start', query)}>{texts.apply[kind]}</Button>}
    >
      {shown.map((Part, index) => (
        <Part key={index} code={code} answers={answers} />
      ))}
    </Screen>
  )
}

const isKnown = (answers: Answers) => Object.keys(answers).length > 0

/** The form as it would begin now: what the checker knows already decides papers and offices. */
const formOf = ({ code, answers }: PartProps) => newDraft(code, '', now(), answers)

function Who({ code }: PartProps) {
  return <Lines title={texts.who} lines={services[code].whoMayApply} />
}

function Where(props: PartProps) {
  const { code } = props
  const { where, department } = services[code]
  const route = routeOfDraft(formOf(props))
  const offices = route?.intakeDivision === undefined ? undefined : officesOn(route, department)
  const own = offices ? [texts.offices(offices.intake, offices.deciding)] : []
  return <Lines title={texts.where} lines={[...where, ...own]} />
}

function Papers(props: PartProps) {
  const { code } = props
  const papers = papersOfDraft(formOf(props))
  if (services[code].papers.length === 0) return <Lines title={texts.papers} lines={[texts.noPapers]} />
  return (
    <Section title={texts.papers} count={papers.length}>
      <Paragraph tone="quiet">{texts.papersLead}</Paragraph>
      {papers.map(({ paper, why }) => (
        <Card key={paper}>
          <Heading level={3}>{paperOf(paper).name}</Heading>
          <Paragraph>{why}</Paragraph>
          <Paragraph tone="quiet">{texts.hint(paperOf(paper).hint)}</Paragraph>
        </Card>
      ))}
    </Section>
  )
}

function Situations(props: PartProps) {
  const { code } = props
  const asked = papersOfDraft(formOf(props)).map(({ paper }) => paper)
  const lines = situationPapers(code, asked)
  const ofParents = services[code].asks.parents ? [texts.parents] : []
  if (lines.length + ofParents.length === 0) return null
  return (
    <>
      <Lines title={texts.situations} lines={[...lines, ...ofParents]} />
      {ofParents.length > 0 && !isKnown(props.answers) && (
        <Button kind="plain" onPress={() => open('check')}>
          {texts.check}
        </Button>
      )}
    </>
  )
}

function Course(props: PartProps) {
  const { code } = props
  const steps = courseOf(code, routeOfDraft(formOf(props)))
  return <Lines title={texts.course} lines={steps.map(texts.step)} />
}

function HowLong({ code }: PartProps) {
  return <Lines title={texts.howLong} lines={howLong(code, settingsOfPhone())} />
}

function Cost({ code }: PartProps) {
  return <Lines title={texts.cost} lines={[services[code].cost]} />
}

function Ways({ code }: PartProps) {
  const { confidential, papers } = services[code]
  const window = papers.length > 0 ? texts.window : texts.windowNoPapers
  return <Lines title={texts.ways} lines={[confidential ? texts.windowConfidential : window, texts.helper]} />
}

function After({ code }: PartProps) {
  return <Lines title={texts.next} lines={services[code].next} />
}

function Refused({ code }: PartProps) {
  return <Lines title={texts.refused} lines={[...services[code].refused, ...rightsOf(code)]} />
}

/** The law it rests on and the policy's own sentence. Of the confidential matter both would name the illness. */
function Basis({ code }: PartProps) {
  const { confidential, basis, provisions } = services[code]
  if (confidential) return <Lines title={texts.basis} lines={[texts.basisToldThere]} />
  return (
    <Section title={texts.basis}>
      <Provisions ids={provisions} />
      {basis.length > 0 && (
        <Card>
          {basis.map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
        </Card>
      )}
    </Section>
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
