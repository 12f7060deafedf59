import { clauseNames, partNames, type ClauseId } from '@domain/policy/clauseNames'
import { clauseById } from '@domain/policy/clauses'
import { provisions } from '@domain/policy/provisions'
import { readingsOf } from '@domain/policy/readings'
import { useReady } from '@/platform/lifecycle'
import { open, replace } from '@/platform/navigation'
import { scrollToId } from '@/platform/pageTools'
import { useFollowing } from '@/stores/following'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Passage } from '@/ui/Passage'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { texts } from '../texts'
import { paragraphsOf } from './paragraphs'
import { type Marked } from './view'

// Pages below stay in the browser's document, so the id tells this mark from theirs.
const idOf = (clause: ClauseId, { sentence, ranges }: Marked) =>
  `marked-${clause.replace('.', '-')}-${sentence}-${ranges[0]?.start ?? 0}`

/** One clause as printed, with what was quoted or looked for marked and brought into sight. */
export function ClausePage({ clause, marked }: { clause: ClauseId; marked?: Marked }) {
  const { name, part, sentences } = clauseById(clause)
  const markId = marked && idOf(clause, marked)
  useReady(() => {
    if (markId) scrollToId(markId)
  })
  return (
    <Screen
      {...useSurroundings()}
      above={partNames[part - 1]}
      title={name}
      lead={texts.lead}
      actions={<Turning clause={clause} />}
    >
      {marked && <Notice kind="info" title={texts[marked.because]} />}
      <Section title={texts.original}>
        <Card>
          {paragraphsOf(sentences, marked).map(({ text, marks }) => (
            <Passage key={text} marks={marks} markId={markId}>
              {text}
            </Passage>
          ))}
        </Card>
      </Section>
      <About clause={clause} />
      <Button kind="link" onPress={() => replace('policy')}>
        {texts.all}
      </Button>
    </Screen>
  )
}

/** What the clause gives, in everyday words, and where its print needs a note. They follow the text itself. */
function About({ clause }: { clause: ClauseId }) {
  const notes = readingsOf(clause).length
  const given = provisions.filter(({ clauseId, code }) => clauseId === clause && code !== undefined)
  const lines = useFollowing(
    given.map(({ plain }) => plain).filter((each, index, all) => all.indexOf(each) === index),
    0,
  )
  return (
    <>
      {notes > 0 && (
        <Card kind="rows">
          <Entry
            icon="info"
            title={texts.notes(notes)}
            note={texts.notesMore}
            onPress={() => open('policy', { notes: clause })}
          />
        </Card>
      )}
      {lines.length > 0 && (
        <Section title={texts.about}>
          <Card>
            {lines.map((line) => (
              <Paragraph key={line}>{line}</Paragraph>
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}

/** To the clause before and the one after, in the place of this one: back leads to where the reader came from. */
function Turning({ clause }: { clause: ClauseId }) {
  const place = clauseNames.findIndex(({ id }) => id === clause)
  const turnTo = (id: ClauseId) => () => replace('policy', { clause: id })
  const before = clauseNames[place - 1]
  const after = clauseNames[place + 1]
  return (
    <>
      {before && (
        <Button kind="plain" label={`${texts.before}，${before.name}`} onPress={turnTo(before.id)}>
          {texts.before}
        </Button>
      )}
      {after && (
        <Button kind="plain" label={`${texts.after}，${after.name}`} onPress={turnTo(after.id)}>
          {texts.after}
        </Button>
      )}
    </>
  )
}
