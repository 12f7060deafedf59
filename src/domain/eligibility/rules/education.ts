import type { Status } from '../statedFacts'
import { ageLimits } from '../possibleFacts'
import type { Circumstances } from '../circumstances'
import { birthdayOf } from '../derivedFacts'
import { eighteenthBirthday } from '@domain/calendar/date'
import type { Read } from '../decision'
import type { SchoolStage } from '../facts'
import { automatic, departmentDecides, eligible, isMet, notEligible, notYet, type Verdict } from '../verdict'
import { followed } from './followed'
import { isAny } from './assistance'
import { hasAutism } from './disability'
import { rule, type Rule, type Standing } from './rule'

/*
 * School and study aid. Source: policy 3.1 to 3.3; reference §2 (3.1-f, 3.3-c), §3.3 (C4), §3.4, §5.12, §5.14, §5.15.
 */

const compulsory: readonly SchoolStage[] = ['primary', 'juniorSecondary']
/** 3.3-c prints 普通高校 and means 普通高中 (reference §2): no university student is told that tuition is free. */
const senior: readonly SchoolStage[] = ['seniorSecondary', 'secondaryVocational']
/** 高中、中职、高校 and 硕士; 博士 is not covered (C4). */
const dreamStages: readonly SchoolStage[] = [
  ...senior,
  'higherVocational',
  'juniorCollege',
  'undergraduate',
  'master',
]

const isCompulsory = (stage: SchoolStage) => compulsory.includes(stage)
const isSenior = (stage: SchoolStage) => senior.includes(stage)
const isBeforeSchool = (stage: SchoolStage) => stage === 'none' || stage === 'preschool'
const isDreamStage = (stage: SchoolStage) => dreamStages.includes(stage)
const isAtKindergarten = (stage: SchoolStage) => stage === 'preschool'
const isThere = (status: Status | undefined) => status !== undefined
const isOpen = ({ result }: Verdict) => result === 'NEEDS_INFO'
const isNotAtSchool = (stage: SchoolStage) => stage === 'none'

const onBirthday = (read: Read, facts: Circumstances, years: number, verdict: Verdict): Verdict => ({
  ...verdict,
  dates: { eligibleFrom: birthdayOf(read(facts.birthDate), years) },
})

const livesElsewhere = notEligible([['孩子不住在乌海，在住的地方办。']])
const atHukou = notEligible([['孩子住在户口所在地，按本地孩子办。']])
const districtsAreOpen = departmentDecides([['户口和住处都在乌海，算不算流动，请问教育局。']])

/** What is said of a child that is no migrant, or may be none; undefined where it comes from outside 乌海. */
function notFromOutside(read: Read, facts: Circumstances): Verdict | undefined {
  switch (read(facts.residency)) {
    case 'elsewhere':
      return livesElsewhere
    case 'atHukou':
      return atHukou
    case 'otherDistrict':
      return districtsAreOpen
    default:
      return undefined
  }
}

const goesToKindergarten = eligible([['流动儿童在住的地方上普惠幼儿园。']])
const tooYoungForKindergarten = notYet([['满3周岁以后，可以上幼儿园。']], { isCertain: true })
const pastKindergarten = notEligible([['孩子已经过了上幼儿园的年龄。']])
const notYetMigrant = departmentDecides([['住满6个月才算流动儿童，请先问教育局。']])

export const preschool = rule((read, facts) => {
  const other = notFromOutside(read, facts)
  if (other?.result === 'NOT_ELIGIBLE') return other
  const isThere = read(facts.stage, isAtKindergarten)
  if (!isThere && (!read(facts.stage, isNotAtSchool) || read(facts.isOfSchoolAge))) return pastKindergarten
  if (other) return other
  if (!read(facts.livesHereHalfAYear)) return notYetMigrant
  return isThere || read(facts.isOfKindergartenAge)
    ? goesToKindergarten
    : onBirthday(read, facts, ageLimits.preschool, tooYoungForKindergarten)
})

