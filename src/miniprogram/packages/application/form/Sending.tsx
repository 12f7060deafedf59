import { photosMissing } from '@domain/uploads/envelope'
import { switchTab } from '@/platform/navigation'
import { useConnection } from '@/stores/connection'
import { useOutbox, useStanding, type Standing } from '@/stores/outbox'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { submitDraft, takeBack } from '../submit'
import { sending as texts } from '../texts'

interface Words {
  title: string
  kind: 'info' | 'warning'
  notice: (missing: number) => string
  more?: string
  /** 继续修改 is offered as long as the server has none of it; what it may have, only the same bytes may follow. */
  mayEdit?: true
}

const words: Record<Exclude<Standing, 'refused'>, Words> = {
  queued: {
    title: texts.queuedTitle,
    kind: 'info',
    notice: () => texts.queued,
    more: texts.queuedMore,
    mayEdit: true,
  },
  photos: {
    title: texts.queuedTitle,
    kind: 'info',
    notice: texts.photos,
    more: texts.queuedMore,
    mayEdit: true,
  },
  photoNeeded: { title: texts.queuedTitle, kind: 'warning', notice: () => texts.photoNeeded, mayEdit: true },
  sending: { title: texts.title, kind: 'info', notice: () => texts.confirming, more: texts.confirmingMore },
  confirming: {
    title: texts.title,
    kind: 'info',
    notice: () => texts.confirming,
    more: texts.confirmingMore,
  },
  unanswered: { title: texts.title, kind: 'warning', notice: () => texts.waiting, more: texts.waitingMore },
}

/** The application has been handed in and not been taken yet: how it stands, and what can be done. */
export function Sending({ draftId }: { draftId: string }) {
  const surroundings = useSurroundings()
  const offline = useConnection((state) => state.offline)
  const outgoing = useOutbox((state) => state.outgoing.filter((one) => one.draftId === draftId)[0])
  const standing = useStanding(draftId)
  if (!outgoing || !standing) return <Screen {...surroundings} title={texts.title} />
  if (standing === 'refused') return <Refused message={outgoing.refusal?.message ?? ''} />
  const { title, kind, notice, more, mayEdit } = words[standing]
  return (
    <Screen
      {...surroundings}
      offline={offline}
      title={title}
      actions={
        <>
          {mayEdit ? (
            <Button kind="plain" onPress={takeBack}>
              {texts.edit}
            </Button>
          ) : (
            <Button kind="plain" onPress={() => switchTab('progress')}>
              {texts.toProgress}
            </Button>
          )}
          <Button
            busy={standing === 'sending' || standing === 'confirming' ? texts.busy : undefined}
            onPress={submitDraft}
          >
            {mayEdit ? texts.now : texts.again}
          </Button>
        </>
      }
    >
      <Notice kind={kind} title={notice(photosMissing(outgoing).length)} urgent>
        {more}
      </Notice>
    </Screen>
  )
}

function Refused({ message }: { message: string }) {
  return (
    <Screen
      {...useSurroundings()}
      title={texts.refusedTitle}
      actions={<Button onPress={takeBack}>{texts.edit}</Button>}
    >
      <Notice kind="warning" title={message} urgent />
    </Screen>
  )
}
