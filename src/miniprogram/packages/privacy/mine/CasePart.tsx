import { consentNotices } from '@domain/application/consentNotices'
import { formatInstant } from '@domain/calendar/instant'
import { correctionFieldWords, correctionStatusWords } from '@domain/rights/corrections'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { type DeletionAnswer, type OwnCase, type OwnConsent } from '@contracts/rights'
import { today } from '@/platform/clock'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { rightsTexts as texts } from '../rightsTexts'
import { type Rights } from '../useRights'
import { type Question } from './QuestionSheet'

interface CasePartProps {
  one: OwnCase
  rights: Rights
  ask: (question: Question) => void
}

const day = (instant: string) => formatInstant(instant, today())

/** One filed case: its consents, what the family wants changed, and the answer about deleting it. */
export function CasePart({ one, rights, ask }: CasePartProps) {
  const { deletionAnswer, frozenAt, corrections } = one
  return (
    <Section title={texts.caseTitle(formatCaseNumber(one.caseNumber))}>
      {frozenAt !== null && (
        <Card>
          <Paragraph>{texts.frozen}</Paragraph>
        </Card>
      )}
      {one.consents.map((consent) => (
        <ConsentCard key={consent.id} consent={consent} rights={rights} ask={ask} />
      ))}
      {corrections.length > 0 && (
        <Card>
          <Heading level={3} small>
            {texts.corrections}
          </Heading>
          {corrections.map(({ id, field, status, answer }) => (
            <Paragraph key={id}>
              {`${correctionFieldWords[field]}：${correctionStatusWords[status]}${answer ?? ''}`}
            </Paragraph>
          ))}
        </Card>
      )}
      {deletionAnswer && <Answer answer={deletionAnswer} />}
      {frozenAt === null && (
        <Button kind="plain" onPress={() => open('correct', { id: one.id })}>
          {texts.correct}
        </Button>
      )}
      {!deletionAnswer && (
        <Button
          kind="link"
          busy={rights.running === 'deletion' ? texts.askingDeletion : undefined}
          onPress={() => rights.askDeletion(one.id)}
        >
          {texts.askDeletion}
        </Button>
      )}
    </Section>
  )
}

function ConsentCard({ consent, rights, ask }: Omit<CasePartProps, 'one'> & { consent: OwnConsent }) {
  const { id, kind, givenAt, withdrawnAt } = consent
  const { title } = consentNotices[kind]
  return (
    <Card>
      <Heading level={3} small>
        {title}
      </Heading>
      <Paragraph>
        {withdrawnAt === null ? texts.consentGiven(day(givenAt)) : texts.consentWithdrawn(day(withdrawnAt))}
      </Paragraph>
      {withdrawnAt === null && (
        <Button
          kind="plain"
          label={texts.withdrawOf(title)}
          busy={rights.running === 'withdraw' ? texts.withdrawing : undefined}
          onPress={() => ask({ about: 'consent', id, kind })}
        >
          {texts.withdraw}
        </Button>
      )}
    </Card>
  )
}

/** The written refusal, with its day and its grounds. */
function Answer({ answer: { title, answeredAt, sentences, grounds } }: { answer: DeletionAnswer }) {
  return (
    <Card>
      <Heading level={3} small>
        {title}
      </Heading>
      <Paragraph tone="quiet">{texts.answered(day(answeredAt))}</Paragraph>
      <Paragraph>{sentences.join('')}</Paragraph>
      {grounds.map(({ law, article, says }) => (
        <Paragraph key={`${law}${article}`}>{`${texts.ground(law, article)}：${says}`}</Paragraph>
      ))}
    </Card>
  )
}
