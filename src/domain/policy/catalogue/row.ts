// Named once: 104 rows carry them to the phone.
export const entitlement = 'entitlement'
export const service = 'service'
export const place = 'place'
export const information = 'information'
export const duty = 'duty'
/** What a family or an office can do with a provision. */
export type ProvisionUse =
  typeof entitlement | typeof service | typeof place | typeof information | typeof duty

/** One line of the catalogue of provisions; the tables by part hold nothing else. */
export interface ProvisionRow {
  /** Clause and letter: 1.1-a. */
  id: `${number}.${number}-${string}`
  /** The entitlement, service or place it gives; absent where a family can ask for nothing of its own. */
  code?: string
  /** What a family calls it; given wherever there is a code. */
  name?: string
  /** Found in the policy text, character for character, misprints included. */
  quote: string
  /** The same in everyday words; here, and only here, misprints are read as meant. */
  plain: string
  /** Whom it is for. */
  audience: string
  /** Whom a family turns to, two or three at most; all that are printed under a clause are in `clauseNames`. */
  office: string
  uses: readonly ProvisionUse[]
}
