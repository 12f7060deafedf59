import { assess } from '@domain/eligibility/assess'
import type { Assessment } from '@domain/eligibility/assessment'
import type { FamilyFacts, Settings } from '@domain/eligibility/facts'
import { defaultSettings } from '@domain/policy/settings'

/** What the rules said on one day, kept with the settings they used. */
export interface Advice {
  today: string
  settings: Settings
  assessment: Assessment
}

/** The server's own reading of the facts: what the phone showed is never trusted, and neither decides. */
export function adviceFor(facts: FamilyFacts, today: string): Advice {
  const settings = defaultSettings
  return { today, settings, assessment: assess({ ...facts, today, settings }) }
}
