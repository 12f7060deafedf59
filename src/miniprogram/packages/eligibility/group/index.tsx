import { useState } from 'react'
import { queryOfPage } from '@/platform/navigation'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { useSurroundings } from '@/stores/surroundings'
import { Card } from '@/ui/Card'
import { Screen } from '@/ui/Screen'
import { findingsOf, groupNames, resultsIn, type GroupName } from '../findings'
import { NoAnswers } from '../NoAnswers'
import { ResultRows } from '../ResultRows'
import { groups, result as texts } from '../resultTexts'
import { useFollowing } from '@/stores/following'

/** All results of one group. */
export default function GroupPage() {
  const [name] = useState(() => groupNames.filter((each) => each === queryOfPage().name)[0])
  const [answers] = useState(checkerAnswers)
  if (!name || Object.keys(answers).length === 0) return <NoAnswers />
  return <WholeGroup name={name} results={resultsIn(findingsOf(answers), name)} />
}

function WholeGroup({ name, results }: { name: GroupName; results: ReturnType<typeof resultsIn> }) {
  const { title, lead = '' } = groups[name]
  return (
    <Screen
      {...useSurroundings()}
      title={texts.groupTitle(title, results.length)}
      lead={`${lead}${texts.lead}`}
    >
      <Card kind="rows">
        <ResultRows results={useFollowing(results)} />
      </Card>
    </Screen>
  )
}
