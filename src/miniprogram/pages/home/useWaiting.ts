import { type CaseSummary } from '@contracts/applications'
import { useDidShow } from '@/platform/lifecycle'
import { readCasesOfPhone, refreshCases, useCases } from '@/stores/cases'
import { type DraftCard } from '@/stores/draftCard'
import { readShelf, useDraftCards } from '@/stores/draftShelf'
import { readSession } from '@/stores/session'
import { useWhileShown } from '@/stores/whileShown'

/** Shows what the phone keeps at once; asks the server only for a family that has signed in before. */
async function lookAgain(): Promise<void> {
  await Promise.all([readShelf(), readCasesOfPhone()])
  if (await readSession()) await refreshCases()
}

/** What waits for this family: cases that need it, and the applications it has begun, the last one first. */
export function useWaiting(): { cases: readonly CaseSummary[]; drafts: readonly DraftCard[] } {
  const cases = useCases((state) => state.cases)
  const drafts = useWhileShown(useDraftCards())
  useDidShow(() => void lookAgain())
  return { cases: cases.filter(({ needsFamily }) => needsFamily), drafts }
}
