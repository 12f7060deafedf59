import { type CaseSummary } from '@contracts/applications'
import { useDidShow } from '@/platform/lifecycle'
import { readCasesOfPhone, refreshCases, useCases } from '@/stores/cases'
import { type DraftCard } from '@/stores/draftCard'
import { dispatch } from '@/stores/dispatch'
import { readShelf, useDraftCards } from '@/stores/draftShelf'
import { useOutbox } from '@/stores/outbox'
import { readReceipt, useReceipt } from '@/stores/receipt'
import { readSession } from '@/stores/session'
import { useWhileShown } from '@/stores/whileShown'

/** Shows what the phone keeps at once; asks the server only for a family that has signed in before. */
async function lookAgain(): Promise<void> {
  void dispatch()
  await Promise.all([readShelf(), readCasesOfPhone(), readReceipt()])
  if (await readSession()) await refreshCases()
}

export interface Waiting {
  /** Cases that need the family. */
  cases: readonly CaseSummary[]
  /** What it has begun, the last one first. */
  drafts: readonly DraftCard[]
  /** Ids of drafts it has handed in and that wait for the net or for an answer. */
  handedIn: readonly string[]
  /** A receipt has come that nobody has looked at. */
  hasReceipt: boolean
}

/** What waits for this family. */
export function useWaiting(): Waiting {
  const cases = useCases((state) => state.cases)
  const drafts = useWhileShown(useDraftCards())
  const handedIn = useWhileShown(useOutbox((state) => state.outgoing)).map(({ draftId }) => draftId)
  const hasReceipt = useReceipt(({ isNews }) => isNews)
  useDidShow(() => void lookAgain())
  return {
    cases: cases.filter(({ needsFamily }) => needsFamily),
    drafts: drafts.filter(({ id }) => handedIn.indexOf(id) < 0),
    handedIn,
    hasReceipt,
  }
}
