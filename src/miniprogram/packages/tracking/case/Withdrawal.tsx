import { useState } from 'react'
import { type CaseDetail } from '@contracts/applications'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Sheet } from '@/ui/Sheet'
import { caseTexts as texts } from '../texts'
import { withdrawCase } from '../withdraw'

type WithdrawalTexts = (typeof texts.withdrawal)['application' | 'request' | 'notice']

export interface WithdrawalWork {
  words: WithdrawalTexts
  isAsking: boolean
  isRunning: boolean
  problem: string | undefined
  ask: (isAsking: boolean) => void
  go: () => Promise<void>
}

/** 撤回: asked once, in words that say what happens. */
export function useWithdrawal(detail: CaseDetail): WithdrawalWork {
  const [isAsking, ask] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const [problem, setProblem] = useState<string>()
  const go = async () => {
    ask(false)
    setRunning(true)
    const failure = await withdrawCase(detail)
    setRunning(false)
    setProblem(failure?.message)
  }
  return { words: texts.withdrawal[detail.way.kind], isAsking, isRunning, problem, ask, go }
}

export function WithdrawalSheet({ work }: { work: WithdrawalWork }) {
  return (
    <Sheet
      title={work.words.title}
      onClose={() => work.ask(false)}
      actions={
        <>
          <Button kind="plain" onPress={() => work.ask(false)}>
            {work.words.stay}
          </Button>
          <Button kind="plain" onPress={work.go}>
            {work.words.offer}
          </Button>
        </>
      }
    >
      <Paragraph>{work.words.more}</Paragraph>
    </Sheet>
  )
}

/** The quiet way to it, at the end of the page. */
export function WithdrawalOffer({ work }: { work: WithdrawalWork }) {
  return (
    <>
      {work.problem && <Notice kind="error" title={work.problem} urgent />}
      <Button
        kind="link"
        busy={work.isRunning ? texts.withdrawing : undefined}
        onPress={() => work.ask(true)}
      >
        {work.words.offer}
      </Button>
    </>
  )
}
