import type { Circumstances } from '../circumstances'
import type { Statuses } from '../statedFacts'
import type { Graded } from '../disability'
import type { Read } from '../decision'
import type { HouseholdStatusKind } from '../facts'
import { exitSentence, tekunVerdictAfter18, verdictAfterAdoption } from '../exits'
import {
  awaitsSetting,
  departmentDecides,
  eligible,
  isMet,
  notEligible,
  type Sentence,
  type Verdict,
} from '../verdict'
import { wasAdoptedSince } from './basicLiving'
import { rule, type Standing } from './rule'

/*
 * 特困、低保、单人户、临时救助. Source: policy 1.1-e to 1.1-h; reference §3.4, §4.3–4.5, §5.4–5.6.
 */

const granted: Sentence = ['已经认定，不用再申请。']
const isGranted = eligible([granted], { canApply: false })
const reviewed = (sentence: Sentence) =>
  departmentDecides([sentence, ['是否继续，由民政部门复核。']], { canApply: false, exit: 'X6' })

const tooOldForTekun = notEligible([['已满18周岁，18岁以前没有认定过特困。']])
const choosesAllowance = notEligible([['能领孤儿或事实无人抚养的补贴，就不领特困供养。']])
const supported = notEligible([['孩子的爸爸或妈妈有能力抚养，不属于特困。']])
const reviewsTekun = reviewed(exitSentence('X6'))
const incomeDecides = departmentDecides([
  ['没有人能抚养、家里没有收入，可以申请特困。'],
  ['收入和财产由民政部门核对。'],
])
const abilityDecides = departmentDecides([
  ['满16周岁，有没有劳动能力由民政部门认定。'],
  ['收入和财产由民政部门核对。'],
])

/** 无劳动能力 at 16 and older (§4.3): one of four lists of 重残, to be mixed up with none of the others. */
export const isUnableToWork = ({ type, grade, isCertified }: Graded): boolean =>
  isCertified &&
  ((grade <= 3 && (type === 'intellectual' || type === 'mental')) ||
    (grade <= 2 && type === 'physical') ||
    (grade === 1 && type === 'visual'))

export const tekun = rule((read, facts) => {
  const status = read(facts.tekunStatus)
  const isRecognised = status !== undefined || read(facts.lists, hasTekun)
  if (read(facts.isAdult)) return isRecognised ? tekunVerdictAfter18(read, facts) : tooOldForTekun
  if (read(facts.orphan, isMet) || read(facts.dfuc, isMet)) return choosesAllowance
  if (status && wasAdoptedSince(read, facts, status))
    return verdictAfterAdoption(read(facts.adoptedOn), facts)
  if (parentSupports(read, facts)) return isRecognised ? reviewsTekun : supported
  if (isRecognised) return isGranted
  const isWorker = read(facts.isOfWorkingAge) && !read(facts.disabilities, anyUnableToWork)
  return isWorker ? abilityDecides : incomeDecides
})

/** A parent whose ability nobody has denied may support the child; the eight grounds are not the only inability. */
function parentSupports(read: Read, { father, mother }: Circumstances): boolean {
  return [father, mother].some(({ cannotCareToday, isAble }) => !read(cannotCareToday) && read(isAble))
}

const aboveLimit = notEligible([['家庭收入超过低保边缘的上限。']])
const incomeIsChecked = departmentDecides([['看家庭收入和财产，由民政部门核对。']])

type Lists = readonly HouseholdStatusKind[]
const hasTekun = (lists: Lists) => lists.includes('extremePoverty')
const hasDibao = (lists: Lists) => lists.includes('subsistenceAllowance')
const isMargin = (lists: Lists) => lists.includes('nearSubsistence')
const hasOwnDibao = ({ subsistenceAllowance }: Statuses) => subsistenceAllowance !== undefined
const hasSingle = ({ subsistenceAllowanceSingle }: Statuses) => subsistenceAllowanceSingle !== undefined
const anyUnableToWork = (list: readonly Graded[]) => list.some(isUnableToWork)
const anySevereForSingle = (list: readonly Graded[]) => list.some(isSevereForSingle)

const isOnDibao = (read: Read, { recognised, lists }: Circumstances) =>
  read(lists, hasDibao) || read(recognised, hasOwnDibao)

