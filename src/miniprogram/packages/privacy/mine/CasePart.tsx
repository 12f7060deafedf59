import { consentNotices } from '@domain/application/consentNotices'
import { consentKinds, withdrawalReaches } from '@domain/application/consents'
import { formatInstant } from '@domain/calendar/instant'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { type OwnCase, type OwnConsent } from '@contracts/rights'
import { today } from '@/platform/clock'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { rightsTexts as texts } from '../rightsTexts'
import { type Rights } from '../useRights'
import { Corrections } from './Corrections'
import { DeletionAnswerCard } from './DeletionAnswerCard'
import { type Question } from './QuestionSheet'
import { Told } from './Told'

interface CasePartProps {
  one: OwnCase
  rights: Rights
  ask: (question: Question) => void
}

const day = (instant: string) => formatInstant(instant, today())

/** As they are asked for: the server gives those of one moment in any order. */
const inOrder = (consents: readonly OwnConsent[]) =>
  consentKinds.reduce<OwnConsent[]>(
    (all, kind) => all.concat(consents.filter((one) => one.kind === kind)),
    [],
  )

/** One filed case: what the family wants changed, its consents, and the answer about deleting it. */
export function CasePart({ one, rights, ask }: CasePartProps) {
  const { id, deletionAnswer, frozenAt, corrections } = one
  return (
    <Section title={texts.caseTitle(formatCaseNumber(one.caseNumber))}>
      {frozenAt !== null && (
        <Card>
          {one.status === 'withdrawn' && <Paragraph>{texts.stopped}</Paragraph>}
          <Paragraph>{texts.frozen}</Paragraph>
        </Card>
      )}
      {corrections.length > 0 && <Corrections corrections={corrections} />}
      {frozenAt === null && (
        <>
          <Button kind="plain" onPress={() => open('correct', { id })}>
            {texts.correct}
          </Button>
          <Button kind="plain" onPress={() => open('accesses', { id })}>
            {texts.accesses}
          </Button>
        </>
      )}
      {inOrder(one.consents).map((consent) => (
        <ConsentCard
          key={consent.id}
          consent={consent}
          isFrozen={frozenAt !== null}
          rights={rights}
          ask={ask}
        />
      ))}
      <Told act={`deletion ${id}`} rights={rights} />
      {deletionAnswer ? (
        <DeletionAnswerCard answer={deletionAnswer} />
      ) : (
        <Button
          kind="link"
          busy={rights.running === `deletion ${id}` ? texts.askingDeletion : undefined}
          onPress={() => rights.askDeletion(id)}
        >
          {texts.askDeletion}
        </Button>
      )}
    </Section>
  )
}

interface ConsentCardProps extends Omit<CasePartProps, 'one'> {
  consent: OwnConsent
  /** The whole case is only stored: nothing of it goes on. */
  isFrozen: boolean
}

function ConsentCard({ consent, isFrozen, rights, ask }: ConsentCardProps) {
  const { id, kind, givenAt, withdrawnAt } = consent
  const { title } = consentNotices[kind]
  return (
    <Card>
      <Heading level={3} small>
        {title}
      </Heading>
      <Told act={`withdraw ${id}`} rights={rights} />
      {withdrawnAt === null ? (
        <>
          <Paragraph>{texts.consentGiven(day(givenAt))}</Paragraph>
          <Button
            kind="plain"
            label={texts.withdrawOf(title)}
            busy={rights.running === `withdraw ${id}` ? texts.withdrawing : undefined}
            onPress={() => ask({ about: 'consent', id, kind })}
          >
            {texts.withdraw}
          </Button>
        </>
      ) : (
        <>
          <Paragraph>{texts.consentWithdrawn(day(withdrawnAt))}</Paragraph>
          {!isFrozen &&
            withdrawalReaches[kind] === 'healthPhotos' &&
            texts.withdrawPhotos.map((line) => <Paragraph key={line}>{line}</Paragraph>)}
        </>
      )}
    </Card>
  )
}
