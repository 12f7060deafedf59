import { create } from 'zustand'
import { type SupplementSubmission } from '@contracts/applications'
import { randomId } from '@/platform/randomId'
import { type Failure } from '@/stores/api'
import { keepCase } from '@/stores/cases'
import { hasNetwork } from '@/stores/connection'
import { callAsCitizen } from '@/stores/routeCalls'
import { isSettled, untilAnswered } from '@/stores/untilAnswered'
import { healthConsentSent } from './healthConsent'
import { refreshCase } from './refreshCase'
import { changeSupplement, eraseSupplement, useSupplement, type SupplementDraft } from './supplementDraft'
import { supplementTexts as texts } from './texts'

interface Providing {
  phase: 'idle' | 'sending' | 'confirming'
  problem?: string
}

export const useProviding = create<Providing>(() => ({ phase: 'idle' }))

const stop = (problem?: string) => useProviding.setState({ phase: 'idle', problem })

/**
 * Hands the photos of a correction in, once: the key is stored before the first send and goes again until the server
 * has said yes or no. Ends with the case fresh and the photos erased, or with a problem to show.
 */
export async function provideSupplement(): Promise<void> {
  const { draft } = useSupplement.getState()
  if (!draft || useProviding.getState().phase !== 'idle') return
  useProviding.setState({ phase: 'sending', problem: undefined })
  if (!(await hasNetwork())) return stop(texts.noNetwork)
  const key = draft.key ?? (await storeKey())
  if (key === undefined) return stop(texts.notStored)
  const outcome = await untilAnswered(
    () => callAsCitizen('provideSupplement', { id: draft.caseId, body: bodyOf(draft), key }),
    () => useProviding.setState({ phase: 'confirming' }),
  )
  if (!outcome.ok) return isSettled(outcome) ? refused(draft, outcome) : stop(texts.waiting)
  await keepCase(outcome.value)
  await eraseSupplement()
  stop()
}

async function storeKey(): Promise<string | undefined> {
  const key = await randomId()
  return (await changeSupplement((draft) => ({ ...draft, key }))) === 'stored' ? key : undefined
}

/** The same for the same draft: a repeated send carries the same bytes. */
function bodyOf(draft: SupplementDraft): SupplementSubmission {
  const { version, photos } = draft
  return {
    version,
    healthConsent: healthConsentSent(draft),
    papers: Object.keys(photos).map((paper) => ({
      paper,
      attachmentIds: (photos[paper] ?? []).reduce<string[]>(
        (ids, { attachmentId }) => (attachmentId === undefined ? ids : ids.concat(attachmentId)),
        [],
      ),
    })),
  }
}

/** The office was faster (compare and set), or a photo is missing: look at the case again and say so. */
async function refused({ caseId }: SupplementDraft, { code, message }: Failure): Promise<void> {
  await changeSupplement(({ key: _, ...draft }) => draft)
  const isChanged = code === 'STALE_VERSION' || code === 'NOT_ALLOWED_IN_STATE'
  if (isChanged) await refreshCase(caseId)
  stop(isChanged ? texts.changed : message)
}
