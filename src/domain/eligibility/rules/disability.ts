import type { Graded } from '../disability'
import { autism } from '../possibleFacts'
import { awaitsSetting, departmentDecides, eligible, isMet, notEligible } from '../verdict'
import { hasStatus, isAny } from './assistance'
import { rule } from './rule'

/*
 * What a disability itself gives. Source: policy 1.2-e, 2.3-a; reference §3.4, §4.3, §4.6, §5.9, §5.13.
 */

export const hasAutism = (illnesses: readonly string[]) => illnesses.includes(autism)
const anyRehabKind = (list: readonly Graded[]) => list.some(isRehabKind)
const anySevereForHome = (list: readonly Graded[]) => list.some(isSevereForHome)

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
const gradeTooLow = notEligible([['孩子要有一级或二级残疾证。']])
const hukouElsewhere = notEligible([['户口不在乌海，请问户口所在地的残联。']])
const notPoor = notEligible([['这一项只给家里困难的孩子。']])
const povertyDecides = departmentDecides([['是不是困难家庭，由残联核对。']])

/** 家庭无障碍改造 (§4.3): 一、二级 of any kind. */
export const isSevereForHome = ({ grade, isCertified }: Graded): boolean => isCertified && grade <= 2

export const homeAccessibility = rule((read, facts) => {
  if (!read(facts.disabilities, anySevereForHome)) return gradeTooLow
  if (!read(facts.hasHukouHere)) return hukouElsewhere
  const isPoor =
    read(facts.lists, isAny) ||
    read(facts.recognised, hasStatus) ||
    read(facts.orphan, isMet) ||
    read(facts.dfuc, isMet)
  if (isPoor) return homeIsChanged
  return read(facts.incomeAboveLimit) ? notPoor : povertyDecides
})
