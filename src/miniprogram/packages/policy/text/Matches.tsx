import { clauseName } from '@domain/policy/clauseNames'
import { searchPolicy } from '@domain/policy/search'
import { open, replace } from '@/platform/navigation'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Passage } from '@/ui/Passage'
import { Screen } from '@/ui/Screen'
import { texts } from '../texts'

// Whoever finds more has looked for too short a word.
const most = 8

/** The sentences with the words looked for. */
export function Matches({ words }: { words: string }) {
  const matches = searchPolicy(words)
  const rest = matches.length - most
  return (
    <Screen
      {...useSurroundings()}
      above={`“${words}”`}
      title={matches.length > 0 ? texts.matches(matches.length) : texts.noMatch}
      lead={matches.length > 0 ? texts.lead : texts.tryOther}
      actions={
        <Button kind="plain" onPress={() => replace('policy')}>
          {texts.again}
        </Button>
      }
    >
      {matches.slice(0, most).map(({ clause, sentence, text, ranges }) => (
        <Card key={`${clause}/${sentence}`}>
          <Heading level={2} small>
            {clauseName(clause).name}
          </Heading>
          <Passage marks={ranges}>{text}</Passage>
          <Button
            kind="link"
            label={`${texts.open}，${clauseName(clause).name}`}
            onPress={() => open('policy', { clause, sentence: String(sentence), words })}
          >
            {texts.open}
          </Button>
        </Card>
      ))}
      {rest > 0 && <Paragraph tone="quiet">{texts.moreMatches(rest)}</Paragraph>}
    </Screen>
  )
}
