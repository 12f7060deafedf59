import type { Circumstances } from '../circumstances'
import type { Read } from '../decision'
import type { HouseholdStatusKind } from '../facts'
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
import { isAny } from './assistance'
import { rule, type Rule } from './rule'

/*
 * Insurance and who pays for it. Source: policy 2.1, 2.2-a, 2.2-b; reference §3.4, §5.0, §5.7, §5.8, §5.11.
 */

type Lists = readonly HouseholdStatusKind[]
const isMonitored = (lists: Lists) => lists.includes('povertyRelapseMonitored')

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
  if (residency !== 'fromElsewhere') return asLocal(facts)
  const isSettled = read(facts.livesHereHalfAYear) || read(facts.permitIsValid)
  return isSettled && !read(facts.isOfWorkingAge) ? insuresAsMigrant : asksToInsure
})

/** A local child is insured here in any case; 留守 is said where it is known. */
function asLocal({ parentsAway, isOfWorkingAge }: Circumstances): Verdict {
  const isLeftBehind =
    parentsAway.values.every((each) => each) && isOfWorkingAge.values.every((each) => !each)
  return isLeftBehind ? insuresAsLeftBehind : insuresAtHome
}

const coveredInThreeLayers = automatic([['已参保的困境儿童，三层医疗保障都管。']])
const coveredElsewhere = notEligible([['在外地参保，由参保的地方保障。']])
const insuresFirst = notYet([['先在乌海参保，缴了费就有保障。', '2.1-b']], { isCertain: true })
const isNotInDifficulty = notEligible([['孩子不属于困境儿童。']])

export const medicalCover = rule((read, facts) => {
  if (!read(facts.isInDifficulty)) return isNotInDifficulty
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
const ofAnotherCity = departmentDecides([['户口不在乌海的，请问户口所在地的民政部门。']], { canApply: false })

/** 全市 (2.1-f): of a child whom another city recognises, that city speaks (§5.0). */
export const accidentInsurance: Rule = (facts) => {
  const byStatus = followed(
    facts,
    [
      [facts.orphan, isCoveredByAccidentInsurance],
      [facts.dfuc, isCoveredByAccidentInsurance],
    ],
    notOnAccidentList,
  )
  return facts.decisions.decide((read) => {
    const given = read(byStatus)
    return isMet(given) && !read(facts.hasHukouHere) ? ofAnotherCity : given
  })
}

const premiumIsPaid = automatic([['参加居民医保，个人缴费全额资助。']])
const premiumAfter18 = departmentDecides([['满18周岁以后还给不给全额资助，请问医保部门。']], {
  canApply: false,
})
const notOnPremiumList = notEligible([['全额资助只给孤儿、事实无人抚养儿童和特困儿童。']])

export const premiumFull: Rule = (facts) => {
  const isPaid = paidWhereInsured(premiumIsPaid, facts)
  return followed(
    facts,
    [
      [facts.orphan, isPaid, premiumAfter18],
      [facts.dfuc, isPaid, premiumAfter18],
      [facts.tekun, isPaid],
    ],
    notOnPremiumList,
  )
}

/** Said where it is known only: the answer is the same, and does not wait for it. */
function paidWhereInsured(item: Verdict, { insured }: Circumstances): Verdict {
  const isElsewhere = insured.values.every((each) => each === 'elsewhere')
  return isElsewhere
    ? { ...item, says: [...item.says, ['已在外地参保的，请问参保地的医保部门。', '2.1-b']] }
    : item
}

const premiumIsSubsidised = automatic([['参加居民医保，按规定定额资助。']])
const monitoredIsSubsidised = automatic([['防止返贫监测对象，按规定定额资助。']])
const notOnFixedList = notEligible([['定额资助只给低保和防止返贫监测对象里的孩子。']])

export const premiumFixed: Rule = (facts) => {
  const byStatus = followed(
    facts,
    [[facts.subsistence, paidWhereInsured(premiumIsSubsidised, facts)]],
    notOnFixedList,
  )
  const asMonitored = paidWhereInsured(monitoredIsSubsidised, facts)
  return facts.decisions.decide((read) => (read(facts.lists, isMonitored) ? asMonitored : read(byStatus)))
}
