import { useState } from 'react'
import { useDidShow } from '@/platform/lifecycle'
import { open } from '@/platform/navigation'
import { readDrafts, useDraft } from '@/stores/draft'
import { useFollowing } from '@/stores/following'
import { useSurroundings } from '@/stores/surroundings'
import { useWhileShown } from '@/stores/whileShown'
import { Button } from '@/ui/Button'
import { Screen } from '@/ui/Screen'
import { opening } from '../texts'
import { AskErase } from './AskErase'
import { DraftItem } from './DraftItem'
import { draftRows, type DraftRow } from './draftRows'
import { Erased } from './Erased'
import { eraseForGood } from './eraseForGood'
import { goOnWith } from './goOnWith'
import { NextFamily } from './NextFamily'
import { drafts as texts } from './texts'

// Each is a card with two buttons: two fill the screen of a cheap phone.
const firstRows = 3

/** The applications that were begun on this phone and not handed in. */
export default function DraftsPage() {
  const surroundings = useSurroundings()
  const { isShelfRead, drafts } = useWhileShown(useDraft())
  const [asked, ask] = useState<DraftRow>()
  const [isErased, setErased] = useState(false)
  useDidShow(() => void readDrafts())
  const rows = draftRows(drafts)
  const shown = useFollowing(rows, firstRows)
  const erase = async (id: string) => {
    ask(undefined)
    await eraseForGood(id)
    setErased(true)
  }
  if (!isShelfRead) return <Screen {...surroundings} title={opening} />
  const isEmpty = rows.length === 0
  return (
    <Screen
      {...surroundings}
      title={isEmpty ? texts.none : texts.title}
      lead={isEmpty ? texts.noneMore : texts.lead}
      announcement={isErased ? texts.gone : undefined}
      sheet={asked && <AskErase row={asked} onKeep={() => ask(undefined)} onErase={() => erase(asked.id)} />}
      actions={<Button onPress={() => open('services')}>{texts.begin}</Button>}
    >
      <Erased />
      {shown.map((row) => (
        <DraftItem key={row.id} row={row} onGoOn={() => goOnWith(row.id)} onErase={() => ask(row)} />
      ))}
      {!isEmpty && <NextFamily />}
    </Screen>
  )
}
