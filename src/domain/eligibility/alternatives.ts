import type { EntitlementCode } from '@domain/policy/provisions'
import type { EntitlementResult, Result } from './assessment'
import type { Household } from './facts'

/*
 * Nobody is left with a bare no (reference §0.2): the other allowance where it is open, then what every family in
 * difficulty can turn to.
 */

const otherAllowance: Partial<Record<EntitlementCode, readonly EntitlementCode[]>> = {
  ORPHAN_ALLOWANCE: ['DFUC_ALLOWANCE'],
  DFUC_ALLOWANCE: ['ORPHAN_ALLOWANCE'],
  XPROV_ACCEPT: ['ORPHAN_ALLOWANCE', 'DFUC_ALLOWANCE'],
}

const withAlternatives: readonly Result[] = ['NOT_ELIGIBLE', 'NOT_YET', 'ENDING']

/**
 * What to use instead of one entitlement.
 * @param all the results of the same assessment
 * @param isAdult the child is known to be 18 or older
 */
export function alternativesTo(
  { code, result }: EntitlementResult,
  all: readonly EntitlementResult[],
  household: Household,
  isAdult: boolean,
): EntitlementCode[] {
  if (!withAlternatives.includes(result)) return []
  const open = (otherAllowance[code] ?? []).filter((other) =>
    all.some((each) => each.code === other && each.result !== 'NOT_ELIGIBLE'),
  )
  // It only says where papers are handed in: whoever may have the allowance needs nothing else.
  if (code === 'XPROV_ACCEPT' && open.length > 0) return open
  return [...open, 'TEMP_AID', 'DIBAO', ...(isAdult ? forAdults(household) : forMinors(household))]
}

function forAdults({ child }: Household): EntitlementCode[] {
  const stage = child?.schooling?.stage
  return stage !== undefined && stage !== 'none' ? ['STAGE_AID'] : []
}

/** 抚养费 can be claimed from a living parent who does not pay; a child nobody cares for needs a guardian first. */
function forMinors({ parents = [] }: Household): EntitlementCode[] {
  const owesMaintenance = parents.some(
    ({ dead, paysMaintenance }) => dead !== true && paysMaintenance !== true,
  )
  const hasCarer = parents.some(({ ableToCare }) => ableToCare === true)
  return [
    ...(owesMaintenance ? (['LEGAL_AID'] as const) : []),
    'DIRECTOR_VISIT',
    ...(hasCarer ? [] : (['GUARDIANSHIP_HELP'] as const)),
  ]
}