export const dibao = rule((read, facts) => {
  if (isOnDibao(read, facts)) return isGranted
  return read(facts.incomeAboveLimit) ? aboveLimit : incomeIsChecked
})

/** Discretionary: the street decides case by case (reference §0.2). */
const streetDecides = departmentDecides([
  ['遇到突发困难，或必需的花费太大，可以申请。'],
  ['给不给，由街道或民政部门决定。'],
])
const noHardship = notEligible([['现在没有突发的困难。有了再申请。']])

export const temporaryAid = rule((read, { suddenHardship }) =>
  read(suddenHardship) ? streetDecides : noHardship,
)

const adultForSingle = notEligible([['孩子已满18周岁，这一项是给未成年孩子的。']])
const onDibaoAlready = notEligible([['家庭已经在领低保，孩子不用再按单人户申请。', '1.1-f']])
const notIllEnough = notEligible([['要有重病，或一、二级残疾，或三级智力、精神残疾。']])
const reviewsIncome = reviewed(['家庭收入超过低保边缘的上限。'])
const reviewsAdult = departmentDecides([['满18周岁以后能不能继续，由民政部门决定。']], { canApply: false })
const reviewsHealth = departmentDecides([exitSentence('X7'), ['是否继续，由民政部门复核。']], {
  canApply: false,
  exit: 'X7',
})
const asSinglePerson = eligible([['低保边缘家庭的重病、重残孩子，可以单独领低保。']])
const marginDecides = departmentDecides([['家庭是不是低保边缘，由民政部门核对。']])
const illnessListDecides = awaitsSetting('seriousIllnesses', [['重病的病种还没有公布，以部门认定为准。']])

/** 单人户 (§4.3): 一、二级 of any kind; 三级 mental or intellectual, and not 四级. */
export const isSevereForSingle = ({ type, grade, isCertified }: Graded): boolean =>
  isCertified && (grade <= 2 || (grade === 3 && (type === 'intellectual' || type === 'mental')))

export const singlePersonHousehold = rule((read, facts) => {
  const isSingle = read(facts.recognised, hasSingle)
  if (!isSingle && isOnDibao(read, facts)) return onDibaoAlready
  if (read(facts.isAdult)) return isSingle ? reviewsAdult : adultForSingle
  // What the child has is looked at before the income, which families know least.
  const serious = read(facts.disabilities, anySevereForSingle) || read(facts.isSeriouslyIll)
  if (serious === false) return isSingle ? reviewsHealth : notIllEnough
  const isNear = read(facts.lists, isMargin)
  if (!isNear && read(facts.incomeAboveLimit)) return isSingle ? reviewsIncome : aboveLimit
  if (isSingle) return isGranted
  if (serious === undefined) return illnessListDecides
  return isNear ? asSinglePerson : marginDecides
})

/**
 * Whether the child counts as 纳入最低生活保障 for what follows from it (§0.3): on a list, or a one-person household that is
 * granted or can be. A 低保 open only because the income is not known does not count for a household on no list.
 */
export const subsistence = rule((read, facts) => (isOnDibao(read, facts) ? isGranted : read(facts.single)))

/** Whether anything stands on a list; what stands there does not matter. */
export const isAny = (list: readonly unknown[]): boolean => list.length > 0
export const hasStatus = (statuses: Statuses): boolean => Object.keys(statuses).length > 0

/** The status is in force: granted or to be granted, or inside 渐退期, which is still 保障范围 (§3.2). */
const isProtected = (verdict: Verdict) => isMet(verdict) || verdict.result === 'ENDING'

/**
 * The categories of 困境儿童 (§4.8): poverty, the child's own disability or illness, guardianship that is missing. An adult is
 * one only by a status that goes on.
 */
export function isInDifficulty(read: Read, facts: Standing): boolean {
  if (read(facts.orphan, isProtected) || read(facts.dfuc, isProtected)) return true
  if (read(facts.isAdult)) return read(facts.tekun, isProtected)
  return (
    read(facts.recognised, hasStatus) ||
    read(facts.lists, isAny) ||
    read(facts.disabilities, isAny) ||
    read(facts.illnesses, isAny) ||
    read(facts.father.cannotCareToday) ||
    read(facts.mother.cannotCareToday)
  )
}
