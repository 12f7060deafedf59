import type { HouseholdStatusKind, SchoolStage } from '../facts'
import { departmentDecides, eligible, isMet, notEligible } from '../verdict'
import { isAny } from './assistance'
import { followed } from './followed'
import { rule, type Rule } from './rule'

/*
 * Medical assistance and treatment. Source: policy 2.2-c, 2.2-d, 2.2-f; reference §2, §3.3 (C5), §3.4, §5.8, §5.10. The
 * 70 % list and the premium list (insurance.ts) differ, and are read as printed.
 */

type Lists = readonly HouseholdStatusKind[]
const isOnOtherList = (lists: Lists) =>
  lists.includes('povertyRelapseMonitored') ||
  lists.includes('nearSubsistence') ||
  lists.includes('rigidExpenditure')
const isAtSchool = (stage: SchoolStage) => stage !== 'none'

const inpatientIsAided = eligible([['符合规定的住院费，按不低于70%救助。']])
const inpatientOpenForDfuc = departmentDecides([
  ['这一条没有写事实无人抚养儿童。'],
  ['请向区医保局核实，也可以先问低保。'],
])
const notOnInpatientList = notEligible([['这一项只给孤儿、特困和低保里的孩子。']])

export const inpatientAid: Rule = (facts) =>
  followed(
    facts,
    [
      [facts.orphan, inpatientIsAided],
      [facts.tekun, inpatientIsAided],
      [facts.subsistence, inpatientIsAided],
      [facts.dfuc, inpatientOpenForDfuc],
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
export const tomorrowPlan: Rule = (facts) => {
  const { decisions } = facts
  const item = decisions.decide((read) =>
    read(facts.disabilities, isAny) || read(facts.illnesses, isAny) ? treats : needIsOpen,
  )
  const isGrownStudent = decisions.decide(
    (read) =>
      read(facts.isAdult) &&
      read(facts.orphanStatus) !== undefined &&
      read(facts.isOrphan) &&
      read(facts.stage, isAtSchool),
  )
  const byStatus = followed(
    facts,
    [
      [facts.orphan, item],
      [facts.dfuc, tomorrowOpenForDfuc],
    ],
    notOnTomorrowList,
  )
  return decisions.decide((read) => {
    if (read(facts.adoptedDisabled, isMet)) return adoptedGoesOn
    return read(read(isGrownStudent) ? item : byStatus)
  })
}
