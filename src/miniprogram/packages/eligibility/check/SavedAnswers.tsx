import { useEffect, useState } from 'react'
import { replace } from '@/platform/navigation'
import { hasSavedChecker, isCheckerFinished, reopenChecker } from '@/stores/checker'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { check as texts } from '../texts'

/** Offers the answers saved on this phone; nothing where there are none. */
export function SavedAnswers() {
  const [areThere, setAreThere] = useState(false)
  useEffect(() => {
    void hasSavedChecker().then(setAreThere)
  }, [])
  if (!areThere) return null
  const reopen = async () => {
    if (!(await reopenChecker())) return setAreThere(false)
    return isCheckerFinished() ? replace('result') : replace('check', { page: 'saved' })
  }
  return (
    <Notice
      kind="info"
      title={texts.savedTitle}
      actions={
        <Button kind="plain" onPress={reopen}>
          {texts.useSaved}
        </Button>
      }
    >
      {texts.savedMore}
    </Notice>
  )
}
