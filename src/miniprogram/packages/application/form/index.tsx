import { useEffect, useState } from 'react'
import { type Draft } from '@domain/application/draft'
import { useLoad } from '@/platform/lifecycle'
import { replace } from '@/platform/navigation'
import { changeDraft, readDraftOfPhone, useDraft } from '@/stores/draft'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Screen } from '@/ui/Screen'
import { Erased } from '../drafts/Erased'
import { useReceipt } from '../receipt'
import { submitDraft, useSubmission } from '../submit'
import { form as texts, opening } from '../texts'
import { openPosition, type Position } from './position'
import { Sending } from './Sending'
import { StepPage } from './steps/StepPage'

/** The application, one question a page, from who fills it in to 提交申请. */
export default function FormPage() {
  const { isRead, draft } = useDraft()
  useLoad(() => void readDraftOfPhone())
  if (draft) return <OpenForm key={draft.id} draft={draft} />
  return isRead ? <NoDraft /> : <Opening />
}

function Opening() {
  return <Screen {...useSurroundings()} title={opening} />
}

/** Nothing to fill in: it has just been handed in, or was never begun. */
function NoDraft() {
  const surroundings = useSurroundings()
  const isHandedIn = useReceipt(({ receipt }) => receipt !== undefined)
  const hasOthers = useDraft(({ drafts }) => Object.keys(drafts).length > 0)
  useEffect(() => {
    if (isHandedIn) void replace('receipt')
    else if (hasOthers) void replace('drafts')
  }, [isHandedIn, hasOthers])
  if (isHandedIn || hasOthers) return <Screen {...surroundings} title={opening} />
  return (
    <Screen
      {...surroundings}
      title={texts.empty}
      lead={texts.emptyMore}
      actions={<Button onPress={() => replace('start')}>{texts.toStart}</Button>}
    >
      <Erased />
    </Screen>
  )
}

function OpenForm({ draft }: { draft: Draft }) {
  const [position] = useState<Position | undefined>(() => openPosition(draft))
  const phase = useSubmission((state) => state.phase)
  const isSent = draft.idempotencyKey !== undefined
  useEffect(() => {
    // The app was closed before the answer came: ask for it with the same key, without a tap.
    if (isSent && useSubmission.getState().phase === 'idle') void submitDraft()
  }, [isSent])
  const id = position?.step.id
  useEffect(() => {
    // Also of the page that came without a tap on 下一步: the family returns to it.
    if (id !== undefined) changeDraft((before) => (before.step === id ? before : { ...before, step: id }))
  }, [id])
  if (isSent && phase !== 'sending') return <Sending />
  return position ? <StepPage position={position} draft={draft} /> : <NoDraft />
}
