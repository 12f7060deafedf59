import { replace } from '@/platform/navigation'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Screen } from '@/ui/Screen'
import { result as texts } from './resultTexts'

/** To the question at which the family stands. */
export const toCheck = () => replace('check', { page: 'open' })

/** A page about results that was opened before any question was answered. */
export function NoAnswers() {
  return (
    <Screen
      {...useSurroundings()}
      title={texts.noAnswersTitle}
      lead={texts.noAnswers}
      actions={<Button onPress={toCheck}>{texts.start}</Button>}
    />
  )
}
