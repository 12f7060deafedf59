import { departmentDecides, eligible, notEligible } from '../verdict'
import type { ParentSituation } from '../parentSituation'
import { rule } from './rule'

/*
 * A home, a lawyer, a companion. Source: policy 1.2-f, 1.2-g, 5.2-a, 7.3-a; reference §3.4, §4.7, §5.16, §5.17, §5.19.
 */

const isLost = ({ lost }: ParentSituation) => lost

const livesElsewhere = notEligible([['孩子不住在乌海，在住的地方申请。']])
const housed = eligible([['符合当地住房保障条件，可以申请公租房或补贴。']])
const housingRuleNotMet = notEligible([['家庭不符合当地的住房保障条件。']])
export const housing = rule((read, facts) => {
  if (read(facts.residency) === 'elsewhere') return livesElsewhere
  return read(facts.meetsHousingRule) ? housed : housingRuleNotMet
})

const claimsMaintenance = eligible([['父母不给抚养费，可以请法律援助。'], ['未成年人申请，不用查家庭收入。']])
const otherClaims = departmentDecides([['要抚养费、受到伤害等，都可以问法律援助。'], ['打 12348 先问。']])

/** A parent who is not dead owes maintenance (民法典 1084 条); other claims are open to every child (法律援助法 31、42 条). */
export const legalAid = rule((read, facts) => {
  const isOwed = [facts.father, facts.mother].some(
    ({ situation, paysMaintenance }) => !read(situation, isLost) && !read(paysMaintenance),
  )
  return isOwed && !read(facts.isAdult) ? claimsMaintenance : otherClaims
})

const mayBePaired = eligible([['困境儿童和留守儿童可以结对爱心妈妈。'], ['有合适的志愿者才能结上。']])
const notForGrownUps = notEligible([['结对只给未成年的孩子。']])
const needsNoPairing = notEligible([['孩子不属于困境儿童，也不是留守儿童。']])

export const lovingMother = rule((read, facts) => {
  if (read(facts.isAdult)) return notForGrownUps
  const isLeftBehind = read(facts.parentsAway) && !read(facts.isOfWorkingAge)
  return read(facts.isInDifficulty) || isLeftBehind ? mayBePaired : needsNoPairing
})
