import { today } from '@/platform/clock'
import { back } from '@/platform/navigation'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Paragraph } from '@/ui/Paragraph'
import { QuestionInput } from '@/ui/QuestionInput'
import { Screen } from '@/ui/Screen'
import { check as texts } from '../texts'
import { Division } from './Division'
import { SavedAnswers } from './SavedAnswers'
import { titleOf } from './titleOf'
import { useQuestionPage, type QuestionPage, type QuestionWork } from './useQuestionPage'

// Half of the families are asked no more (npm run bench); nobody can know before they have answered.
const usualPages = 7

function stepOf(page: number) {
  const ahead = Math.max(usualPages - page, 1)
  return { current: page, total: page + ahead, words: texts.step(page, usualPages - page) }
}

/** 看看能领什么: one question. No login, no request, nothing stored. */
export default function CheckPage() {
  const { page, work } = useQuestionPage()
  return page ? <OpenQuestion page={page} work={work} /> : null
}

function OpenQuestion({ page, work }: { page: QuestionPage; work: QuestionWork }) {
  const surroundings = useSurroundings()
  const { question, position, found, isElsewhere, isUntouched } = page
  const title = titleOf(question, isElsewhere)
  return (
    <Screen
      {...surroundings}
      title={title}
      step={stepOf(position + 1)}
      actions={
        <>
          <Button kind="plain" onPress={work.back ?? back}>
            {work.back ? texts.back : texts.home}
          </Button>
          <Button onPress={work.next}>{texts.next}</Button>
        </>
      }
    >
      <Field question={title} questionIsTitle help={question.help} error={work.error}>
        {question.kind === 'division' ? (
          <Division answer={work.answer} onAnswer={work.choose} isElsewhere={isElsewhere} />
        ) : (
          <QuestionInput question={question} answer={work.answer} onAnswer={work.choose} today={today()} />
        )}
      </Field>
      {found > 0 && (
        <Button kind="link" icon="check" onPress={work.seeResults}>
          {texts.found(found)}
        </Button>
      )}
      {isUntouched ? (
        <>
          <Paragraph tone="quiet">{texts.private}</Paragraph>
          <SavedAnswers />
        </>
      ) : (
        <Button kind="link" onPress={work.restart}>
          {texts.again}
        </Button>
      )}
    </Screen>
  )
}
