import { create } from 'zustand'
import {
  answerAt,
  answeredPages,
  answersOf,
  beginInterview,
  isFinished,
  type Ask,
  type Interview,
} from '@domain/eligibility/interview'
import { nextQuestion } from '@domain/eligibility/nextQuestion'
import { questionById, type Answer, type Answers } from '@domain/eligibility/questions'
import { today } from '@/platform/clock'
import { writeSealed } from '@/platform/sealedStorage'
import { type Stored } from '@/platform/storage'
import { answersAreKeptIn } from './checkerAnswers'
import { whenPhoneIsCleared } from './clearing'
import { readSavedAnswers, savedCheckerKey } from './savedChecker'
import { currentSettings } from './settings'

/**
 * The family's answers to 看看能领什么. They live in memory only: nothing is stored and nothing is sent, until the
 * family taps 保存. The pages of the room and the application form meet here.
 */
interface Checker {
  interview: Interview
  /** The page on the screen, counted from 0. */
  position: number
  /** The division page shows its second list: provinces. */
  isElsewhere: boolean
  /** Keeps what is chosen on the page before it is confirmed, so that leaving loses nothing. */
  note: (answer: Answer | undefined) => void
  /** Confirms the page and goes to the next one. */
  answer: (answer: Answer) => void
  goTo: (position: number) => void
  showElsewhere: (isElsewhere: boolean) => void
  /** Finds the first question; not done before the room opens, because it reads every rule. */
  begin: () => void
  restart: () => void
  /** Leaves no answer in memory either. */
  forget: () => void
}

const ask: Ask = (answers) => nextQuestion(answers, { today: today(), settings: currentSettings() })

const untouched = { interview: { given: {}, trail: [] }, position: 0, isElsewhere: false }

export const useChecker = create<Checker>((set) => ({
  ...untouched,
  note: (answer) =>
    set(({ interview, position }) => {
      const id = interview.trail[position]
      return id ? { interview: { ...interview, given: { ...interview.given, [id]: answer } } } : {}
    }),
  answer: (answer) =>
    set(({ interview, position }) => ({
      interview: answerAt(interview, position, answer, ask),
      position: position + 1,
      isElsewhere: false,
    })),
  goTo: (position) => set({ position, isElsewhere: false }),
  showElsewhere: (isElsewhere) => set({ isElsewhere }),
  begin: () =>
    set(({ interview }) =>
      interview.trail.length > 0 ? {} : { ...untouched, interview: beginInterview(ask) },
    ),
  forget: () => set(untouched),
  restart: () => set({ ...untouched, interview: beginInterview(ask) }),
}))

whenPhoneIsCleared(() => useChecker.getState().forget())

answersAreKeptIn(() => answersOf(useChecker.getState().interview))

/** Whether nothing is left to ask. */
export function isCheckerFinished(): boolean {
  return isFinished(useChecker.getState().interview)
}

/** Keeps the answers on this phone, sealed. Only on the family's own tap. */
export function saveChecker(): Promise<Stored> {
  const { interview } = useChecker.getState()
  return writeSealed(savedCheckerKey, { answers: answersOf(interview) })
}

/** Whether answers were saved on this phone, without opening them. */
export async function hasSavedChecker(): Promise<boolean> {
  return (await readSaved()) !== undefined
}

/** Opens the saved answers and stands at the first question that is still open, or behind the last. */
export async function reopenChecker(): Promise<boolean> {
  const given = await readSaved()
  if (!given) return false
  const interview = beginInterview(ask, given)
  useChecker.setState({ interview, position: answeredPages(interview), isElsewhere: false })
  return true
}

async function readSaved(): Promise<Answers | undefined> {
  const known = knownAnswers((await readSavedAnswers()) ?? {})
  return Object.keys(known).length > 0 ? known : undefined
}

function knownAnswers(saved: object): Answers {
  const answers = saved as Record<string, Answer>
  return Object.keys(answers).reduce<Answers>(
    (kept, id) => (questionById(id) ? { ...kept, [id]: answers[id] } : kept),
    {},
  )
}
