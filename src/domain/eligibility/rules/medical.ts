import { autism, type Graded } from '../childFacts'
import type { Circumstances } from '../circumstances'
import type { Read } from '../decision'
import type { HouseholdStatusKind, SchoolStage } from '../facts'
import {
  automatic,
  awaitsSetting,
  departmentDecides,
  eligible,
  isMet,
  notEligible,
  notYet,
  type Verdict,
} from '../verdict'
import { followed } from './followed'
import { hasStatus, isAny } from './assistance'
import { rule, type Rule } from './rule'

/*
 * Insurance, medical assistance, rehabilitation. Source: policy 2.1 to 2.3, 1.2-e; reference §2, §3.4, §4.3, §4.6,
 * §5.7–5.10, §5.13. The premium list and the 70 % list differ, and are read as printed.
 */

type Lists = readonly HouseholdStatusKind[]
const isMonitored = (lists: Lists) => lists.includes('povertyRelapseMonitored')
const isOnOtherList = (lists: Lists) =>
  isMonitored(lists) || lists.includes('nearSubsistence') || lists.includes('rigidExpenditure')
const isAtSchool = (stage: SchoolStage) => stage !== 'none'
const hasAutism = (illnesses: readonly string[]) => illnesses.includes(autism)
const anyRehabKind = (list: readonly Graded[]) => list.some(isRehabKind)
const anySevereForHome = (list: readonly Graded[]) => list.some(isSevereForHome)

const livesElsewhere = notEligible([['孩子不住在乌海，在住的地方参保。', '2.1-b']])
const isInsured = eligible([['今年已经在乌海参保。', '2.1-b']], { canApply: false })
const isInsuredElsewhere = notEligible([['今年已在外地参保，不能重复参保。', '2.1-b']])
const insuresAtHome = eligible([['孩子住在乌海，户口也在乌海，可以在乌海参保。', '2.1-b']])
const insuresAsLeftBehind = eligible([['留守儿童可以在住的地方参保。', '2.1-b']])
const insuresAsMigrant = eligible([['流动儿童参保不受户籍限制，可以请人帮办。', '2.1-a']])
const asksToInsure = departmentDecides([
  ['住满6个月或有居住证，参保更有把握。', '2.1-b'],
  ['能不能现在参保，请问医保部门，可以帮办。', '2.1-a'],
])

export const localInsurance = rule((read, facts) => {
  const residency = read(facts.residency)
  if (residency === 'elsewhere') return livesElsewhere
  const insured = read(facts.insured)
  if (insured !== 'none') return insured === 'wuhai' ? isInsured : isInsuredElsewhere
  if (residency !== 'fromElsewhere') {
    const isLeftBehind = read(facts.parentsAway) && !read(facts.isOfWorkingAge)
    return isLeftBehind ? insuresAsLeftBehind : insuresAtHome
  }
  const isSettled = read(facts.livesHereHalfAYear) || read(facts.permitIsValid)
  return isSettled && !read(facts.isOfWorkingAge) ? insuresAsMigrant : asksToInsure
})

const coveredInThreeLayers = automatic([['已参保的困境儿童，三层医疗保障都管。']])
const coveredElsewhere = notEligible([['在外地参保，由参保的地方保障。']])
const insuresFirst = notYet([['先在乌海参保，缴了费就有保障。', '2.1-b']], { isCertain: true })
const isNotInDifficulty = notEligible([['孩子不属于困境儿童。']])

export const medicalCover = rule((read, facts, { isInDifficulty }) => {
  if (!read(isInDifficulty)) return isNotInDifficulty
  return insuredHere(read, facts, coveredInThreeLayers, coveredElsewhere)
})

function insuredHere(read: Read, { insured }: Circumstances, here: Verdict, elsewhere: Verdict): Verdict {
  const where = read(insured)
  return where === 'wuhai' ? here : where === 'none' ? insuresFirst : elsewhere
}

