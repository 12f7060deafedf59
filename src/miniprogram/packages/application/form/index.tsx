import { useEffect, useState } from 'react'
import { type Draft } from '@domain/application/draft'
import { useLoad } from '@/platform/lifecycle'
import { replace } from '@/platform/navigation'
import { dispatch } from '@/stores/dispatch'
import { changeDraft, readDraftOfPhone, useDraft } from '@/stores/draft'
import { readOutbox, useOutbox } from '@/stores/outbox'
import { useReceipt } from '@/stores/receipt'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Screen } from '@/ui/Screen'
import { Erased } from '../drafts/Erased'
import { submitDraft } from '../submit'
import { form as texts, opening } from '../texts'
import { openPosition, type Position } from './position'
import { Sending } from './Sending'
import { StepPage } from './steps/StepPage'

/** The application, one question a page, from who fills it in to 提交申请. */
export default function FormPage() {
  const { isRead, draft } = useDraft()
  const isOutboxRead = useOutbox((state) => state.isRead)
  useLoad(() => {
    void readOutbox()
    void readDraftOfPhone()
  })
  if (!isOutboxRead) return <Opening />
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
  const isHandedIn = useOutbox(({ outgoing }) => outgoing.some(({ draftId }) => draftId === draft.id))
  const isSending = useOutbox(({ active }) => active?.draftId === draft.id && active.phase === 'sending')
  const isLeft = draft.idempotencyKey !== undefined && !isHandedIn
  useEffect(() => {
    // Handed in, and the app was closed before it lay in the outbox: the same key, without a tap.
    void (isLeft ? submitDraft() : dispatch())
  }, [isLeft])
  const id = position?.step.id
  useEffect(() => {
    // Also of the page that came without a tap on 下一步: the family returns to it.
    if (id !== undefined) changeDraft((before) => (before.step === id ? before : { ...before, step: id }))
  }, [id])
  if (isHandedIn && !isSending) return <Sending draftId={draft.id} />
  return position ? <StepPage position={position} draft={draft} /> : <NoDraft />
}