const entersSchool = eligible([['随迁子女凭居住证，在住的地方上小学、初中。']])
const permitIsMissing = departmentDecides([
  ['居住证是主要依据，不是唯一依据。'],
  ['可以先办居住登记，再问区教育局。'],
])
const tooYoungForSchool = notYet([['满6周岁以后，可以上小学。']], { isCertain: true })
const pastCompulsory = notEligible([['孩子已经不在小学、初中的年龄。']])

const isPastCompulsory = (read: Read, facts: Circumstances) => {
  if (read(facts.stage, isCompulsory)) return false
  return read(facts.stage, isBeforeSchool) ? read(facts.isOfWorkingAge) : true
}

export const migrantSchooling = rule((read, facts) => {
  const other = notFromOutside(read, facts)
  if (other?.result === 'NOT_ELIGIBLE') return other
  if (isPastCompulsory(read, facts)) return pastCompulsory
  if (other) return other
  if (!read(facts.permitIsValid)) return permitIsMissing
  return read(facts.stage, isCompulsory) || read(facts.isOfSchoolAge)
    ? entersSchool
    : onBirthday(read, facts, ageLimits.school, tooYoungForSchool)
})

const feesAreWaived = automatic([['按规定享受免学杂费、免费教科书和生活补助。']])
const notAtCompulsorySchool = notEligible([['上小学、初中时才有这一项。']])
const atSchoolLater = notYet([['上小学、初中以后，就自动享受。']], { isCertain: true })

/** The waivers are of every pupil; what a child not yet at school lacks is the enrolment. */
function withoutCompulsorySchool(read: Read, facts: Circumstances): Verdict | undefined {
  if (read(facts.stage, isCompulsory)) return undefined
  return isPastCompulsory(read, facts) ? notAtCompulsorySchool : atSchoolLater
}

export const migrantWaiver = rule((read, facts) => {
  const other = notFromOutside(read, facts)
  if (other) return other
  return withoutCompulsorySchool(read, facts) ?? feesAreWaived
})

const booksAreFree = automatic([['小学、初中学生都免学杂费，教科书免费。']])

export const compulsoryWaiver = rule((read, facts) => withoutCompulsorySchool(read, facts) ?? booksAreFree)

const migrantAidDecided = departmentDecides([
  ['家庭困难的流动儿童可以向学校申请资助。'],
  ['给不给，由学校按规定评定。'],
])
const tooOldForMigrant = notEligible([['已满16周岁，不再算流动儿童。']])
const notAtSchool = notEligible([['孩子不在上学，没有这一项资助。']])

/** 流动儿童 are 不满十六周岁 (§4.7). */
export const migrantAid = rule((read, facts) => {
  const other = notFromOutside(read, facts)
  if (other?.result === 'NOT_ELIGIBLE') return other
  if (read(facts.isOfWorkingAge)) return tooOldForMigrant
  if (read(facts.stage, isNotAtSchool)) return notAtSchool
  return other ?? migrantAidDecided
})

const schoolsDisabled = eligible([['残疾孩子可以随班就读、上特教学校或送教上门。']])
const isNotDisabled = notEligible([['孩子没有残疾。']])
const laterSpecial = notYet([['到了上学年龄，就可以申请。']], { isCertain: true })
const specialAfterCompulsory = departmentDecides([['高中阶段有没有特教班，请问教育局。']])
const autismIsOpen = departmentDecides([['孤独症孩子怎么安排上学，请问区教育局。']])
const grownUp = notEligible([['孩子已经过了上学的年龄。']])

/** 孤独症 is a disability only with a certificate: without one the bureau decides, at any age below 18. */
export const specialEducation = rule((read, facts) => {
  if (!read(facts.disabilities, isAny)) {
    if (!read(facts.illnesses, hasAutism)) return isNotDisabled
    return read(facts.isAdult) ? grownUp : autismIsOpen
  }
  if (isPastCompulsory(read, facts)) return read(facts.isAdult) ? grownUp : specialAfterCompulsory
  return read(facts.stage, isCompulsory) || read(facts.isOfSchoolAge)
    ? schoolsDisabled
    : onBirthday(read, facts, ageLimits.school, laterSpecial)
})