const hasChronicIllness = eligible([['孩子的病在门诊慢特病范围里。']])
const insuredElsewhereForIllness = notEligible([['在外地参保，请在参保的地方申请。']])
const notIll = notEligible([['孩子没有门诊慢特病范围里的病。']])
const chronicListDecides = awaitsSetting('chronicOutpatientIllnesses', [
  ['其他病种还没有公布，请问医保部门。'],
])

export const chronicOutpatient = rule((read, facts) => {
  const isListed = read(facts.isChronicallyIll)
  const isOnNoList = facts.settings.chronicOutpatientIllnesses || !read(facts.illnesses, isAny)
  if (!isListed && isOnNoList) return notIll
  return insuredHere(
    read,
    facts,
    isListed ? hasChronicIllness : chronicListDecides,
    insuredElsewhereForIllness,
  )
})

const isCoveredByAccidentInsurance = automatic([['全市孤儿和事实无人抚养儿童，统一买意外保险。']])
const notOnAccidentList = notEligible([['这一项只给孤儿和事实无人抚养儿童。']])

export const accidentInsurance: Rule = (facts, { orphan, dfuc }) =>
  followed(
    facts,
    [
      [orphan, isCoveredByAccidentInsurance],
      [dfuc, isCoveredByAccidentInsurance],
    ],
    notOnAccidentList,
  )

const premiumIsPaid = automatic([['参加居民医保，个人缴费全额资助。']])
const premiumAfter18 = departmentDecides([['满18周岁以后还给不给全额资助，请问医保部门。']], {
  canApply: false,
})
const notOnPremiumList = notEligible([['全额资助只给孤儿、事实无人抚养儿童和特困儿童。']])

export const premiumFull: Rule = (facts, { orphan, dfuc, tekun }) =>
  followed(
    facts,
    [
      [orphan, premiumIsPaid, premiumAfter18],
      [dfuc, premiumIsPaid, premiumAfter18],
      [tekun, premiumIsPaid],
    ],
    notOnPremiumList,
  )

const premiumIsSubsidised = automatic([['参加居民医保，按规定定额资助。']])
const monitoredIsSubsidised = automatic([['防止返贫监测对象，按规定定额资助。']])
const notOnFixedList = notEligible([['定额资助只给低保和防止返贫监测对象里的孩子。']])

export const premiumFixed: Rule = (facts, { subsistence }) => {
  const byStatus = followed(facts, [[subsistence, premiumIsSubsidised]], notOnFixedList)
  return facts.decisions.decide((read) =>
    read(facts.lists, isMonitored) ? monitoredIsSubsidised : read(byStatus),
  )
}

const inpatientIsAided = eligible([['符合规定的住院费，按不低于70%救助。']])
const inpatientOpenForDfuc = departmentDecides([
  ['这一条没有写事实无人抚养儿童。'],
  ['请向区医保局核实，也可以先问低保。'],
])
const notOnInpatientList = notEligible([['这一项只给孤儿、特困和低保里的孩子。']])

export const inpatientAid: Rule = (facts, { orphan, dfuc, tekun, subsistence }) =>
  followed(
    facts,
    [
      [orphan, inpatientIsAided],
      [tekun, inpatientIsAided],
      [subsistence, inpatientIsAided],
      [dfuc, inpatientOpenForDfuc],
    ],
    notOnInpatientList,
  )

const aidedByRule = departmentDecides([['按规定救助，比例和门槛由医保部门定。']])
const mayBeRigid = departmentDecides([
  ['看病花费太大，可以先申请认定困难家庭。'],
  ['能不能认定，由民政、医保部门核对。'],
])
const notOnOtherList = notEligible([['这一项给低保边缘、刚性支出困难和监测家庭。']])

export const otherMedicalAid = rule((read, facts) => {
  if (read(facts.lists, isOnOtherList)) return aidedByRule
  const isIll = read(facts.illnesses, isAny) || read(facts.disabilities, isAny)
  return isIll ? mayBeRigid : notOnOtherList
})

