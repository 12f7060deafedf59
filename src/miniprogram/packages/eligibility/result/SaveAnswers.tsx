import { useState } from 'react'
import { saveChecker } from '@/stores/checker'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { result as texts } from '../resultTexts'

/** The only way anything of the checker is stored: the family's own tap. */
export function SaveAnswers() {
  const [outcome, setOutcome] = useState<'stored' | 'failed'>()
  const save = async () => setOutcome((await saveChecker()) === 'stored' ? 'stored' : 'failed')
  if (outcome === 'stored') return <Notice kind="success" title={texts.saved} urgent />
  return (
    <>
      {outcome === 'failed' && <Notice kind="error" title={texts.notSaved} urgent />}
      <Button kind="link" onPress={save}>
        {texts.save}
      </Button>
    </>
  )
}
