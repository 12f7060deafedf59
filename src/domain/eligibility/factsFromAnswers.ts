import {
  parentRoles,
  type Adoption,
  type Child,
  type ChildStatus,
  type Disability,
  type DisabilityType,
  type FamilyFacts,
  type LostContact,
  type Parent,
  type ParentRole,
  type Restriction,
  type SchoolStage,
} from './facts'
import { chosen, type Answers, type QuestionId } from './questions'
import { termLimitMonths, type ParentTopic, type Situation } from './questionTexts'

/**
 * The facts a family has stated by its answers. An answer 不清楚, and a page not answered, leave the fact absent:
 * not known is never no. What was on a page and not chosen is stated as not so.
 */
export function factsFromAnswers(answers: Answers): FamilyFacts {
  const parents = parentRoles.reduce<Parent[]>((list, role) => list.concat(parentFacts(role, answers)), [])
  return {
    child: defined<Child>({
      birthDate: dateOf(answers, 'child.birthDate'),
      hukou: placeOf(answers, 'child.hukou'),
      residence: placeOf(answers, 'child.residence'),
      schooling: schoolingOf(answers),
      recognised: recognisedOf(answers),
      abandoned: abandonedOf(answers, parents),
      adoption: adoptionOf(answers),
    }),
    ...(parents.length > 0 ? { parents } : {}),
  }
}

/** Without the properties whose value is not known, so that "absent" has one spelling. */
function defined<T extends object>(facts: T): T {
  const kept = { ...facts }
  for (const key of Object.keys(kept) as (keyof T)[]) if (kept[key] === undefined) delete kept[key]
  return kept
}

function dateOf(answers: Answers, id: QuestionId): string | undefined {
  const answer = answers[id]
  return answer?.kind === 'date' ? answer.value : undefined
}

function placeOf(answers: Answers, id: QuestionId): { division: string } | undefined {
  const answer = answers[id]
  return answer?.kind === 'division' ? { division: answer.value } : undefined
}

function schoolingOf(answers: Answers): Child['schooling'] {
  const [stage] = chosen(answers, 'child.stage')
  return stage === undefined ? undefined : { stage: stage as SchoolStage }
}

function recognisedOf(answers: Answers): Child['recognised'] {
  const values = chosen(answers, 'child.recognised')
  if (values.length === 0) return undefined
  return values.filter((value) => value !== 'none').map((as) => ({ as: as as ChildStatus }))
}

/** A family that can describe a parent knows who the parents are: the child is not 查找不到生父母. */
function abandonedOf(answers: Answers, parents: readonly Parent[]): boolean | undefined {
  const [found] = chosen(answers, 'child.birthParents')
  if (found !== undefined) return found === 'notFound'
  return parents.length > 0 ? false : undefined
}

function adoptionOf(answers: Answers): Child['adoption'] {
  const [value] = chosen(answers, 'child.adoption')
  if (value === undefined) return undefined
  if (value === 'notAdopted') return null
  const before = chosen(answers, 'child.beforeAdoption')
  const asked = before.length > 0
  return defined<Adoption>({
    registeredOn: dateOf(answers, 'child.adoptedOn'),
    wasDisabled: asked ? before.includes('disabled') : undefined,
    wasIll: asked ? before.includes('ill') : undefined,
  })
}

function parentFacts(role: ParentRole, answers: Answers): Parent[] {
  const values = chosen(answers, `${role}.situation`)
  if (values.length === 0) return []
  if (values.includes('dead')) return [{ role, dead: true }]
  const has = (situation: Situation) => values.includes(situation)
  const first = (topic: ParentTopic) => chosen(answers, `${role}.${topic}`)[0]
  const onlyWhen = <T>(situation: Situation, facts: T) => (has(situation) ? facts : (false as const))
  return [
    defined<Parent>({
      role,
      dead: false,
      declaredMissing: has('declaredMissing'),
      lostContact: onlyWhen('lostContact', lostContactOf(role, answers)),
      imprisoned: onlyWhen('imprisoned', restriction(first('imprisonedTerm'))),
      compulsoryRehab: onlyWhen('compulsoryRehab', restriction(first('rehabTerm'))),
      otherRestriction: onlyWhen('otherRestriction', restriction(first('restrictedTerm'))),
      disabilities: has('disability')
        ? disabilitiesOf(first('disabilityType'), first('disabilityGrade'))
        : [],
      seriouslyIll: has('illness') ? (first('illness') === 'certified' ? true : undefined) : false,
      guardianshipRevoked: has('guardianshipRevoked'),
      deported: has('deported'),
      ableToCare: values.every((value) => value === 'caring' || value === 'none') ? true : undefined,
      resumedCareOn: dateOf(answers, `${role}.returnedOn`),
    }),
  ]
}

function lostContactOf(role: ParentRole, answers: Answers): LostContact {
  const [report] = chosen(answers, `${role}.lostReport`)
  if (report === 'receipt') return { policeReceipt: true }
  if (report === 'street') return { establishedByStreet: true }
  const nothingInHand = { policeReceipt: false, establishedByStreet: false }
  if (report === 'never') return { policeAcceptedOn: null, ...nothingInHand }
  if (report !== 'accepted') return {}
  return defined<LostContact>({
    policeAcceptedOn: dateOf(answers, `${role}.lostAcceptedOn`),
    ...nothingInHand,
  })
}

/** The nearest whole month on the side of the limit that was answered; the paper shows the real term. */
function restriction(term: string | undefined): Restriction {
  if (term === undefined) return {}
  return { termMonths: term === 'atLeast' ? termLimitMonths : termLimitMonths - 1 }
}

function disabilitiesOf(type: string | undefined, grade: string | undefined): Disability[] | undefined {
  if (type === undefined) return undefined
  const known = { type: type as DisabilityType, certified: true }
  return [grade === undefined ? known : { ...known, grade: Number(grade) }]
}
