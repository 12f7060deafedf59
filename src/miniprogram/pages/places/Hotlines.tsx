import { type Hotline, type HotlineState } from '@domain/places/hotlines'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { texts } from './texts'

interface HotlinesProps {
  hotlines: readonly Hotline[]
  onCall: (number: string) => unknown
}

const caveats: Readonly<Partial<Record<HotlineState, string>>> = { elsewhere: texts.elsewhere }

/** One row a number: what it is for, and how sure it is. The whole row calls. */
export function Hotlines({ hotlines, onCall }: HotlinesProps) {
  return (
    <Card kind="rows">
      {hotlines.map(({ number, name, purpose, state }) => (
        <Entry
          key={number}
          title={`${number} ${name}`}
          note={[`${purpose}。`, caveats[state]].filter(Boolean).join('')}
          end={texts.call}
          onPress={() => onCall(number)}
        />
      ))}
    </Card>
  )
}
