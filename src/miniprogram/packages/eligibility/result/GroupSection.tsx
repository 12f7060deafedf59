import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionOf } from '@domain/policy/provisions'
import { open } from '@/platform/navigation'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { type Group, type GroupName } from '../findings'
import { ResultRows } from '../ResultRows'
import { groups as words, result as texts } from '../resultTexts'
import { BestResult } from './BestResult'
import { KeyQuestion } from './KeyQuestion'

// The rest of a group is one tap away: thirty-five rows are read by nobody.
const shown: Readonly<Record<GroupName, number>> = {
  apply: 5,
  automatic: 3,
  held: 3,
  almost: 4,
  ending: 4,
  instead: 2,
}

// A list that hides a single row behind 还有 1 项 takes as much place and a tap more.
const cutAt = (count: number, most: number) => (count > most + 1 ? most : count)

/** What feeds the child (clause 1.1): the others can wait for a tap. */
const isLivingAllowance = ({ code }: EntitlementResult) => provisionOf(code).clauseId === '1.1'

/** One group of results, folded where it is long; a living allowance that can be applied for stands first, in full. */
export function GroupSection({ group: { name, results } }: { group: Group }) {
  const { title, lead } = words[name]
  const best = name === 'apply' ? results.filter(isLivingAllowance)[0] : undefined
  const rows = results.filter((each) => each !== best)
  const most = cutAt(rows.length, shown[name])
  return (
    <Section title={title} count={results.length}>
      {lead && <Paragraph tone="quiet">{lead}</Paragraph>}
      {name === 'almost' && <KeyQuestion results={results} />}
      {best && <BestResult result={best} />}
      {rows.length > 0 && (
        <Card kind="rows">
          <ResultRows results={rows.slice(0, most)} />
          {most < rows.length && (
            <Entry
              title={texts.more(rows.length - most)}
              note={texts.seeAll}
              onPress={() => open('group', { name })}
            />
          )}
        </Card>
      )}
    </Section>
  )
}
