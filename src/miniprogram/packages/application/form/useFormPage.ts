import { useState } from 'react'
import { nextOpenStep } from '@domain/application/completeness'
import { type Draft } from '@domain/application/draft'
import { pruneDraft } from '@domain/application/draftPruning'
import { stepProblems, type StepProblem } from '@domain/application/stepProblems'
import { previousStep, stepById } from '@domain/application/steps'
import { today } from '@/platform/clock'
import { back as leave } from '@/platform/navigation'
import { scrollToTop } from '@/platform/pageTools'
import { changeDraft, useDraft } from '@/stores/draft'
import { goTo, type Position } from './position'

export interface FormWork {
  /** What is wrong, after 下一步. */
  problems: readonly StepProblem[]
  /** Keeps an answer. What was found wrong is not shown any more; the next 下一步 looks again. */
  change: (change: (draft: Draft) => Draft) => void
  /** Shows what is wrong, from the top. */
  complain: (problems: readonly StepProblem[]) => void
  next: () => unknown
  back: () => unknown
}

export const messageOf = (problems: readonly StepProblem[], field: string) =>
  problems.find((problem) => problem.field === field)?.message

/** What the two buttons of a page do. Every answer is in the draft before they are tapped. */
export function useFormPage({ step }: Position): FormWork {
  const [problems, setProblems] = useState<readonly StepProblem[]>([])

  const complain: FormWork['complain'] = (found) => {
    setProblems(found)
    scrollToTop()
  }
  const next = () => {
    const { draft } = useDraft.getState()
    const shown = draft && stepById(draft, step.id)
    if (!draft || !shown) return leave()
    const found = stepProblems(draft, shown, today())
    if (found.length > 0) return complain(found)
    changeDraft(pruneDraft)
    const following = nextOpenStep(useDraft.getState().draft ?? draft, step.id, today())
    return following ? goTo(following) : leave()
  }
  const back = () => {
    const { draft } = useDraft.getState()
    const before = draft && previousStep(draft, step.id)
    return before ? goTo(before) : leave()
  }
  const change: FormWork['change'] = (changed) => {
    changeDraft(changed)
    if (problems.length > 0) setProblems([])
  }
  return { problems, change, complain, next, back }
}
