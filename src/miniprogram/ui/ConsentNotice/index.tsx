import { noticeSections, type NoticeSettings } from '@domain/application/consentNotices'
import { type NoticeContent } from '@domain/application/noticeContents'
import { formatDate } from '@domain/calendar/date'
import { Card } from '../Card'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { Heading } from '../Heading'
import { Paragraph } from '../Paragraph'

export interface ConsentNoticeProps {
  notice: NoticeContent
  /** What only the department can say, from the settings in force. */
  told: NoticeSettings
  /** The title of the Screen asks already: not shown twice. */
  questionIsTitle?: boolean
  error?: string
  /** undefined: not answered. Nothing is ever ticked beforehand. */
  given: boolean | undefined
  onAnswer: (given: boolean) => unknown
}

const options = [
  { value: 'agree', words: '同意' },
  { value: 'refuse', words: '不同意' },
] as const

/** One consent: all that is to be known, then the question (PIPL 14, 17, 29). */
export function ConsentNotice(props: ConsentNoticeProps) {
  const { notice, told, questionIsTitle, error, given, onAnswer } = props
  return (
    <>
      <Card>
        {noticeSections(notice, told).map(({ heading, sentences }) => (
          <Part key={heading} heading={heading} words={sentences.join('')} />
        ))}
        <Part heading="如果不同意" words={notice.consequencesOfRefusal} />
        <Paragraph tone="quiet">{`这份说明从${formatDate(notice.validFrom)}起用。`}</Paragraph>
      </Card>
      <Field question={notice.question} questionIsTitle={questionIsTitle} error={error}>
        <Choice
          options={options}
          value={given === undefined ? undefined : given ? 'agree' : 'refuse'}
          onChange={(answer) => onAnswer(answer === 'agree')}
        />
      </Field>
    </>
  )
}

function Part({ heading, words }: { heading: string; words: string }) {
  return (
    <>
      <Heading level={2} small>
        {heading}
      </Heading>
      <Paragraph>{words}</Paragraph>
    </>
  )
}
