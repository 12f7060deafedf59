import { type CaseSummary } from '@contracts/applications'
import { useDidShow } from '@/platform/lifecycle'
import { readCasesOfPhone, refreshCases, useCases } from '@/stores/cases'
import { readShelf, useDraftCard, type DraftCard } from '@/stores/draftShelf'
import { readSession } from '@/stores/session'
import { useWhileShown } from '@/stores/whileShown'

/** Shows what the phone keeps at once; asks the server only for a family that has signed in before. */
async function lookAgain(): Promise<void> {
  await Promise.all([readShelf(), readCasesOfPhone()])
  if (await readSession()) await refreshCases()
}

/** What waits for this family: cases that need it, and the application it has begun. */
export function useWaiting(): { cases: readonly CaseSummary[]; draft: DraftCard | undefined } {
  const cases = useCases((state) => state.cases)
  const draft = useWhileShown(useDraftCard())
  useDidShow(() => void lookAgain())
  return { cases: cases.filter(({ needsFamily }) => needsFamily), draft }
}
