import { useState } from 'react'
import { useDidShow } from '@/platform/lifecycle'
import { forgetCases, readCasesOfPhone, useCases } from '@/stores/cases'
import { eraseDraft, readShelf, useDraftCard } from '@/stores/draftShelf'
import { clearChecker, hasSavedAnswers } from '@/stores/savedChecker'
import { readSession, signOut, useSession } from '@/stores/session'
import { texts } from './texts'

/** What lies on this phone, each in one line; empty when there is nothing. */
export function useKept(): { lines: readonly string[]; isSignedIn: boolean; clear: () => Promise<void> } {
  const draft = useDraftCard()
  const count = useCases((state) => state.cases.length)
  const isSignedIn = useSession((state) => state.session !== undefined)
  const [hasChecker, setHasChecker] = useState(false)
  useDidShow(() => {
    void Promise.all([readShelf(), readCasesOfPhone(), readSession()])
    void hasSavedAnswers().then(setHasChecker)
  })
  const rows: readonly [boolean, string][] = [
    [draft !== undefined, texts.draft],
    [count > 0, texts.cases(count)],
    [hasChecker, texts.checker],
    [isSignedIn, texts.session],
  ]
  const clear = async () => {
    await clearPhone()
    setHasChecker(false)
  }
  return { lines: rows.filter(([isThere]) => isThere).map(([, line]) => line), isSignedIn, clear }
}

/** Everything of a family; the size of text stays. The server is told last: it may be out of reach. */
async function clearPhone(): Promise<void> {
  await eraseDraft()
  forgetCases()
  clearChecker()
  await signOut()
}
