import { useEffect } from 'react'
import { type CaseDetail } from '@contracts/applications'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { paperOf } from '@domain/services/paperCatalogue'
import { isPaperId, type PaperId } from '@domain/services/papers'
import { lookAtPhoto } from '@/platform/photos'
import { replace } from '@/platform/navigation'
import { useConnection } from '@/stores/connection'
import { usePreviews, useSlotPhotos } from '@/stores/slotPhotos'
import { useSurroundings } from '@/stores/surroundings'
import { sendAgain, sendOnceMore, sendPhotosOf } from '@/stores/uploads'
import { Button } from '@/ui/Button'
import { Paragraph } from '@/ui/Paragraph'
import { PhotoSlot } from '@/ui/PhotoSlot'
import { Screen } from '@/ui/Screen'
import { provideSupplement, useProviding } from '../provide'
import { openSupplement, photosOf, supplementUploads, useSupplement } from '../supplementDraft'
import { useSupplementPhotos } from '../supplementPhotos'
import { caseTexts, opening, supplementTexts as texts } from '../texts'
import { useCase } from '../useCase'

/** 补正: only what the office asks for, each with its reason; everything else is locked. */
export default function SupplementPage() {
  const { id, kept, isRefreshing, failure, refresh } = useCase()
  const surroundings = useSurroundings()
  if (kept?.detail.supplement) return <Correction detail={kept.detail} />
  if (isRefreshing) return <Screen {...surroundings} title={opening} />
  const toCase = () => replace('case', { id })
  return (
    <Screen
      {...surroundings}
      title={kept ? texts.nothingTitle : caseTexts.notLoaded}
      lead={kept ? texts.nothingMore : undefined}
      error={surroundings.error ?? failure?.message}
      actions={
        <>
          {!kept && (
            <Button kind="plain" onPress={refresh}>
              {caseTexts.again}
            </Button>
          )}
          <Button onPress={toCase}>{texts.toCase}</Button>
        </>
      }
    />
  )
}

interface Asked {
  paper: PaperId
  reason: string
}

const askedOf = (detail: CaseDetail): Asked[] =>
  (detail.supplement?.papers ?? []).reduce<Asked[]>(
    (asked, { paper, reason }) => (isPaperId(paper) ? asked.concat({ paper, reason }) : asked),
    [],
  )

function Correction({ detail }: { detail: CaseDetail }) {
  const surroundings = useSurroundings()
  const offline = useConnection((state) => state.offline)
  const draft = useSupplement((state) => state.draft)
  const { phase, problem } = useProviding()
  const work = useSupplementPhotos()
  useEffect(() => {
    void openSupplement(detail).then(() => {
      sendPhotosOf(supplementUploads)
      sendAgain()
    })
  }, [detail])
  const isOpen = draft?.caseId === detail.id && draft.version === detail.version
  const all = isOpen ? photosOf(draft) : []
  const previews = usePreviews(all)
  const slotPhotos = useSlotPhotos(previews)
  const arriving = all.filter(({ attachmentId }) => attachmentId === undefined).length
  const asked = askedOf(detail)
  const because = all.length === 0 ? texts.noPhoto : arriving > 0 ? texts.arriving(arriving) : undefined
  const handIn = async () => {
    await provideSupplement()
    // Nothing left to send: the street has it. The case tells who has it now, and that it has arrived.
    if (!useSupplement.getState().draft) await replace('case', { id: detail.id })
  }
  const busy = { idle: undefined, sending: texts.submitting, confirming: texts.confirming }[phase]
  return (
    <Screen
      {...surroundings}
      offline={offline}
      above={caseTexts.above(detail.childMaskedName, formatCaseNumber(detail.caseNumber))}
      title={texts.title(asked.length)}
      lead={texts.lead}
      error={problem ?? work.problem ?? surroundings.error}
      actions={
        <Button busy={busy} disabledBecause={because} onPress={handIn}>
          {texts.submit}
        </Button>
      }
    >
      <Paragraph tone="quiet">{texts.privacy}</Paragraph>
      {asked.map(({ paper, reason }) => {
        const { name, maxPhotos, health } = paperOf(paper)
        const photos = slotPhotos(isOpen ? (draft.photos[paper] ?? []) : [])
        return (
          <PhotoSlot
            key={paper}
            name={name}
            asked={texts.asked(reason)}
            why={health ? texts.health : undefined}
            photos={photos}
            most={maxPhotos}
            onTake={() => work.take(paper, 'camera')}
            onChoose={() => work.take(paper, 'album')}
            onRetake={(id) => work.retake(paper, id)}
            onRemove={(id) => work.remove(paper, id)}
            onRetry={sendOnceMore}
            onKeep={() => undefined}
            onLook={(id) => {
              const preview = photos.find((photo) => photo.id === id)?.preview
              return preview && lookAtPhoto(preview)
            }}
          />
        )
      })}
    </Screen>
  )
}
