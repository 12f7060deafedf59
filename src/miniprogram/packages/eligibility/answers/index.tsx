import { useState } from 'react'
import { replace } from '@/platform/navigation'
import { useChecker } from '@/stores/checker'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { SummaryList } from '@/ui/SummaryList'
import { answerRows } from '../answerRows'
import { answers as texts } from '../texts'

/** Every answer given, each with 修改. */
export default function AnswersPage() {
  const [rows] = useState(() => answerRows(useChecker.getState().interview))
  const change = (id: string) => {
    const { interview, goTo } = useChecker.getState()
    const position = interview.trail.findIndex((each) => each === id)
    goTo(position)
    return replace('check', { page: String(position + 1) })
  }
  return (
    <Screen
      {...useSurroundings()}
      title={texts.title}
      lead={texts.lead}
      actions={<Button onPress={() => replace('result')}>{texts.toResult}</Button>}
    >
      {rows.length > 0 ? (
        <SummaryList rows={rows} onChange={change} />
      ) : (
        <Notice kind="info" title={texts.none} />
      )}
    </Screen>
  )
}
