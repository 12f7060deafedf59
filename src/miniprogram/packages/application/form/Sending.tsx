import { switchTab } from '@/platform/navigation'
import { useConnection } from '@/stores/connection'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { submitDraft, useSubmission } from '../submit'
import { sending as texts } from '../texts'

/** The application has been sent and not answered. Nothing can be changed now: the same bytes must go again. */
export function Sending() {
  const surroundings = useSurroundings()
  const offline = useConnection((state) => state.offline)
  const isWaiting = useSubmission(({ phase }) => phase === 'waiting')
  return (
    <Screen
      {...surroundings}
      offline={offline}
      title={texts.title}
      actions={
        <>
          <Button kind="plain" onPress={() => switchTab('progress')}>
            {texts.toProgress}
          </Button>
          <Button busy={isWaiting ? undefined : texts.busy} onPress={submitDraft}>
            {texts.again}
          </Button>
        </>
      }
    >
      {isWaiting ? (
        <Notice kind="warning" title={texts.waiting} urgent>
          {texts.waitingMore}
        </Notice>
      ) : (
        <Notice kind="info" title={texts.confirming} urgent>
          {texts.confirmingMore}
        </Notice>
      )}
    </Screen>
  )
}
