import { Engine, type Almanac, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import type { EntitlementCode } from '@domain/policy/provisions'
import type { Condition, Reference } from './condition'
import type { FlatFacts } from './flatFacts'
import { policyRules, sharedConditions } from './policyRules'

/** Answers which entitlements a household satisfies. */
export type Answering = (facts: FlatFacts) => Promise<EntitlementCode[]>

const named = Object.entries(sharedConditions)
const rules = Object.entries(policyRules)

/** With the documented way of sharing: conditions that have a name. Each rule that uses one evaluates it again. */
export function withNamedConditions(): Answering {
  const engine = new Engine()
  for (const [name, condition] of named) engine.setCondition(name, outermost(condition))
  for (const [code, condition] of rules)
    engine.addRule({ conditions: outermost(condition), event: { type: code } })
  return running(engine)
}

/**
 * With the documented way of chaining: rules of a higher priority hand their outcome on as a fact, so that each
 * shared condition is evaluated once a household. Of the ways tried the quickest.
 */
export function withChainedRules(): Answering {
  const engine = new Engine()
  for (const [name, condition] of named) engine.addRule(handingOn(name, condition))
  for (const [code, condition] of rules)
    engine.addRule({ conditions: outermost(chained(condition)), event: { type: code } })
  return running(engine)
}

const highestPriority = 100

function handingOn(name: string, condition: Condition): RuleProperties {
  const handOn = (outcome: boolean) => (_event: unknown, almanac: Almanac) =>
    almanac.addRuntimeFact(name, outcome)
  return {
    conditions: outermost(chained(condition)),
    event: { type: name },
    priority: highestPriority - depthOf({ condition: name }),
    onSuccess: handOn(true),
    onFailure: handOn(false),
  }
}

/** How many rules have to come before: a condition is known after those it refers to. */
function depthOf(condition: Condition): number {
  if ('all' in condition) return Math.max(0, ...condition.all.map(depthOf))
  if ('any' in condition) return Math.max(0, ...condition.any.map(depthOf))
  if ('not' in condition) return depthOf(condition.not)
  return 'condition' in condition ? 1 + depthOf(conditionOf(condition)) : 0
}

function conditionOf({ condition }: Reference): Condition {
  const found = sharedConditions[condition]
  if (!found) throw new Error(`no shared condition ${condition}`)
  return found
}

interface OutcomeOf {
  fact: string
  operator: 'equal'
  value: boolean
}
type Chained = { all: Chained[] } | { any: Chained[] } | { not: Chained } | OutcomeOf | Condition

function chained(condition: Condition): Chained {
  if ('all' in condition) return { all: condition.all.map(chained) }
  if ('any' in condition) return { any: condition.any.map(chained) }
  if ('not' in condition)
    return 'condition' in condition.not ? outcomeOf(condition.not, false) : { not: chained(condition.not) }
  return 'condition' in condition ? outcomeOf(condition, true) : condition
}

const outcomeOf = ({ condition }: Reference, value: boolean): OutcomeOf => ({
  fact: condition,
  operator: 'equal',
  value,
})

/** The outermost condition of a rule has to be a group. */
const outermost = (condition: Chained): TopLevelCondition =>
  'fact' in condition ? { all: [condition] } : (condition as TopLevelCondition)

function running(engine: Engine): Answering {
  const codes = new Set(rules.map(([code]) => code))
  return async (facts) => {
    const { events } = await engine.run(facts)
    return events.filter(({ type }) => codes.has(type)).map(({ type }) => type as EntitlementCode)
  }
}
