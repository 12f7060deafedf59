import { useEffect, useState } from 'react'
import { openSteps } from '@domain/application/completeness'
import { type Draft } from '@domain/application/draft'
import { photosNotReceived } from '@domain/application/draftPapers'
import { stepById } from '@domain/application/steps'
import { services } from '@domain/services/catalogue'
import { today } from '@/platform/clock'
import { useReady } from '@/platform/lifecycle'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { SummaryList } from '@/ui/SummaryList'
import { Paragraph } from '@/ui/Paragraph'
import { useOutbox } from '@/stores/outbox'
import { useUploads } from '@/stores/uploads'
import { sendDraftPhotos } from '../../draftUploads'
import { submitDraft, useSubmission } from '../../submit'
import { check as texts } from '../../texts'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { goTo } from '../position'
import { checkGroups, stepIdOf } from './checkRows'

// The first part is on the screen at once; the others follow when it stands, in a setData of their own.
const firstGroups = 2

/** Every answer once more, each with 修改 that returns here, and the one tap that hands the application in. */
export function CheckPage({ draft, ...page }: FormPageProps & { draft: Draft }) {
  const [isWhole, setWhole] = useState(false)
  useReady(() => setWhole(true))
  useEffect(sendDraftPhotos, [])
  const { draftId, problem } = useSubmission()
  const isSending = useOutbox(({ active }) => active?.draftId === draft.id)
  const groups = checkGroups(draft, today())
  const waiting = photosNotReceived(draft)
  const isPhotoNeeded = useUploads(({ states }) =>
    waiting.some(({ clientId }) => states[clientId]?.is === 'needed'),
  )
  const isIncomplete = openSteps(draft, today()).length > 0
  const change = (id: string) => {
    const step = stepById(draft, stepIdOf(id))
    return step && goTo(step)
  }
  const because = isIncomplete ? texts.incomplete : isPhotoNeeded ? texts.photoNeeded : undefined
  return (
    <FormScreen
      {...page}
      lead={texts.lead}
      error={draftId === draft.id ? problem : undefined}
      action={
        <Button
          busy={isSending ? texts.submitting : undefined}
          disabledBecause={because}
          onPress={submitDraft}
        >
          {texts.submit[services[draft.service].kind]}
        </Button>
      }
    >
      {isIncomplete && <Notice kind="warning" title={texts.incomplete} />}
      {groups.slice(0, isWhole ? groups.length : firstGroups).map(({ stage, rows }) => (
        <Section key={stage} title={stage}>
          <SummaryList rows={rows} onChange={change} />
        </Section>
      ))}
      {waiting.length > 0 && <Paragraph tone="quiet">{texts.waiting(waiting.length)}</Paragraph>}
      <Paragraph tone="quiet">{texts.truth}</Paragraph>
    </FormScreen>
  )
}