const livingIsSubsidised = eligible([['上小学、初中的孤儿和事实无人抚养儿童可以领。'], ['向学校申请。']])
const schoolDecides = departmentDecides([
  ['家庭困难的学生可以向学校申请。'],
  ['是不是家庭困难，由学校认定。'],
])

export const livingSubsidy: Rule = (facts) => {
  const byStatus = followed(
    facts,
    [
      [facts.orphan, livingIsSubsidised],
      [facts.dfuc, livingIsSubsidised],
    ],
    schoolDecides,
  )
  return facts.decisions.decide((read) => {
    if (!read(facts.stage, isCompulsory)) return notAtCompulsorySchool
    const given = read(byStatus)
    return isMet(given) ? given : schoolDecides
  })
}

const seniorIsFree = automatic([['普通高中和中职学生按规定免学费、免费教科书。']])
const notAtSeniorSchool = notEligible([['上普通高中或中职时才有这一项。']])

export const seniorWaiver = rule((read, { stage }) =>
  read(stage, isSenior) ? seniorIsFree : notAtSeniorSchool,
)

const grantIsDecided = departmentDecides([
  ['家庭困难的高中、中职学生可以申请助学金。'],
  ['给不给，由学校评定。'],
])

export const seniorGrant = rule((read, { stage }) =>
  read(stage, isSenior) ? grantIsDecided : notAtSeniorSchool,
)

const aidOfTheStage = departmentDecides([
  ['困境儿童在每个学段都有资助，向学校申请。'],
  ['给多少，由学校按规定评定。'],
])

export const stageAid = rule((read, { stage }) => (read(stage, isNotAtSchool) ? notAtSchool : aidOfTheStage))

const dreamIsPaid = eligible([['18岁前认定的孤儿，现在全日制上学，可以申请。']])
const dreamAt18 = notYet([['满18周岁、全日制上学时，可以申请。']], { isCertain: true, isEarliest: true })
const onlyOrphans = notEligible([['只给18岁前认定的孤儿，不含其他儿童。']])
const adoptedLosesDream = notEligible([['被收养以后不再给，残疾孤儿除外。', '6.2-d']])
const isNoOrphanNow = notEligible([['父母又有一方在，不再按孤儿算。']])
const orphanAgain = departmentDecides([['收养以后又成孤儿的，由民政部门决定。', '6.2-d']])
const notStudying = notEligible([['要全日制上高中、中职、大学或硕士。']])
const dreamLikeOrphan = departmentDecides([['能不能申请，要看孤儿认定的结果。']], { canApply: false })

/** C4: recognised as an orphan before 18, not adopted (残疾孤儿 excepted), 18 and at school full-time. */
export const fucaiDream = rule((read, facts) => {
  if (!read(facts.isAdult)) return dreamLater(read, facts)
  if (!read(facts.orphanStatus, isThere)) return onlyOrphans
  if (read(facts.adopted)) {
    if (!read(facts.wasDisabled)) return read(facts.isOrphan) ? orphanAgain : adoptedLosesDream
  } else if (!read(facts.isOrphan)) return isNoOrphanNow
  return read(facts.stage, isDreamStage) && read(facts.isFullTime) ? dreamIsPaid : notStudying
})

/** Not yet 18: an orphan now, or a disabled orphan adopted since, will be asked for the school then. */
function dreamLater(read: Read, facts: Standing): Verdict {
  const dreamThen = (): Verdict => ({
    ...dreamAt18,
    dates: { eligibleFrom: eighteenthBirthday(read(facts.birthDate)) },
  })
  if (read(facts.adoptedDisabled, isMet)) return dreamThen()
  if (read(facts.orphan, isMet))
    return read(facts.adopted) && !read(facts.wasDisabled) ? orphanAgain : dreamThen()
  if (read(facts.orphan, isOpen)) return dreamLikeOrphan
  return read(facts.adopted) ? adoptedLosesDream : onlyOrphans
}
