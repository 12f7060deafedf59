import { useEffect, useState } from 'react'
import { type Draft } from '@domain/application/draft'
import { papersOfDraft } from '@domain/application/draftFacts'
import { allPhotos, mayPhotograph, photosOf } from '@domain/application/draftPapers'
import { counterOf } from '@domain/services/catalogue'
import { paperOf } from '@domain/services/paperCatalogue'
import { type RequiredPaper } from '@domain/services/requiredPapers'
import { useReady } from '@/platform/lifecycle'
import { lookAtPhoto } from '@/platform/photos'
import { withDoubts } from '@/stores/doubts'
import { usePreviews, useSlotPhotos } from '@/stores/slotPhotos'
import { PaperAtWindow } from '@/ui/PaperAtWindow'
import { Paragraph } from '@/ui/Paragraph'
import { PhotoSlot } from '@/ui/PhotoSlot'
import { sendDraftPhotos } from '../../draftUploads'
import { papers as texts } from '../../texts'
import { usePaperDesk } from '../../usePaperDesk'
import { FormScreen, type FormPageProps } from '../FormScreen'

// The first papers fill a screen; the others follow when they stand, in a setData of their own.
const firstPapers = 4

/** Whether every photo of a paper has arrived, and there is one. */
function isReceived(draft: Draft, { paper }: RequiredPaper): boolean {
  const photos = photosOf(draft, paper)
  return photos.length > 0 && photos.every(({ attachmentId }) => attachmentId !== undefined)
}

/** The papers this family is asked for, each with its reason. Photos leave by themselves, two at a time. */
export function PapersPage({ draft, ...page }: FormPageProps & { draft: Draft }) {
  const required = papersOfDraft(draft)
  const desk = usePaperDesk()
  const [isWhole, setWhole] = useState(false)
  useReady(() => setWhole(true))
  const previews = usePreviews(allPhotos(draft))
  const slotPhotos = useSlotPhotos(previews)
  useEffect(sendDraftPhotos, [])
  const received = required.filter((paper) => isReceived(draft, paper)).length
  const problems = page.work.problems
  return (
    <FormScreen
      {...page}
      title={texts.title(required.length, received)}
      lead={texts.lead}
      error={desk.problem ?? problems[0]?.message}
    >
      <Paragraph tone="quiet">{texts.before}</Paragraph>
      <Paragraph>{texts.all(required.map(({ paper }) => paperOf(paper).name))}</Paragraph>
      {(isWhole ? required : required.slice(0, firstPapers)).map(({ paper, why }) => {
        const { name, hint, maxPhotos } = paperOf(paper)
        if (!mayPhotograph(draft, paper))
          return <PaperAtWindow key={paper} name={name} why={why} where={counterOf(draft.service)} />
        const taken = photosOf(draft, paper)
        const photos = withDoubts(slotPhotos(taken), taken)
        return (
          <PhotoSlot
            key={paper}
            name={name}
            why={`${why}${texts.hint(hint)}`}
            photos={photos}
            most={maxPhotos}
            later={draft.papers[paper]?.later}
            onTake={() => desk.take(paper, 'camera')}
            onChoose={() => desk.take(paper, 'album')}
            onRetake={(id) => desk.retake(paper, id)}
            onRemove={(id) => desk.remove(paper, id)}
            onRetry={desk.retry}
            onKeep={(id) => desk.keep(paper, id)}
            onLook={(id) => {
              const preview = photos.find((photo) => photo.id === id)?.preview
              return preview && lookAtPhoto(preview)
            }}
            onLater={(later) => desk.later(paper, later)}
          />
        )
      })}
    </FormScreen>
  )
}
