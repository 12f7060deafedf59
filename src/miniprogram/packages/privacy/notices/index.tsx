import { formatDate } from '@domain/calendar/date'
import { consentNotices, noticeParagraphs, type ConsentNotice } from '@domain/application/consentNotices'
import { consentKinds } from '@domain/application/consents'
import { useSurroundings } from '@/stores/surroundings'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { texts } from '../texts'

/** What is used, why, by whom and for how long: the very notices an application asks consent to. */
export default function NoticesPage() {
  return (
    <Screen {...useSurroundings()} title={texts.title} lead={texts.lead}>
      <Card>
        <Paragraph>{texts.checker}</Paragraph>
        <Paragraph>{texts.photos}</Paragraph>
        <Paragraph>{texts.noLocation}</Paragraph>
      </Card>
      {consentKinds.map((kind) => (
        <NoticeText key={kind} notice={consentNotices[kind]} />
      ))}
    </Screen>
  )
}

function NoticeText({ notice }: { notice: ConsentNotice }) {
  return (
    <Section title={notice.title}>
      <Card>
        {noticeParagraphs(notice).map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        <Paragraph>{`${texts.refused}：${notice.ifRefused}`}</Paragraph>
        <Paragraph tone="quiet">{texts.version(formatDate(notice.validFrom))}</Paragraph>
      </Card>
    </Section>
  )
}
