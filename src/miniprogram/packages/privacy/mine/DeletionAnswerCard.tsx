import { formatInstant } from '@domain/calendar/instant'
import { type DeletionAnswer } from '@contracts/rights'
import { today } from '@/platform/clock'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { rightsTexts as texts } from '../rightsTexts'

/** The written refusal: its day, what it says two sentences at a time, and its grounds. */
export function DeletionAnswerCard({ answer }: { answer: DeletionAnswer }) {
  const { title, answeredAt, sentences, grounds } = answer
  return (
    <Card>
      <Heading level={3} small>
        {title}
      </Heading>
      <Paragraph tone="quiet">{texts.answered(formatInstant(answeredAt, today()))}</Paragraph>
      {inPairs(sentences).map((words) => (
        <Paragraph key={words}>{words}</Paragraph>
      ))}
      <Heading level={3} small>
        {texts.grounds}
      </Heading>
      {grounds.map(({ law, article, says }) => (
        <Paragraph key={`${law}${article}`}>{`${texts.ground(law, article)}：${says}`}</Paragraph>
      ))}
    </Card>
  )
}

function inPairs(sentences: readonly string[]): string[] {
  return sentences
    .map((sentence, index) => (index % 2 === 0 ? sentence + (sentences[index + 1] ?? '') : ''))
    .filter((words) => words !== '')
}
