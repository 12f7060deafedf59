import { compareDates } from '@domain/calendar/date'
import type { Circumstances, CircumstanceKey, Setting, Statuses } from './circumstances'
import { assumptionsOf, completionsOf, type Fact } from './completions'
import {
  careSituation,
  cannotCareOn,
  groundSituation,
  lostSituation,
  unique,
  type ParentFact,
  type ParentSituation,
} from './parentSituation'
import type { Rule } from './rules'

/*
 * What would have to be otherwise. Each rule is read once with every fact open; what leads to ELIGIBLE, without the
 * facts that do not matter, are its sufficient conditions. They rest on no date and no setting, so a household has
 * only to be held against them: the conditions it fails in the fewest facts are the smallest changes.
 */

/** The values that a fact must have, as its index in `openFacts`. */
type Condition = readonly (readonly [CircumstanceKey, number])[]

const open = <T>(...values: T[]): Fact<T> => ({ values, path: '' })
const openParent: ParentFact = {
  ...open<ParentSituation>(lostSituation, groundSituation, careSituation),
  completions: [],
  own: {},
  knownGrounds: [],
}

const longAgo = '1900-01-01'
const farOff = '9000-01-01'

const openFacts: Circumstances = {
  adultOn: open(farOff, longAgo),
  recognised: open<Statuses>({}, { orphan: {} }, { deFactoUnattended: {} }),
  abandoned: open(true, false),
  adopted: open(true, false),
  adoptedOn: open(longAgo),
  wasDisabled: open(true, false),
  wasIll: open(true, false),
  continuesSchool: open(true, false),
  hukou: open('150300'),
  residence: open('610000', '150300'),
  father: openParent,
  mother: openParent,
  fatherReturned: open(longAgo),
  motherReturned: open(longAgo),
}
const anyDay: Setting = { today: '2000-01-01', settings: {}, comingDays: [] }

/** Whether a value a household has is the one a condition asks for. */
type Matches<Value> = (value: Value, index: number, facts: Circumstances, today: string) => boolean

const sameAnswer: Matches<boolean> = (value, index) => value === (index === 0)
const sameSituation: Matches<ParentSituation> = (situation, index, _facts, today) =>
  [situation.lost, !situation.lost && cannotCareOn(situation, today), !cannotCareOn(situation, today)][
    index
  ] === true

const matchers: { [Key in CircumstanceKey]?: Matches<Circumstances[Key]['values'][number]> } = {
  adultOn: (adultOn, index, _facts, today) => compareDates(today, adultOn) < 0 === (index === 0),
  recognised: ({ orphan, deFactoUnattended }, index, { adultOn }) => {
    if (index === 0) return !orphan && !deFactoUnattended
    const status = index === 1 ? orphan : deFactoUnattended
    const since = status?.since
    return (
      status !== undefined &&
      (since === undefined || adultOn.values.every((day) => compareDates(since, day) < 0))
    )
  },
  abandoned: sameAnswer,
  adopted: sameAnswer,
  wasDisabled: sameAnswer,
  wasIll: sameAnswer,
  continuesSchool: sameAnswer,
  residence: (residence, index, { hukou }) =>
    hukou.values.every((place) => (place.slice(0, 2) !== residence.slice(0, 2)) === (index === 0)),
  father: sameSituation,
  mother: sameSituation,
}

const conditions: { rule: Rule; sufficient: Condition[] }[] = []

/** Each smallest set of facts that, put otherwise, makes the rule say ELIGIBLE whatever else is unknown; as paths. */
export function flipsOf(rule: Rule, facts: Circumstances, { today }: Setting): string[][] {
  const changes = sufficientConditions(rule)
    .map((condition) => condition.filter(([key, index]) => !isMet(key, index, facts, today)))
    .map((condition) => unique(condition.map(([key]) => facts[key].path)).sort())
  const fewest = Math.min(...changes.map((paths) => paths.length))
  return distinct(changes.filter((paths) => paths.length === fewest))
}

function isMet<Key extends CircumstanceKey>(
  key: Key,
  index: number,
  facts: Circumstances,
  today: string,
): boolean {
  const matches = matchers[key] as Matches<unknown> | undefined
  const values: readonly unknown[] = facts[key].values
  return matches !== undefined && values.every((value) => matches(value, index, facts, today))
}

function sufficientConditions(rule: Rule): Condition[] {
  const known = conditions.find((each) => each.rule === rule)
  if (known) return known.sufficient
  const found: Condition[] = []
  for (const completion of completionsOf(openFacts, (read) => rule(read, anyDay, openFacts))) {
    if (completion.outcome.result !== 'ELIGIBLE') continue
    const condition: Condition = assumptionsOf(openFacts, completion)
    found.push(condition.reduce((kept, each) => withoutNeedless(rule, kept, each), condition))
  }
  const sufficient = distinct(found)
  conditions.push({ rule, sufficient })
  return sufficient
}

/** The condition without one of its facts, where the rule is met whatever that fact is. */
function withoutNeedless(
  rule: Rule,
  condition: Condition,
  [key]: readonly [CircumstanceKey, number],
): Condition {
  const rest = condition.filter(([each]) => each !== key)
  const fixed = rest.reduce<Partial<Record<CircumstanceKey, Fact<unknown>>>>(
    (facts, [each, index]) => ({ ...facts, [each]: open(openFacts[each].values[index]) }),
    {},
  )
  const facts = { ...openFacts, ...fixed } as Circumstances
  const isEnough = completionsOf(facts, (read) => rule(read, anyDay, openFacts)).every(
    ({ outcome }) => outcome.result === 'ELIGIBLE',
  )
  return isEnough ? rest : condition
}

function distinct<T>(list: readonly T[]): T[] {
  const names = list.map((item) => JSON.stringify(item))
  return list.filter((_, index) => names.indexOf(names[index] ?? '') === index)
}
