import { useState } from 'react'
import { type CaseDetail } from '@contracts/applications'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Sheet } from '@/ui/Sheet'
import { caseTexts as texts } from '../texts'
import { withdrawCase } from '../withdraw'

export interface WithdrawalWork {
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
  return { isAsking, isRunning, problem, ask, go }
}

export function WithdrawalSheet({ work }: { work: WithdrawalWork }) {
  return (
    <Sheet
      title={texts.withdrawTitle}
      onClose={() => work.ask(false)}
      actions={
        <>
          <Button kind="plain" onPress={() => work.ask(false)}>
            {texts.stay}
          </Button>
          <Button kind="plain" onPress={work.go}>
            {texts.go}
          </Button>
        </>
      }
    >
      <Paragraph>{texts.withdrawMore}</Paragraph>
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
        {texts.withdraw}
      </Button>
    </>
  )
}