const treats = eligible([['孤儿有病或有残疾，治疗和康复有资助。']])
const needIsOpen = departmentDecides([['孤儿需要手术或康复时，可以申请。']])
const adoptedGoesOn = eligible([['残疾孤儿被收养以后，也能继续。', '6.2-d']])
const tomorrowOpenForDfuc = departmentDecides([['没有写事实无人抚养儿童，请问民政部门。']])
const notOnTomorrowList = notEligible([['这一项是给孤儿的。']])

/** 孤儿 to 18, recognised orphans of 18 and older at any school, adopted disabled orphans (C5). */
export const tomorrowPlan: Rule = (facts, { orphan, dfuc, adoptedDisabled, isOrphan }) => {
  const { decisions } = facts
  const item = decisions.decide((read) =>
    read(facts.disabilities, isAny) || read(facts.illnesses, isAny) ? treats : needIsOpen,
  )
  const isGrownStudent = decisions.decide(
    (read) =>
      read(facts.isAdult) &&
      read(facts.orphanStatus) !== undefined &&
      read(isOrphan) &&
      read(facts.stage, isAtSchool),
  )
  const byStatus = followed(
    facts,
    [
      [orphan, item],
      [dfuc, tomorrowOpenForDfuc],
    ],
    notOnTomorrowList,
  )
  return decisions.decide((read) => {
    if (read(adoptedDisabled, isMet)) return adoptedGoesOn
    return read(read(isGrownStudent) ? item : byStatus)
  })
}

/** 视力、听力、言语、肢体、智力 (reference §5.9); 多重残疾 has one of them; 孤独症 by diagnosis. */
export const isRehabKind = ({ type, isMultiple }: Graded) => isMultiple || type !== 'mental'

const rehabilitates = eligible([
  ['孩子的残疾类别和年龄在康复救助范围里。'],
  ['当地可能还要看家庭收入，请问区残联。'],
])
const beyondAge = departmentDecides([['超过康复救助的年龄，部分地区放宽，请问区残联。']])
const rehabKindIsOpen = departmentDecides([['精神残疾能不能做康复救助，请问区残联。']])
const rehabPlaceDecides = departmentDecides([['在户口所在地，或发居住证的地方申请。']])
const noRehabNeed = notEligible([['孩子没有残疾，也没有诊断孤独症。']])
const ageLimitDecides = awaitsSetting('rehabMaxAgeInclusive', [['康复救助到几岁还没有公布，请问区残联。']])

export const rehabilitation = rule((read, facts) => {
  if (!read(facts.disabilities, anyRehabKind) && !read(facts.illnesses, hasAutism))
    return read(facts.disabilities, isAny) ? rehabKindIsOpen : noRehabNeed
  if (facts.settings.rehabMaxAgeInclusive == null) return ageLimitDecides
  if (read(facts.isPastRehab)) return beyondAge
  const isServedHere =
    read(facts.hasHukouHere) || (read(facts.residency) === 'fromElsewhere' && read(facts.permitIsValid))
  return isServedHere ? rehabilitates : rehabPlaceDecides
})

const homeIsChanged = eligible([['一、二级残疾的困难家庭孩子，可以改造家里。']])
const gradeTooLow = notEligible([['一级、二级残疾才行。']])
const hukouElsewhere = notEligible([['户口不在乌海，请问户口所在地的残联。']])
const notPoor = notEligible([['这一项是给困难家庭的。']])
const povertyDecides = departmentDecides([['是不是困难家庭，由残联核对。']])

/** 家庭无障碍改造 (§4.3): 一、二级 of any kind. */
export const isSevereForHome = ({ grade, isCertified }: Graded): boolean => isCertified && grade <= 2

export const homeAccessibility = rule((read, facts, standing) => {
  if (!read(facts.disabilities, anySevereForHome)) return gradeTooLow
  if (!read(facts.hasHukouHere)) return hukouElsewhere
  const isPoor =
    read(facts.lists, isAny) ||
    read(facts.recognised, hasStatus) ||
    read(standing.orphan, isMet) ||
    read(standing.dfuc, isMet)
  if (isPoor) return homeIsChanged
  return read(facts.incomeAboveLimit) ? notPoor : povertyDecides
})
