import { create } from 'zustand'
import { nextQuestion } from '@domain/eligibility/nextQuestion'
import {
  pruneAnswers,
  questionById,
  type Answer,
  type Answers,
  type Question,
  type QuestionId,
} from '@domain/eligibility/questions'
import { today } from '@/platform/clock'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { whenPhoneIsCleared } from '@/stores/clearing'
import { currentSettings } from '@/stores/settings'

/** Answers a family only tries out. They lie beside the real ones, in memory, and never among them. */
interface Hypothesis {
  changes: Answers
  assume: (id: QuestionId, answer: Answer) => void
  forget: () => void
}

export const useHypothesis = create<Hypothesis>((set) => ({
  changes: {},
  assume: (id, answer) => set(({ changes }) => ({ changes: { ...changes, [id]: answer } })),
  forget: () => set({ changes: {} }),
}))

whenPhoneIsCleared(() => useHypothesis.getState().forget())

/** The real answers with what is tried out in their place; follow-ups that no longer apply are left out. */
export function assumedAnswers(): Answers {
  return pruneAnswers({ ...checkerAnswers(), ...useHypothesis.getState().changes })
}

/** The questions tried out, in the order in which they were. */
export function assumedQuestions(): Question[] {
  return Object.keys(useHypothesis.getState().changes).reduce<Question[]>((list, id) => {
    const question = questionById(id)
    return question ? list.concat(question) : list
  }, [])
}

/** A question that only the change opens: without its answer the outcome is less certain. */
export function followUp(): Question | undefined {
  const setting = { today: today(), settings: currentSettings() }
  const next = nextQuestion(assumedAnswers(), setting)
  return next && next.id !== nextQuestion(checkerAnswers(), setting)?.id ? next : undefined
}
