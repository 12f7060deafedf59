import { useState } from 'react'
import { answeredPages } from '@domain/eligibility/interview'
import { questionById, type Answer, type Question } from '@domain/eligibility/questions'
import { replace } from '@/platform/navigation'
import { useChecker } from '@/stores/checker'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { promisingCount } from '../findings'
import { check as texts } from '../texts'
import { leadsElsewhere } from './Division'

/** What one page of the checker shows. It does not change while the page is open: the next question is a new page. */
export interface QuestionPage {
  question: Question
  position: number
  isElsewhere: boolean
  /** Entitlements that are settled already. */
  found: number
  isUntouched: boolean
}

/** The page at which the interview stands; the last one when everything is answered. */
function openPage(): QuestionPage | undefined {
  useChecker.getState().begin()
  const { interview, position: wanted, isElsewhere } = useChecker.getState()
  const position = Math.min(wanted, interview.trail.length - 1)
  const question = questionById(interview.trail[position] ?? '')
  if (!question) return undefined
  if (position !== wanted) useChecker.getState().goTo(position)
  const isUntouched = answeredPages(interview) === 0
  const found = isUntouched ? 0 : promisingCount(checkerAnswers())
  return { question, position, isElsewhere, found, isUntouched }
}

function givenTo({ question, isElsewhere }: QuestionPage): Answer | undefined {
  const answer = useChecker.getState().interview.given[question.id]
  return isElsewhere && answer?.kind === 'unknown' ? undefined : answer
}

/** Each question is a page of its own: a tap then changes two rows, and readers announce a new page. */
const showPage = () => {
  const { position, isElsewhere } = useChecker.getState()
  return replace('check', { page: String(position + 1), ...(isElsewhere ? { list: 'provinces' } : {}) })
}

export interface QuestionWork {
  answer: Answer | undefined
  error: string | undefined
  choose: (answer: Answer | undefined) => void
  next: () => unknown
  back: (() => unknown) | undefined
  seeResults: () => unknown
  restart: () => unknown
}

export function useQuestionPage(): { page: QuestionPage | undefined; work: QuestionWork } {
  const [page] = useState(openPage)
  const [answer, setAnswer] = useState(() => page && givenTo(page))
  const [error, setError] = useState<string>()
  const { answer: confirm, goTo, note, restart, showElsewhere } = useChecker.getState()

  const choose = (chosen: Answer | undefined) => {
    setAnswer(chosen)
    setError(undefined)
    if (!chosen || !leadsElsewhere(chosen)) note(chosen)
  }
  const confirmIfChosen = () => {
    if (answer && !leadsElsewhere(answer)) confirm(answer)
  }
  const next = () => {
    if (!answer) return setError(page?.question.kind === 'date' ? texts.noDate : texts.noAnswer)
    if (leadsElsewhere(answer)) showElsewhere(true)
    else confirm(answer)
    const { interview, position } = useChecker.getState()
    return position < interview.trail.length ? showPage() : replace('result')
  }
  const goBack = () => {
    confirmIfChosen()
    if (page?.isElsewhere) goTo(page.position)
    else goTo((page?.position ?? 1) - 1)
    return showPage()
  }
  const canGoBack = page !== undefined && (page.position > 0 || page.isElsewhere)
  return {
    page,
    work: {
      answer,
      error,
      choose,
      next,
      back: canGoBack ? goBack : undefined,
      seeResults: () => {
        confirmIfChosen()
        return replace('result')
      },
      restart: () => {
        restart()
        return showPage()
      },
    },
  }
}
