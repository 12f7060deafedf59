import { useEffect } from 'react'
import { type CaseDetail } from '@contracts/applications'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { counterOf, type ServiceCode } from '@domain/services/catalogue'
import { paperOf } from '@domain/services/paperCatalogue'
import { isPaperId, type PaperId } from '@domain/services/papers'
import { type Procedure } from '@domain/tracking/machine'
import { lookAtPhoto } from '@/platform/photos'
import { replace } from '@/platform/navigation'
import { useConnection } from '@/stores/connection'
import { withDoubts } from '@/stores/doubts'
import { usePreviews, useSlotPhotos } from '@/stores/slotPhotos'
import { useSurroundings } from '@/stores/surroundings'
import { sendAgain, sendOnceMore, sendPhotosOf } from '@/stores/uploads'
import { Button } from '@/ui/Button'
import { PaperAtWindow } from '@/ui/PaperAtWindow'
import { Paragraph } from '@/ui/Paragraph'
import { PhotoSlot } from '@/ui/PhotoSlot'
import { Screen } from '@/ui/Screen'
import { askHealthConsentAgain, healthConsentOf, isAboutHealth } from '../healthConsent'
import { provideSupplement, useProviding } from '../provide'
import {
  openSupplement,
  photosOf,
  supplementUploads,
  useSupplement,
  type SupplementDraft,
} from '../supplementDraft'
import { useSupplementPhotos } from '../supplementPhotos'
import { caseTexts, opening, supplementTexts as texts } from '../texts'
import { useCase } from '../useCase'
import { HealthConsent } from './HealthConsent'

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
  const draft = useSupplement((state) => state.draft)
  useEffect(() => {
    void openSupplement(detail).then(() => {
      sendPhotosOf(supplementUploads)
      sendAgain()
    })
  }, [detail])
  const isOpen = draft?.caseId === detail.id && draft.version === detail.version
  const asked = askedOf(detail)
  const health = asked.map(({ paper }) => paper).filter(isAboutHealth)
  const above = caseTexts.above(detail.childMaskedName, formatCaseNumber(detail.caseNumber))
  if (!isOpen) return <Screen {...surroundings} title={opening} />
  if (health.length > 0 && healthConsentOf(draft) === undefined)
    return <HealthConsent above={above} papers={health} service={detail.service} />
  return (
    <AskedPapers
      above={above}
      asked={asked}
      draft={draft}
      caseId={detail.id}
      procedure={detail.way.procedure}
      service={detail.service}
    />
  )
}

interface AskedPapersProps {
  above: string
  asked: readonly Asked[]
  draft: SupplementDraft
  caseId: string
  procedure: Procedure
  service: ServiceCode
}

function AskedPapers({ above, asked, draft, caseId, procedure, service }: AskedPapersProps) {
  const surroundings = useSurroundings()
  const offline = useConnection((state) => state.offline)
  const { phase, problem } = useProviding()
  const work = useSupplementPhotos(service)
  const all = photosOf(draft)
  const previews = usePreviews(all)
  const slotPhotos = useSlotPhotos(previews)
  const arriving = all.filter(({ attachmentId }) => attachmentId === undefined).length
  const consent = healthConsentOf(draft)
  const because = all.length === 0 ? texts.noPhoto : arriving > 0 ? texts.arriving(arriving) : undefined
  const handIn = async () => {
    await provideSupplement()
    // Nothing left to send: the street has it. The case tells who has it now, and that it has arrived.
    if (!useSupplement.getState().draft) await replace('case', { id: caseId })
  }
  const busy = { idle: undefined, sending: texts.submitting, confirming: texts.confirming }[phase]
  const mayPhotograph = ({ paper }: Asked) => consent !== false || !isAboutHealth(paper)
  return (
    <Screen
      {...surroundings}
      offline={offline}
      above={above}
      title={texts.title(asked.length)}
      lead={texts.lead}
      error={problem ?? work.problem ?? surroundings.error}
      actions={
        <>
          {all.length === 0 && (
            <Button kind="plain" busy={busy} onPress={handIn}>
              {texts.toWindow}
            </Button>
          )}
          {asked.some(mayPhotograph) && (
            <Button busy={busy} disabledBecause={because} onPress={handIn}>
              {texts.submit[procedure]}
            </Button>
          )}
        </>
      }
    >
      <Paragraph tone="quiet">{texts.privacy}</Paragraph>
      {asked.map((row) => {
        const { paper, reason } = row
        const { name, maxPhotos } = paperOf(paper)
        if (!mayPhotograph(row))
          return (
            <PaperAtWindow
              key={paper}
              name={name}
              why={texts.asked(texts.asker[procedure], reason)}
              where={counterOf(service)}
            />
          )
        const taken = draft.photos[paper] ?? []
        const photos = withDoubts(slotPhotos(taken), taken)
        return (
          <PhotoSlot
            key={paper}
            name={name}
            asked={texts.asked(texts.asker[procedure], reason)}
            photos={photos}
            most={maxPhotos}
            onTake={() => work.take(paper, 'camera')}
            onChoose={() => work.take(paper, 'album')}
            onRetake={(id) => work.retake(paper, id)}
            onRemove={(id) => work.remove(paper, id)}
            onRetry={sendOnceMore}
            onKeep={(id) => work.keep(paper, id)}
            onLook={(id) => {
              const preview = photos.find((photo) => photo.id === id)?.preview
              return preview && lookAtPhoto(preview)
            }}
          />
        )
      })}
      {consent !== undefined && (
        <Button kind="link" onPress={askHealthConsentAgain}>
          {texts.changeConsent}
        </Button>
      )}
    </Screen>
  )
}
