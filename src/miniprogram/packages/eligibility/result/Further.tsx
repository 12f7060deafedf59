import { open, replace, switchTab } from '@/platform/navigation'
import { useChecker } from '@/stores/checker'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { toCheck } from '../NoAnswers'
import { result as texts } from '../resultTexts'
import { useHypothesis } from '../whatIf/hypothesis'
import { SaveAnswers } from './SaveAnswers'

/** What a family can do with its results besides applying. */
export function Further() {
  const restart = () => {
    useChecker.getState().restart()
    useHypothesis.getState().forget()
    return toCheck()
  }
  return (
    <>
      <Section title={texts.further}>
        <Card kind="rows">
          <Entry icon="edit" {...texts.whatIf} onPress={() => open('whatIf')} />
          <Entry icon="calendar" {...texts.ahead} onPress={() => open('ahead')} />
          <Entry icon="document" {...texts.summary} onPress={() => open('summary')} />
          <Entry icon="document" {...texts.services} onPress={() => open('services', { from: 'check' })} />
          <Entry icon="check" {...texts.myAnswers} onPress={() => replace('answers')} />
        </Card>
      </Section>
      <Notice kind="info" title={texts.confidential} />
      <SaveAnswers />
      <Button kind="link" onPress={() => switchTab('home')}>
        {texts.home}
      </Button>
      <Button kind="link" onPress={restart}>
        {texts.again}
      </Button>
    </>
  )
}
