import Engine from 'publicodes'
import type { EntitlementCode } from '@domain/policy/provisions'
import type { Comparison, Condition } from './condition'
import { flatFacts, type FactName, type FlatFacts } from './flatFacts'
import { policyRules, sharedConditions } from './policyRules'

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined }
const signs = {
  equal: '=',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThanInclusive: '>=',
} as const

/** What a fact is unless the household says otherwise. */
const defaults = flatFacts({ today: '2026-01-01' })
const codes = Object.keys(policyRules) as EntitlementCode[]

/**
 * publicodes, as its documentation has it: parsed once, with defaults; a situation of the facts that differ set for
 * each household, the goals evaluated from one cache. Of the ways tried the quickest that names its goals.
 */
export function publicodes(): (facts: FlatFacts) => EntitlementCode[] {
  const facts = Object.entries(defaults).map(
    ([name, value]) => [name, { 'par défaut': said(value) }] as const,
  )
  const rules = Object.entries({ ...sharedConditions, ...policyRules })
  const expressions = rules.map(([name, condition]) => [name, translated(condition)] as const)
  const engine = new Engine(Object.fromEntries([...facts, ...expressions]), { logger: silent })
  return (household) => {
    engine.setSituation(situationOf(household))
    return codes.filter((code) => engine.evaluate(code).nodeValue === true)
  }
}

function situationOf(household: FlatFacts): Record<string, string | number> {
  const different = Object.entries(household).filter(([name, value]) => value !== defaults[name as FactName])
  return Object.fromEntries(different.map(([name, value]) => [name, said(value)]))
}

type Expression = string | { [word: string]: Expression | Expression[] }

function translated(condition: Condition): Expression {
  if ('all' in condition) return { 'toutes ces conditions': condition.all.map(translated) }
  if ('any' in condition) return { 'une de ces conditions': condition.any.map(translated) }
  if ('not' in condition) return { '=': [translated(condition.not), 'non'] }
  return 'condition' in condition ? condition.condition : comparison(condition)
}

function comparison({ fact, operator, value }: Comparison): Expression {
  if (value === true) return fact
  return `${fact} ${signs[operator]} ${typeof value === 'object' ? value.fact : said(value)}`
}

function said(value: string | number | boolean): string | number {
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return typeof value === 'string' ? `'${value}'` : value
}
