import { holdingReasons, holdingWords, type HoldingKind } from '@domain/rights/holdings'
import { type Holdings } from '@contracts/rights'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { rightsTexts as texts } from '../rightsTexts'

type Counted = Holdings['kinds'][number]

const handedIn: readonly HoldingKind[] = ['application', 'attachedPhoto', 'loosePhoto']
const isHandedIn = ({ kind }: Counted) => handedIn.indexOf(kind) >= 0

/** What is kept, how much of it and why: first what the family gave, then what came of it. */
export function Kinds({ kinds }: { kinds: readonly Counted[] }) {
  const kept = kinds.filter(({ count }) => count > 0)
  return (
    <>
      <Part title={texts.kinds} kinds={kept.filter(isHandedIn)} />
      <Part title={texts.records} kinds={kept.filter((one) => !isHandedIn(one))} />
      <Paragraph tone="quiet">{texts.kindsNote}</Paragraph>
    </>
  )
}

function Part({ title, kinds }: { title: string; kinds: readonly Counted[] }) {
  if (kinds.length === 0) return null
  return (
    <Section title={title}>
      <Card kind="rows">
        {kinds.map(({ kind, count }) => {
          const { unit, why } = holdingReasons[kind]
          return <Entry key={kind} title={holdingWords[kind]} note={texts.kept(`${count} ${unit}`, why)} />
        })}
      </Card>
    </Section>
  )
}
