import { useState } from 'react'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { foresee, type Foresight } from '@domain/eligibility/foresight'
import { today } from '@/platform/clock'
import { back } from '@/platform/navigation'
import { isCheckerFinished } from '@/stores/checker'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { useFollowing } from '@/stores/following'
import { currentSettings } from '@/stores/settings'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { ahead as texts } from '../furtherTexts'
import { NoAnswers, toCheck } from '../NoAnswers'
import { result as resultTexts } from '../resultTexts'
import { Coming } from './Coming'
import { comingOf } from './comingOf'

function foreseen(): readonly Foresight[] | undefined {
  const answers = checkerAnswers()
  if (Object.keys(answers).length === 0) return undefined
  return foresee({ ...factsFromAnswers(answers), today: today(), settings: currentSettings() })
}

/** 以后会怎样: what to do before which day, what ends, what goes on, what begins. Told ahead, and only what is known. */
export default function AheadPage() {
  const [list] = useState(foreseen)
  return list ? <Ahead list={list} /> : <NoAnswers />
}

function Ahead({ list }: { list: readonly Foresight[] }) {
  const groups = useFollowing(comingOf(list), 2)
  return (
    <Screen
      {...useSurroundings()}
      title={list.length > 0 ? texts.title : texts.nothing}
      lead={list.length > 0 ? texts.lead : texts.nothingMore}
      actions={
        <Button kind="plain" onPress={back}>
          {texts.back}
        </Button>
      }
    >
      {!isCheckerFinished() && (
        <Notice
          kind="info"
          title={resultTexts.unfinished}
          actions={<Button onPress={toCheck}>{resultTexts.goOn}</Button>}
        />
      )}
      {groups.map(({ kind, events }) => (
        <Coming key={kind} title={texts.kinds[kind]} events={events} />
      ))}
      <Notice kind="info" title={texts.tell}>
        {texts.tellMore}
      </Notice>
    </Screen>
  )
}
