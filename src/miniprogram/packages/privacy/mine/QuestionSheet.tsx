import { consentNotices } from '@domain/application/consentNotices'
import { withdrawalReaches, type ConsentKind } from '@domain/application/consents'
import { Button } from '@/ui/Button'
import { Paragraph } from '@/ui/Paragraph'
import { Sheet } from '@/ui/Sheet'
import { rightsTexts as texts } from '../rightsTexts'
import { type Rights } from '../useRights'

/** What is asked once before it is done, because it cannot be undone. */
export type Question =
  { about: 'consent'; id: string; kind: ConsentKind } | { about: 'drafts' } | { about: 'account' }

interface Words {
  title: string
  lines: readonly string[]
  keep: string
  go: string
}

const { keepIt } = texts

function wordsOf(question: Question): Words {
  if (question.about === 'drafts')
    return { title: texts.draftsTitle, lines: texts.draftsSheet, keep: keepIt, go: texts.draftsGo }
  if (question.about === 'account')
    return { title: texts.accountTitle, lines: texts.accountSheet, keep: keepIt, go: texts.accountGo }
  const what = texts.withdrawWhat(consentNotices[question.kind].title)
  const follows = withdrawalReaches[question.kind] === 'case' ? texts.withdrawCase : texts.withdrawPhotos
  const lines = [what].concat(follows)
  return { title: texts.withdrawTitle, lines, keep: texts.keep, go: texts.withdrawGo }
}

function act(question: Question, rights: Rights): Promise<void> {
  if (question.about === 'drafts') return rights.deleteDrafts()
  return question.about === 'account' ? rights.deleteAccount() : rights.withdraw(question.id)
}

interface SheetProps {
  question: Question
  rights: Rights
  onClose: () => void
}

export function QuestionSheet({ question, rights, onClose }: SheetProps) {
  const { title, lines, keep, go } = wordsOf(question)
  const goOn = () => {
    onClose()
    return act(question, rights)
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" onPress={onClose}>
            {keep}
          </Button>
          <Button kind="plain" onPress={goOn}>
            {go}
          </Button>
        </>
      }
    >
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
    </Sheet>
  )
}
