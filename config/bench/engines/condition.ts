import type { FactName, FlatFacts } from './flatFacts'

/**
 * A condition in json-rules-engine's own form, of which the publicodes form is a word-for-word translation: both
 * engines are given the same rules.
 */
export type Condition =
  { all: Condition[] } | { any: Condition[] } | { not: Condition } | Reference | Comparison

/** A condition that has a name, because several rules use it. */
export interface Reference {
  condition: string
}

export interface Comparison {
  fact: FactName
  operator: 'equal' | 'notEqual' | 'lessThan' | 'lessThanInclusive' | 'greaterThanInclusive'
  value: string | number | boolean | { fact: FactName }
}

type FactsOfKind<Kind> = { [Name in FactName]: FlatFacts[Name] extends Kind ? Name : never }[FactName]
type YesOrNo = FactsOfKind<boolean>

export const is = (fact: YesOrNo): Condition => ({ fact, operator: 'equal', value: true })
export const isNot = (fact: YesOrNo): Condition => ({ fact, operator: 'equal', value: false })
export const equals = (fact: FactsOfKind<string>, value: string): Condition => ({
  fact,
  operator: 'equal',
  value,
})
export const oneOf = (fact: FactsOfKind<string>, values: readonly string[]): Condition =>
  any(...values.map((value) => equals(fact, value)))
export const below = (fact: FactsOfKind<number>, value: number): Condition => ({
  fact,
  operator: 'lessThan',
  value,
})
export const atMost = (
  fact: FactsOfKind<number>,
  value: number | { fact: FactsOfKind<number> },
): Condition => ({
  fact,
  operator: 'lessThanInclusive',
  value,
})
export const atLeast = (
  fact: FactsOfKind<number>,
  value: number | { fact: FactsOfKind<number> },
): Condition => ({
  fact,
  operator: 'greaterThanInclusive',
  value,
})
export const named = (condition: string): Reference => ({ condition })
export const all = (...conditions: Condition[]): Condition => ({ all: conditions })
export const any = (...conditions: Condition[]): Condition => ({ any: conditions })
export const not = (condition: Condition): Condition => ({ not: condition })
