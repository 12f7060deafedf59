import { questionById, type QuestionId } from '@domain/eligibility/questions'
import { back, replace } from '@/platform/navigation'
import { useChecker } from '@/stores/checker'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Screen } from '@/ui/Screen'
import { answerWords } from '../answerWords'
import { whatIf as texts } from '../furtherTexts'
import { useFollowing } from '@/stores/following'

/** What changes in most families, offered although it was not asked. */
const usual: readonly QuestionId[] = [
  'child.stage',
  'father.situation',
  'mother.situation',
  'child.residence',
]

interface Row {
  id: QuestionId
  title: string
  answer: string
}

function rowsToTry(): Row[] {
  const given = checkerAnswers()
  const asked = useChecker.getState().interview.trail
  const ids = usual.concat(asked).filter((id, index, all) => all.indexOf(id) === index)
  return ids.reduce<Row[]>((rows, id) => {
    const question = questionById(id)
    const answer = given[id]
    if (!question || (!answer && asked.includes(id))) return rows
    const words = answer ? texts.now(answerWords(question, answer)) : texts.notAsked
    return rows.concat({ id, title: question.title, answer: words })
  }, [])
}

/** Which answer to try otherwise. */
export function Pick() {
  const rows = useFollowing(rowsToTry())
  return (
    <Screen
      {...useSurroundings()}
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button kind="plain" onPress={back}>
          {texts.back}
        </Button>
      }
    >
      <Card kind="rows">
        {rows.map(({ id, title, answer }) => (
          <Entry key={id} title={title} note={answer} onPress={() => replace('whatIf', { question: id })} />
        ))}
      </Card>
    </Screen>
  )
}
