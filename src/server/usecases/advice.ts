import type { FamilyFacts, Settings } from '@domain/eligibility/facts'
import { defaultSettings } from '@domain/policy/settings'

/** Placeholder until the engine is in. */
export type Advice = unknown

export function adviceFor(
  facts: FamilyFacts,
  today: string,
): { today: string; settings: Settings; result: Advice } {
  return { today, settings: defaultSettings, result: { facts: Object.keys(facts).length } }
}
