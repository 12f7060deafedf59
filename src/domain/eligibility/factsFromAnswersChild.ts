import { wuhaiCity } from '@domain/divisions/wuhai'
import { unnamedIllness } from './possibleFacts'
import type {
  Adoption,
  Child,
  Disability,
  DisabilityType,
  GraduationStage,
  Parent,
  SchoolStage,
} from './facts'
import { recognisedOf } from './factsFromAnswersHousehold'
import { anyKnown, dateOf, defined, placeOf } from './factsFromAnswersParts'
import { chosen, isStated, type Answers, type QuestionId } from './questions'
import type { Circumstance } from './questionTextsFamily'

/**
 * What is stated about the child.
 * @param parents the parents described: a family that can describe one knows who the parents are
 */
export function childFacts(answers: Answers, parents: readonly Parent[]): Child {
  return defined<Child>({
    birthDate: dateOf(answers, 'child.birthDate'),
    hukou: anyKnown({ division: divisionOf(answers, 'child.hukou') }),
    residence: anyKnown({
      division: divisionOf(answers, 'child.residence'),
      since: dateOf(answers, 'child.residenceSince'),
    }),
    residencePermit: anyKnown({
      held: isStated(answers, 'child.residencePermit', 'held'),
      lastSignedOn: dateOf(answers, 'child.permitSignedOn'),
    }),
    schooling: schoolingOf(answers),
    disabilities: disabilitiesOf(answers),
    illnesses: illnessesOf(answers),
    recognised: recognisedOf(answers),
    abandoned: abandonedOf(answers, parents),
    adoption: adoptionOf(answers),
    insured: insuredOf(answers),
    inInstitution: has(answers, 'institution'),
    suddenHardship: has(answers, 'suddenHardship'),
  })
}

const has = (answers: Answers, value: Circumstance) => isStated(answers, 'family.circumstances', value)

/** The first value chosen on a page, in the type of its options. */
const first = <Value extends string>(answers: Answers, id: QuestionId) =>
  chosen(answers, id)[0] as Value | undefined

/**
 * A family that names nothing about places on the page of rare situations lives where its hukou is, in 乌海; which
 * district makes no difference to the rules, and the application form asks for the street.
 */
function divisionOf(answers: Answers, page: 'child.hukou' | 'child.residence'): string | undefined {
  const isElsewhere = has(answers, page === 'child.hukou' ? 'hukouElsewhere' : 'livesElsewhere')
  const isHere = isElsewhere === false && has(answers, 'otherDistrict') === false
  return isHere ? wuhaiCity : placeOf(answers, page)
}

function schoolingOf(answers: Answers): Child['schooling'] {
  return anyKnown<NonNullable<Child['schooling']>>({
    stage: first<SchoolStage>(answers, 'child.stage'),
    fullTime: isStated(answers, 'child.fullTime', 'fullTime'),
    graduatedFromStage: first<GraduationStage>(answers, 'child.graduatedFrom'),
    graduatedOn: dateOf(answers, 'child.graduatedOn'),
  })
}

function disabilitiesOf(answers: Answers): Child['disabilities'] {
  const type = first<DisabilityType | 'none'>(answers, 'child.disabilityType')
  if (type === 'none' || has(answers, 'disability') === false) return []
  const grade = first<string>(answers, 'child.disabilityGrade')
  if (type === undefined) return undefined
  return [
    defined<Disability>({ type, grade: grade === undefined ? undefined : Number(grade), certified: true }),
  ]
}

function illnessesOf(answers: Answers): Child['illnesses'] {
  if (has(answers, 'illness') === false) return []
  const named = chosen(answers, 'child.illness')
  if (named.length === 0) return undefined
  return named
    .filter((illness) => illness !== 'none')
    .map((illness) => (illness === 'other' ? unnamedIllness : illness))
}

function abandonedOf(answers: Answers, parents: readonly Parent[]): boolean | undefined {
  const notFound = has(answers, 'parentsNotFound') ?? isStated(answers, 'child.birthParents', 'notFound')
  return notFound ?? (parents.length > 0 ? false : undefined)
}

function adoptionOf(answers: Answers): Child['adoption'] {
  const adopted = has(answers, 'adopted') ?? isStated(answers, 'child.adoption', 'adopted')
  if (adopted === undefined) return undefined
  if (!adopted) return null
  const was = (value: string) => isStated(answers, 'child.beforeAdoption', value)
  return defined<Adoption>({
    registeredOn: dateOf(answers, 'child.adoptedOn'),
    wasDisabled: was('disabled'),
    wasIll: was('ill'),
    wasOrphanOrAbandoned: was('orphanOrAbandoned'),
  })
}

function insuredOf(answers: Answers): Child['insured'] {
  if (has(answers, 'notInsuredHere') === false) return 'wuhai'
  return first<NonNullable<Child['insured']>>(answers, 'child.insured')
}
