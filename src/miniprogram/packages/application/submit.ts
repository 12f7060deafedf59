import { create } from 'zustand'
import { safeParse } from 'zod/mini'
import { ApplicationSubmission } from '@contracts/applications'
import { type Draft, type DraftPhoto } from '@domain/application/draft'
import { papersOfDraft } from '@domain/application/draftFacts'
import { photosOf } from '@domain/application/draftPapers'
import { pruneDraft } from '@domain/application/draftPruning'
import { submissionFrom } from '@domain/application/submission'
import { maskName } from '@domain/people/name'
import { policy } from '@domain/policy/version'
import { type PaperId } from '@domain/services/papers'
import { mayTakeBack, type EnvelopePhoto, type Refusal } from '@domain/uploads/envelope'
import { randomId } from '@/platform/randomId'
import { dispatch } from '@/stores/dispatch'
import { changeDraft, draftOf, useDraft } from '@/stores/draft'
import { draftIsStored } from '@/stores/draftShelf'
import { keepOutgoing, outgoingOf, readOutbox, removeOutgoing, type Outgoing } from '@/stores/outbox'
import { sendPhotos } from '@/stores/uploads'
import { sendPaperAgain } from './draftUploads'
import { check, form, sending } from './texts'

/** Why the family stands before the check page of this draft again. */
export const useSubmission = create<{ draftId?: string; problem?: string }>(() => ({}))

const stop = (draftId: string | undefined, problem: string) => useSubmission.setState({ draftId, problem })

/**
 * Hands the application on the screen in: closes it, gives it its key and keeps both before anything is sent. From then
 * on it goes by itself (stores/dispatch.ts), now or when the net is back. A refusal that comes at once is shown on the
 * page it came from.
 */
export async function submitDraft(): Promise<void> {
  const id = useDraft.getState().draft?.id
  useSubmission.setState({ draftId: id, problem: undefined })
  const problem = await closed(id)
  if (problem !== undefined) return stop(id, problem)
  await dispatch()
  if (outgoingOf(id)?.refusal) takeBack()
}

let closing: Promise<string | undefined> | undefined

/** Once, however often it is tapped. @returns what is in the way */
async function closed(id: string | undefined): Promise<string | undefined> {
  await readOutbox()
  if (id === undefined || outgoingOf(id)) return undefined
  return (closing ??= close(id).finally(() => (closing = undefined)))
}

async function close(id: string): Promise<string | undefined> {
  // Already sent by a program before this one, perhaps: only the same may go under the key.
  const knownKey = draftOf(id)?.idempotencyKey
  if (knownKey === undefined) changeDraft(pruneDraft, id)
  const draft = draftOf(id)
  const key = knownKey ?? (await randomId())
  const outgoing = draft && envelopeOf(draft, key, knownKey !== undefined)
  if (!outgoing) {
    dropKey(id)
    return check.incomplete
  }
  changeDraft((before) => ({ ...before, idempotencyKey: key }), id)
  if ((await draftIsStored()) === 'stored' && (await keepOutgoing(outgoing)) === 'stored') return undefined
  removeOutgoing(id)
  if (knownKey === undefined) dropKey(id)
  return form.notStored
}

const dropKey = (id: string) => changeDraft(({ idempotencyKey: _, ...draft }) => draft, id)

function envelopeOf(draft: Draft, key: string, maybeSent: boolean): Outgoing | undefined {
  const parsed = safeParse(ApplicationSubmission, submissionFrom(withPhotosNamed(draft), policy.version))
  if (!parsed.success) return undefined
  return {
    draftId: draft.id,
    key,
    body: parsed.data,
    photos: photosToSend(draft),
    maybeSent,
    card: { service: draft.service, childMaskedName: maskName(parsed.data.child.name) },
  }
}

const changeAllPhotos = (draft: Draft, change: (photo: DraftPhoto) => DraftPhoto): Draft => ({
  ...draft,
  papers: (Object.keys(draft.papers) as PaperId[]).reduce<Draft['papers']>((papers, paper) => {
    const handedIn = draft.papers[paper] ?? { photos: [] }
    return { ...papers, [paper]: { ...handedIn, photos: handedIn.photos.map(change) } }
  }, {}),
})

/** The envelope names photos by the phone's own ids: not all of them may have arrived. */
const withPhotosNamed = (draft: Draft) =>
  changeAllPhotos(draft, (photo) => ({ ...photo, attachmentId: photo.clientId }))

const photosToSend = (draft: Draft) =>
  papersOfDraft(draft).reduce<EnvelopePhoto<PaperId>[]>(
    (photos, { paper }) =>
      photos.concat(
        photosOf(draft, paper).map(({ clientId, file, attachmentId }) => ({
          clientId,
          file,
          paper,
          attachmentId,
        })),
      ),
    [],
  )

/**
 * 继续修改, of the draft on the screen: as long as the server has none of it, or has said no. Photos that have arrived
 * need not go again.
 */
export function takeBack(): void {
  const outgoing = outgoingOf(useDraft.getState().draft?.id)
  if (!outgoing || !mayTakeBack(outgoing)) return
  const { draftId, photos, refusal } = outgoing
  const idOf = (clientId: string) => photos.filter((photo) => photo.clientId === clientId)[0]?.attachmentId
  changeDraft(({ idempotencyKey: _, ...draft }) => {
    return changeAllPhotos(draft, (photo) => {
      const attachmentId = photo.attachmentId ?? idOf(photo.clientId)
      return attachmentId === undefined ? photo : { ...photo, attachmentId }
    })
  }, draftId)
  removeOutgoing(draftId)
  if (refusal) stop(draftId, problemOf(refusal, outgoing))
  sendPhotos()
}

function problemOf({ code, field, message }: Refusal, { draftId, body }: Outgoing): string {
  if (code === 'IDEMPOTENCY_KEY_REUSED') return sending.maybeSent
  if (code !== 'ATTACHMENT_UNKNOWN') return message
  const index = Number(/^papers\.(\d+)/.exec(field ?? '')?.[1])
  const paper = body.papers[index]?.paper
  const draft = draftOf(draftId)
  const known = draft && papersOfDraft(draft).find((one) => one.paper === paper)
  if (known) sendPaperAgain(draftId, known.paper)
  return sending.resending
}
