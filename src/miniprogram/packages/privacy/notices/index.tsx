import { useState } from 'react'
import { formatDate } from '@domain/calendar/date'
import { consentNotices, noticeSections, noticeSettings } from '@domain/application/consentNotices'
import { consentKinds } from '@domain/application/consents'
import { type NoticeContent } from '@domain/application/noticeContents'
import { open, queryOfPage, replace } from '@/platform/navigation'
import { settingsOfPhone } from '@/stores/settings'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { texts } from '../texts'

/** What is used, why, by whom and for how long: the very notices an application asks consent to, one at a time. */
export default function NoticesPage() {
  const [opened] = useState(() => noticeNamed(queryOfPage().notice))
  return (
    <Screen
      {...useSurroundings()}
      title={opened ? opened.title : texts.title}
      lead={opened ? texts.version(formatDate(opened.validFrom)) : texts.lead}
    >
      {opened ? <NoticeText notice={opened} /> : <Overview />}
    </Screen>
  )
}

const noticeNamed = (name: string | undefined) =>
  consentKinds.filter((kind) => kind === name).map((kind) => consentNotices[kind])[0]

function Overview() {
  return (
    <>
      <Card>
        <Paragraph>{texts.checker}</Paragraph>
        <Paragraph>{texts.photos}</Paragraph>
        <Paragraph>{texts.noLocation}</Paragraph>
      </Card>
      <Section title={texts.each}>
        <Card kind="rows">
          {consentKinds.map((kind) => (
            <Entry
              key={kind}
              title={consentNotices[kind].title}
              onPress={() => open('notices', { notice: kind })}
            />
          ))}
        </Card>
      </Section>
    </>
  )
}

function NoticeText({ notice }: { notice: NoticeContent }) {
  const sections = noticeSections(notice, noticeSettings(settingsOfPhone())).concat({
    heading: texts.refused,
    sentences: [notice.consequencesOfRefusal],
  })
  return (
    <>
      {sections.map(({ heading, sentences }) => (
        <Card key={heading}>
          <Heading level={2}>{heading}</Heading>
          {sentences.map((sentence) => (
            <Paragraph key={sentence}>{sentence}</Paragraph>
          ))}
        </Card>
      ))}
      <Button kind="plain" onPress={() => open('myInformation')}>
        {texts.toMyInformation}
      </Button>
      <Button kind="plain" onPress={() => replace('notices')}>
        {texts.other}
      </Button>
    </>
  )
}
