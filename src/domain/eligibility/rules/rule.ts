import type { Circumstances } from '../circumstances'
import type { Read } from '../decision'
import type { Decision } from '../diagram'
import type { Verdict } from '../verdict'

/** A household, and what the rules build on: decided once, read by many. */
export interface Standing extends Circumstances {
  isOrphan: Decision<boolean>
  orphan: Decision<Verdict>
  dfuc: Decision<Verdict>
  tekun: Decision<Verdict>
  /** On 低保, as a household, by name, or as a one-person household that is granted or can be. */
  subsistence: Decision<Verdict>
  single: Decision<Verdict>
  adoptedDisabled: Decision<Verdict>
  /** One of the categories of 困境儿童 is known to hold, or none is (reference §4.8). */
  isInDifficulty: Decision<boolean>
}

/** How an entitlement is answered for a household. */
export type Rule = (facts: Standing) => Decision<Verdict>

/** A rule on complete facts: it is run for every completion it can tell apart. */
export const rule =
  (of: (read: Read, facts: Standing) => Verdict): Rule =>
  (facts) =>
    facts.decisions.decide((read) => of(read, facts))
