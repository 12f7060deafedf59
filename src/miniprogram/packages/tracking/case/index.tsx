import { formatInstant } from '@domain/calendar/instant'
import { allowedEvents } from '@domain/tracking/machine'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { nextThing, statusSentence, whoHoldsIt } from '@domain/tracking/words'
import { today } from '@/platform/clock'
import { open, switchTab } from '@/platform/navigation'
import { type KeptCase } from '@/stores/cases'
import { useConnection } from '@/stores/connection'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { SummaryList } from '@/ui/SummaryList'
import { Tag } from '@/ui/Tag'
import { Timeline } from '@/ui/Timeline'
import { officesOf } from '../offices'
import { nameOfPaper, receivedFiles } from '../receivedFiles'
import { caseTexts as texts, opening } from '../texts'
import { useCase, type OpenCase } from '../useCase'
import { Decision } from './Decision'
import { timelineRows } from './timelineRows'
import { useWithdrawal, WithdrawalOffer, WithdrawalSheet } from './Withdrawal'

/** One case: who holds it, what happens next, what the family may do, and its whole course. */
export default function CasePage() {
  const opened = useCase()
  const surroundings = useSurroundings()
  if (opened.kept) return <KnownCase kept={opened.kept} opened={opened} />
  if (opened.isRefreshing) return <Screen {...surroundings} title={opening} />
  const isMissing = opened.failure?.code === 'NOT_FOUND'
  return (
    <Screen
      {...surroundings}
      title={isMissing ? texts.notFound : texts.notLoaded}
      lead={isMissing ? texts.notFoundMore : undefined}
      error={isMissing ? surroundings.error : opened.failure?.message}
      actions={
        <>
          <Button kind="plain" onPress={() => switchTab('progress')}>
            {texts.toProgress}
          </Button>
          {!isMissing && <Button onPress={opened.refresh}>{texts.again}</Button>}
        </>
      }
    />
  )
}

const withoutStop = (sentence: string) => sentence.replace(/。$/, '')

function KnownCase({ kept: { readAt, detail }, opened }: { kept: KeptCase; opened: OpenCase }) {
  const surroundings = useSurroundings()
  const offline = useConnection((state) => state.offline)
  const withdrawal = useWithdrawal(detail)
  const offices = officesOf(detail)
  const { status, way, papersLater } = detail
  const holder = whoHoldsIt(status, way, offices)
  const files = receivedFiles(detail)
  const mayWithdraw = allowedEvents(way.procedure, status, 'family').indexOf('withdrawn') >= 0
  return (
    <Screen
      {...surroundings}
      offline={offline}
      above={texts.above(detail.childMaskedName, formatCaseNumber(detail.caseNumber))}
      title={withoutStop(statusSentence(status, way, offices))}
      error={surroundings.error ?? (offline ? undefined : opened.failure?.message)}
      sheet={withdrawal.isAsking ? <WithdrawalSheet work={withdrawal} /> : undefined}
    >
      {detail.supplement && <Needed id={detail.id} papers={detail.supplement.papers} />}
      <Card>
        {holder && (
          <Heading level={2} small>
            {texts.holder}
          </Heading>
        )}
        {holder && <Paragraph>{holder}</Paragraph>}
        <Heading level={2} small>
          {texts.next}
        </Heading>
        <Paragraph>{nextThing(status, way, offices)}</Paragraph>
      </Card>
      <Decision detail={detail} />
      <Section title={texts.timeline}>
        <Timeline rows={timelineRows(detail, today())} />
      </Section>
      <Paragraph tone="quiet">{texts.readAt(formatInstant(readAt, today()))}</Paragraph>
      <Button kind="link" busy={opened.isRefreshing ? texts.refreshing : undefined} onPress={opened.refresh}>
        {texts.refresh}
      </Button>
      {files.length > 0 && (
        <Section title={texts.files} count={files.length}>
          <SummaryList rows={files} />
        </Section>
      )}
      {papersLater.length > 0 && (
        <Section title={texts.later} count={papersLater.length}>
          <Card>
            {papersLater.map((paper) => (
              <Paragraph key={paper}>{nameOfPaper(paper)}</Paragraph>
            ))}
          </Card>
          <Paragraph tone="quiet">{texts.laterMore(offices.intake)}</Paragraph>
        </Section>
      )}
      <Button kind="link" onPress={() => open('accesses', { id: detail.id })}>
        {texts.accesses}
      </Button>
      {mayWithdraw ? (
        <WithdrawalOffer work={withdrawal} />
      ) : (
        withdrawal.problem && <Notice kind="error" title={withdrawal.problem} urgent />
      )}
    </Screen>
  )
}

interface NeededProps {
  id: string
  papers: readonly { paper: string; reason: string }[]
}

/** What the office asks for, above everything else. */
function Needed({ id, papers }: NeededProps) {
  return (
    <Card kind="needed">
      <Tag tone="needed">{texts.needed}</Tag>
      {papers.map(({ paper, reason }) => (
        <Paragraph key={paper}>{`${nameOfPaper(paper)}：${reason}`}</Paragraph>
      ))}
      <Button onPress={() => open('supplement', { id })}>{texts.toSupplement}</Button>
    </Card>
  )
}
