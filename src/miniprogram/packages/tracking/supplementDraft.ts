import * as z from 'zod/mini'
import { create } from 'zustand'
import { type CaseDetail } from '@contracts/applications'
import { type DraftPhoto } from '@domain/application/draft'
import { photoFindingKinds } from '@domain/photos/kinds'
import { isPaperId, type PaperId } from '@domain/services/papers'
import { removePhoto } from '@/platform/photos'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { removeStored, type Stored } from '@/platform/storage'
import { whenPhoneIsCleared } from '@/stores/clearing'
import { type UploadJob, type UploadSource } from '@/stores/uploads'

const storageKey = 'supplement'

const Photo = z.object({
  clientId: z.string(),
  file: z.string(),
  attachmentId: z.optional(z.string()),
  hash: z.optional(z.string()),
  doubts: z.optional(z.readonly(z.array(z.enum(photoFindingKinds)))),
})

const SupplementDraft = z.object({
  caseId: z.string(),
  /** Of the case as the family saw it. */
  version: z.number(),
  photos: z.record(z.string(), z.array(Photo)),
  /** Whether photos about somebody's health may be sent; asked wherever such a paper is asked for. */
  healthConsent: z.optional(z.object({ given: z.boolean(), noticeVersion: z.string() })),
  /** Made before the first send and kept until the answer. */
  key: z.optional(z.string()),
})

/** The photos for one correction, while they are taken. */
export type SupplementDraft = z.infer<typeof SupplementDraft>

export const useSupplement = create<{ draft?: SupplementDraft; stored: Stored }>(() => ({ stored: 'stored' }))

whenPhoneIsCleared(() => useSupplement.setState({ draft: undefined }))

let reading: Promise<void> | undefined

async function read(): Promise<void> {
  reading ??= readSealed(storageKey).then((value) => {
    const parsed = z.safeParse(SupplementDraft, value)
    if (parsed.success && !useSupplement.getState().draft) useSupplement.setState({ draft: parsed.data })
  })
  await reading
}

/**
 * Opens the correction a case asks for. Photos taken for an earlier state of the same case stay, as far as their
 * paper is still asked for; a key is good for one state only.
 */
export async function openSupplement({ id, version, supplement }: CaseDetail): Promise<void> {
  await read()
  const asked = (supplement?.papers ?? []).map(({ paper }) => paper)
  const { draft } = useSupplement.getState()
  if (draft?.caseId === id && draft.version === version) return
  const before = draft?.caseId === id ? draft : undefined
  const photos = asked.reduce<SupplementDraft['photos']>(
    (kept, paper) => ({ ...kept, [paper]: before?.photos[paper] ?? [] }),
    {},
  )
  await hold({ caseId: id, version, photos, healthConsent: before?.healthConsent })
}

/** Changes the draft and keeps it. */
export async function changeSupplement(change: (draft: SupplementDraft) => SupplementDraft): Promise<Stored> {
  const { draft } = useSupplement.getState()
  return draft ? hold(change(draft)) : 'failed'
}

let writing: Promise<Stored> = Promise.resolve('stored')

/** One write after the other: the last one told must be the last one kept. */
function hold(draft: SupplementDraft): Promise<Stored> {
  useSupplement.setState({ draft })
  writing = writing.then(async () => {
    const stored = await writeSealed(storageKey, draft)
    useSupplement.setState({ stored })
    return stored
  })
  return writing
}

/** Everything has arrived, or is not asked for any more: nothing stays on the phone. */
export async function eraseSupplement(): Promise<void> {
  const { draft } = useSupplement.getState()
  useSupplement.setState({ draft: undefined })
  await writing
  removeStored(storageKey)
  if (draft) await Promise.all(photosOf(draft).map(({ file }) => removePhoto(file)))
}

export function photosOf(draft: SupplementDraft): DraftPhoto[] {
  return Object.keys(draft.photos).reduce<DraftPhoto[]>(
    (all, paper) => all.concat(draft.photos[paper] ?? []),
    [],
  )
}

export const photosOfPaper = (paper: PaperId): readonly DraftPhoto[] =>
  useSupplement.getState().draft?.photos[paper] ?? []

export function changePhotos(paper: PaperId, change: (photos: DraftPhoto[]) => DraftPhoto[]): void {
  void changeSupplement((draft) => ({
    ...draft,
    photos: { ...draft.photos, [paper]: change(draft.photos[paper] ?? []) },
  }))
}

/** Photos of a correction leave by themselves as those of an application do. */
export const supplementUploads: UploadSource = {
  pending: () => {
    const { draft } = useSupplement.getState()
    if (!draft) return []
    return Object.keys(draft.photos)
      .filter(isPaperId)
      .reduce<UploadJob[]>(
        (jobs, paper) =>
          jobs.concat(
            (draft.photos[paper] ?? [])
              .filter(({ attachmentId }) => attachmentId === undefined)
              .map(({ clientId, file }) => ({ clientId, file, paper })),
          ),
        [],
      )
  },
  received: ({ clientId, paper }, { id }) =>
    changePhotos(paper, (photos) =>
      photos.map((photo) => (photo.clientId === clientId ? { ...photo, attachmentId: id } : photo)),
    ),
}
