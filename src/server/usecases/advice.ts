import { assess } from '@domain/eligibility/assess'
import type { Assessment } from '@domain/eligibility/assessment'
import type { FamilyFacts, Settings } from '@domain/eligibility/facts'

/** What the rules said on one day, kept with the settings they used. */
export interface Advice {
  today: string
  settings: Settings
  assessment: Assessment
}

/**
 * The server's own reading of the facts: what the phone showed is never trusted, and neither decides.
 * @param settings those in force on that day
 */
export function adviceFor(facts: FamilyFacts, today: string, settings: Settings): Advice {
  return { today, settings, assessment: assess({ ...facts, today, settings }) }
}
