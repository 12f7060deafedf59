import { parentRoles, type IsoDate, type ParentRole } from './facts'
import { parentTopics, type Condition, type ParentTopic } from './questionTexts'
import { childQuestions, type ChildQuestionId } from './questionTextsChild'
import { familyQuestions, type FamilyQuestionId, type PageCondition } from './questionTextsFamily'

type HouseholdQuestionId = FamilyQuestionId | ChildQuestionId
export type QuestionId = HouseholdQuestionId | `${ParentRole}.${ParentTopic}`

export interface QuestionOption {
  value: string
  label: string
  note?: string
}

/** One page of questions in everyday words. 不清楚 is an answer to every one of them and is not among the options. */
export interface Question {
  id: QuestionId
  title: string
  help?: string
  kind: 'single' | 'multiple' | 'date' | 'division'
  options?: readonly QuestionOption[]
  /** Values that exclude every other value of the same page. */
  exclusive?: readonly string[]
}

export type Answer =
  | { kind: 'unknown' }
  | { kind: 'choice'; values: string[] }
  | { kind: 'date'; value: IsoDate }
  | { kind: 'division'; value: string }

export type Answers = Partial<Record<QuestionId, Answer>>

const parentWords: Record<ParentRole, string> = { father: '爸爸', mother: '妈妈' }

const parentQuestionId = (role: ParentRole, topic: ParentTopic): QuestionId => `${role}.${topic}`

function parentQuestion(role: ParentRole, topic: ParentTopic): Question {
  const { title, help, kind, options, exclusive } = parentTopics[topic]
  const named = (text: string) => text.replace('…', parentWords[role])
  return {
    id: parentQuestionId(role, topic),
    title: named(title),
    help: help && named(help),
    kind,
    options,
    exclusive,
  }
}

const topics = Object.keys(parentTopics) as ParentTopic[]

const householdQuestions: readonly (Question & PageCondition)[] = [...familyQuestions, ...childQuestions]

/** Every page there is. */
export const allQuestions: readonly Question[] = parentRoles.reduce<Question[]>(
  (list, role) => list.concat(topics.map((topic) => parentQuestion(role, topic))),
  householdQuestions.slice(),
)

const byId = allQuestions.reduce<Record<string, Question>>(
  (found, question) => ({ ...found, [question.id]: question }),
  {},
)
const conditions = householdQuestions.reduce<Record<string, PageCondition>>(
  (found, { id, circumstances, after }) => ({ ...found, [id]: { circumstances, after } }),
  {},
)

/** The question with this id, or undefined for an id no question has (an old draft may hold one). */
export function questionById(id: string): Question | undefined {
  return Object.prototype.hasOwnProperty.call(byId, id) ? byId[id] : undefined
}

/** The values chosen on a page; empty when it is not answered, not known, or not a choice. */
export function chosen(answers: Answers, id: QuestionId): readonly string[] {
  const answer = answers[id]
  return answer?.kind === 'choice' ? answer.values : []
}

/** Whether a page applies after what was answered before it. */
function isMet(answers: Answers, { topic, values, only }: Condition, role: ParentRole): boolean {
  const given = chosen(answers, parentQuestionId(role, topic))
  const named = given.filter((value) => values.includes(value))
  return named.length > 0 && (!only || named.length === given.length)
}

function applies(answers: Answers, role: ParentRole, topic: ParentTopic): boolean {
  const { after } = parentTopics[topic]
  return !after || (applies(answers, role, after.topic) && isMet(answers, after, role))
}

/**
 * What the application form asks about one parent: the situation, then the follow-ups that what was answered calls
 * for. What only the checker of a recognised child needs is not among them.
 */
export function parentQuestions(role: ParentRole, answers: Answers): Question[] {
  return topics
    .filter((topic) => !parentTopics[topic].checkerOnly && applies(answers, role, topic))
    .map((topic) => parentQuestion(role, topic))
}

/** The answers without those to follow-ups that no longer apply. */
export function pruneAnswers(answers: Answers): Answers {
  const kept: Answers = {}
  for (const { id } of allQuestions) {
    const answer = answers[id]
    if (answer && isAsked(answers, id)) kept[id] = answer
  }
  return kept
}

/** Whether a page makes sense after what was answered on the pages it follows. */
export function isAsked(answers: Answers, id: QuestionId): boolean {
  const condition = conditions[id]
  if (condition) return isAskedOfHousehold(answers, condition)
  const [role, topic] = id.split('.') as [ParentRole, ParentTopic]
  return !hasUnknownParents(answers) && applies(answers, role, topic)
}

/** Nobody can be asked about parents who cannot be found; adoptive parents are asked about. */
function hasUnknownParents(answers: Answers): boolean {
  const named = chosen(answers, 'family.circumstances')
  return named.includes('parentsNotFound') && !named.includes('adopted')
}

function isAskedOfHousehold(answers: Answers, { circumstances, after }: PageCondition): boolean {
  const named = chosen(answers, 'family.circumstances')
  if (circumstances && named.length > 0) return circumstances.some((value) => named.includes(value))
  if (!after) return true
  const given = chosen(answers, after.page)
  return isAsked(answers, after.page) && after.values.some((value) => given.includes(value))
}

/** The values stated on a page whose every value is a statement: chosen ones are so, the others are not. */
export function isStated(answers: Answers, id: QuestionId, value: string): boolean | undefined {
  const given = chosen(answers, id)
  return given.length === 0 ? undefined : given.includes(value)
}
