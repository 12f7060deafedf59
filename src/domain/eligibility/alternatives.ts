import type { CheckerCode } from '@domain/policy/checkerCodes'
import type { EntitlementCode } from '@domain/policy/provisions'
import type { EntitlementResult, Result } from './assessment'
import { unique } from './possibleFacts'
import type { Circumstances } from './circumstances'
import { remembered } from './remembering'

/*
 * Nobody is left with a bare no (reference §0.2): first what serves the same need, where it is open, then what every
 * family in difficulty can turn to.
 */

const sameNeed: Partial<Record<CheckerCode, readonly EntitlementCode[]>> = {
  ORPHAN_ALLOWANCE: ['DFUC_ALLOWANCE'],
  DFUC_ALLOWANCE: ['ORPHAN_ALLOWANCE'],
  XPROV_ACCEPT: ['ORPHAN_ALLOWANCE', 'DFUC_ALLOWANCE'],
  TEKUN: ['ORPHAN_ALLOWANCE', 'DFUC_ALLOWANCE'],
  DIBAO: ['DIBAO_SINGLE'],
  ADOPTED_DISABLED_ORPHAN: ['ADOPTED_CONTINUATION'],
  HOME_ACCESS: ['REHAB', 'SPECIAL_EDU'],
  HOUSING: [],
  INSURE_LOCAL: ['XPLACE_SETTLEMENT'],
  MED_COVER: ['INSURE_LOCAL'],
  CHRONIC_OUTPATIENT: ['MED_COVER', 'MED_AID_OTHER'],
  ACCIDENT_INS: ['MED_COVER', 'INSURE_LOCAL'],
  PREMIUM_FULL: ['PREMIUM_FIXED', 'INSURE_LOCAL'],
  PREMIUM_FIXED: ['PREMIUM_FULL', 'INSURE_LOCAL'],
  INPATIENT_70: ['MED_AID_OTHER', 'MED_COVER'],
  MED_AID_OTHER: ['INPATIENT_70', 'MED_COVER'],
  TOMORROW_PLAN: ['REHAB', 'MED_AID_OTHER'],
  REHAB: ['CHRONIC_OUTPATIENT'],
  PRESCHOOL: ['SCHOOL_MIGRANT', 'STAGE_AID'],
  SCHOOL_MIGRANT: ['SCHOOL_ONE_THING', 'STAGE_AID'],
  MIGRANT_WAIVER: ['COMPULSORY_WAIVER'],
  MIGRANT_AID: ['STAGE_AID'],
  SPECIAL_EDU: ['STAGE_AID'],
  COMPULSORY_WAIVER: ['HS_WAIVER', 'STAGE_AID'],
  LIVING_SUBSIDY: ['HS_GRANT', 'STAGE_AID'],
  HS_WAIVER: ['COMPULSORY_WAIVER', 'STAGE_AID'],
  HS_GRANT: ['LIVING_SUBSIDY', 'STAGE_AID'],
  FUCAI_DREAM: ['STAGE_AID'],
}

const withAlternatives: readonly Result[] = ['NOT_ELIGIBLE', 'NOT_YET', 'ENDING']
const forEverybody: readonly EntitlementCode[] = ['TEMP_AID', 'DIBAO']
const none: readonly EntitlementCode[] = []

/** What every family of a kind can turn to besides; of `ifOpen` only what is not refused. */
interface Further {
  ifOpen: readonly EntitlementCode[]
  always: readonly EntitlementCode[]
}

/**
 * Adds to the answers what to use instead: codes that are open, the nearest first; never none where it is NOT_ELIGIBLE.
 * @param answers all of a household; each of them one object for every household that has the same
 */
export function withAlternativesTo(
  answers: readonly EntitlementResult[],
  facts: Circumstances,
): EntitlementResult[] {
  const refused = new Set<EntitlementCode>()
  for (const { code, result } of answers) if (result === 'NOT_ELIGIBLE') refused.add(code)
  const further = furtherFor(facts)
  return answers.map((each) =>
    withAlternatives.includes(each.result) ? completed(each, refused, further) : each,
  )
}

/** By answer, by what every family of the kind can turn to, by which of the candidates are refused. */
const made = new WeakMap<EntitlementResult, Map<Further, Map<number, EntitlementResult>>>()

/** The same answer with its alternatives, made once for all households in which it stands beside the same. */
function completed(
  answer: EntitlementResult,
  refused: ReadonlySet<EntitlementCode>,
  further: Further,
): EntitlementResult {
  const nearest = sameNeed[answer.code as CheckerCode] ?? none
  let closed = 0
  for (const list of [nearest, forEverybody, further.ifOpen])
    for (const code of list) closed = 2 * closed + (refused.has(code) ? 1 : 0)
  const ofAnswer = made.get(answer) ?? new Map<Further, Map<number, EntitlementResult>>()
  made.set(answer, ofAnswer)
  const ofKind = ofAnswer.get(further) ?? new Map<number, EntitlementResult>()
  ofAnswer.set(further, ofKind)
  const found = ofKind.get(closed) ?? { ...answer, alternatives: alternativesTo(answer, refused, further) }
  ofKind.set(closed, found)
  return found
}

function alternativesTo(
  { code }: EntitlementResult,
  refused: ReadonlySet<EntitlementCode>,
  { ifOpen, always }: Further,
): EntitlementCode[] {
  const open = (list: readonly EntitlementCode[]) =>
    list.filter((each) => each !== code && !refused.has(each))
  const nearest = open(sameNeed[code as CheckerCode] ?? none)
  // It only says where papers are handed in: whoever may have the allowance needs nothing else.
  if (code === 'XPROV_ACCEPT' && nearest.length > 0) return nearest
  return unique(nearest.concat(open(forEverybody), open(ifOpen), always))
}

const furtherFor = remembered((facts: Circumstances): Further => {
  const isAdult = facts.isAdult.values.every((each) => each)
  if (!isAdult) return { ifOpen: none, always: forMinors(facts) }
  const isStudent = facts.stage.values.every((each) => each !== 'none')
  return { ifOpen: isStudent ? ['STAGE_AID'] : none, always: ['LEGAL_AID'] }
})

/** 抚养费 can be claimed from a living parent who does not pay; a child nobody cares for needs a guardian first. */
function forMinors({ father, mother }: Circumstances): EntitlementCode[] {
  const owesMaintenance = [father, mother].some(
    ({ situation, paysMaintenance }) =>
      situation.values.some(({ lost }) => !lost) && paysMaintenance.values.includes(false),
  )
  const hasCarer = [father, mother].some(({ isAble }) => isAble.values.every((each) => each))
  return [
    ...(owesMaintenance ? (['LEGAL_AID'] as const) : []),
    'DIRECTOR_VISIT',
    ...(hasCarer ? [] : (['GUARDIANSHIP_HELP'] as const)),
  ]
}
