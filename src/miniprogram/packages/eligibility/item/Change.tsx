import { type EntitlementResult } from '@domain/eligibility/assessment'
import { open } from '@/platform/navigation'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { changeWords } from '../factWords'
import { pageToTry } from '../openQuestions'
import { item as texts } from '../resultTexts'

// More are not read; the shortest are the likeliest.
const most = 4

// Nobody grows younger, and what comes with age is told by its date (NOT_YET).
const cannotChange = 'child.birthDate'

/** Each smallest change that would turn the answer; a tap tries it without touching the real answers. */
export function Change({ result: { flips = [] } }: { result: EntitlementResult }) {
  const changes = flips
    .filter((paths) => !paths.includes(cannotChange))
    .sort((a, b) => a.length - b.length)
    .map((paths) => ({ paths, words: changeWords(paths) }))
  const told = changes.filter(
    ({ words }, index) => words !== '' && changes.findIndex((other) => other.words === words) === index,
  )
  if (told.length === 0) return null
  return (
    <Section title={texts.change}>
      <Paragraph tone="quiet">{texts.changeLead}</Paragraph>
      <Card kind="rows">
        {told.slice(0, most).map(({ paths, words }) => (
          <Entry key={words} title={words} note={texts.tryIt} onPress={() => tryChange(paths)} />
        ))}
      </Card>
    </Section>
  )
}

/** Opens the question of the first fact that a page asks; else the list of all. */
function tryChange(paths: readonly string[]): Promise<unknown> {
  const question = paths.map(pageToTry).filter((page) => page !== undefined)[0]
  return open('whatIf', question ? { question } : undefined)
}
