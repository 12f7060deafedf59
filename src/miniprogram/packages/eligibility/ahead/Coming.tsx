import { formatDate } from '@domain/calendar/date'
import { type Foresight } from '@domain/eligibility/foresight'
import { open } from '@/platform/navigation'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Section } from '@/ui/Section'
import { ahead as texts } from '../furtherTexts'
import { nameOf } from '../names'

/** Things of one kind, each with its day and the way to the sentence of the policy it rests on. */
export function Coming({ title, events }: { title: string; events: readonly Foresight[] }) {
  return (
    <Section title={title}>
      <Card kind="rows">
        {events.map(({ code, on, text, provision }) => (
          <Entry
            key={`${code}${on}${text}`}
            title={code ? nameOf(code) : texts.whole}
            note={text}
            tag={{ tone: on ? 'going' : 'quiet', words: on ? formatDate(on) : texts.noDay }}
            onPress={() => open('policy', { provision })}
          />
        ))}
      </Card>
    </Section>
  )
}
