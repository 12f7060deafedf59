import { formatInstant } from '@domain/calendar/instant'
import { type DataCopy, type Holdings } from '@contracts/rights'
import { today } from '@/platform/clock'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { rightsTexts as texts } from '../rightsTexts'
import { type Rights } from '../useRights'
import { type Question } from './QuestionSheet'
import { Told } from './Told'

interface PartProps {
  holdings: Holdings
  rights: Rights
  ask: (question: Question) => void
}

/** 要一份: asked for today, fetched from tomorrow on. */
export function CopyPart({ copies, rights }: { copies: readonly DataCopy[]; rights: Rights }) {
  const [newest] = copies
  const { running } = rights
  return (
    <Section title={texts.copy}>
      <Card>
        <Paragraph>{texts.copyMore}</Paragraph>
        {newest && <Newest {...newest} />}
        <Told act="copy" rights={rights} />
        <Told act="fetch" rights={rights} />
        {newest?.state === 'ready' && <Fetching id={newest.id} rights={rights} />}
        {newest?.state !== 'preparing' && (
          <Button
            kind="plain"
            busy={running === 'copy' ? texts.askingCopy : undefined}
            onPress={rights.askCopy}
          >
            {newest ? texts.askCopyAgain : texts.askCopy}
          </Button>
        )}
      </Card>
    </Section>
  )
}

function Fetching({ id, rights: { running, fetchCopy, saveCopy } }: { id: string; rights: Rights }) {
  if (saveCopy) return <Button onPress={saveCopy}>{texts.saveCopy}</Button>
  return (
    <Button busy={running === 'fetch' ? texts.fetchingCopy : undefined} onPress={() => fetchCopy(id)}>
      {texts.fetchCopy}
    </Button>
  )
}

function Newest({ requestedAt, state }: DataCopy) {
  return (
    <>
      <Paragraph tone="quiet">{texts.copyAsked(formatInstant(requestedAt, today()))}</Paragraph>
      <Paragraph tone="strong">{state === 'ready' ? texts.copyReady : texts.copyPreparing}</Paragraph>
    </>
  )
}

export function DraftsPart({ holdings, rights, ask }: PartProps) {
  const loose = holdings.kinds.filter(({ kind }) => kind === 'loosePhoto')[0]?.count ?? 0
  if (loose === 0) return <Told act="drafts" rights={rights} />
  return (
    <Section title={texts.drafts}>
      <Card>
        <Paragraph>{texts.draftsMore(loose)}</Paragraph>
        <Told act="drafts" rights={rights} />
        <Button
          kind="plain"
          icon="trash"
          busy={rights.running === 'drafts' ? texts.deleting : undefined}
          onPress={() => ask({ about: 'drafts' })}
        >
          {texts.deleteDrafts}
        </Button>
      </Card>
    </Section>
  )
}

export function AccountPart({ holdings, rights, ask }: PartProps) {
  const mayGo = holdings.cases.length === 0
  return (
    <Section title={texts.account}>
      <Card>
        <Paragraph>{mayGo ? texts.accountMore : texts.accountStays}</Paragraph>
        <Told act="account" rights={rights} />
        {mayGo && (
          <Button
            kind="plain"
            icon="trash"
            busy={rights.running === 'account' ? texts.deleting : undefined}
            onPress={() => ask({ about: 'account' })}
          >
            {texts.deleteAccount}
          </Button>
        )}
      </Card>
    </Section>
  )
}

/** Not asked twice: whoever is signed out by mistake signs in again. */
export function PhonesPart({ rights }: Pick<PartProps, 'rights'>) {
  return (
    <Section title={texts.phones}>
      <Card>
        <Paragraph>{texts.phonesMore}</Paragraph>
        <Told act="phones" rights={rights} />
        <Button
          kind="plain"
          icon="exit"
          busy={rights.running === 'phones' ? texts.endingPhones : undefined}
          onPress={rights.endOtherSessions}
        >
          {texts.endPhones}
        </Button>
      </Card>
    </Section>
  )
}
