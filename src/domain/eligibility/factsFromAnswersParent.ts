import type { Disability, DisabilityType, LostContact, Parent, ParentRole, Restriction } from './facts'
import { dateOf, defined } from './factsFromAnswersParts'
import { chosen, type Answers } from './questions'
import { nationalTermMonths } from '@domain/policy/nationalTerm'
import type { ParentTopic, Situation } from './questionTexts'

const noGrounds: readonly string[] = ['caring', 'noMaintenance', 'none'] satisfies Situation[]
const isGround = (value: string) => !noGrounds.includes(value)

/** Who is there, or owes nothing, pays; of a parent who is lost, in prison or ill nothing follows. */
function maintenance(values: readonly string[]): boolean | undefined {
  if (values.includes('noMaintenance')) return false
  return values.every((value) => !isGround(value)) ? true : undefined
}

/** What is stated about one parent: nothing, or one entry. */
export function parentFacts(role: ParentRole, answers: Answers): Parent[] {
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
      ableToCare: values.every((value) => !isGround(value)) ? true : undefined,
      paysMaintenance: maintenance(values),
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
  return { termMonths: term === 'atLeast' ? nationalTermMonths : nationalTermMonths - 1 }
}

function disabilitiesOf(type: string | undefined, grade: string | undefined): Disability[] | undefined {
  if (type === undefined) return undefined
  const known = { type: type as DisabilityType, certified: true }
  return [grade === undefined ? known : { ...known, grade: Number(grade) }]
}
