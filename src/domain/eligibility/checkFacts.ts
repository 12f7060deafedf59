import { compareDates } from '@domain/calendar/date'
import type { Household, IsoDate, Parent, Restriction } from './facts'

/** A fact that cannot be: where it is, and what is wrong with it, in English for the operator. */
export interface FactProblem {
  field: string
  problem: 'in the future' | 'before it began' | 'before birth' | 'given twice'
}

/**
 * What the schema cannot see: dates that lie in the future or run backwards, a parent given twice. An answer on such
 * facts would be a guess.
 * @returns every problem, in the order of the facts; empty when there is none
 */
export function checkFacts({ today, child = {}, parents = [] }: Household): FactProblem[] {
  const { birthDate } = child
  const pastDates: [string, IsoDate | undefined][] = [
    ['child.birthDate', birthDate],
    ['child.residence.since', child.residence?.since],
    ['child.adoption.registeredOn', child.adoption?.registeredOn],
    ...(child.recognised ?? []).map(({ since }, index): [string, IsoDate | undefined] => [
      `child.recognised[${index}].since`,
      since,
    ]),
  ]
  const sinceBirth = pastDates.slice(2)
  return [
    ...pastDates
      .filter(([, date]) => isAfter(date, today))
      .map(([field]) => ({ field, problem: 'in the future' }) as const),
    ...sinceBirth
      .filter(([, date]) => isAfter(birthDate, date))
      .map(([field]) => ({ field, problem: 'before birth' }) as const),
    ...parents.reduce<FactProblem[]>(
      (found, parent, index) =>
        found.concat(parentProblems(parent, `parents[${index}]`, today, parents.slice(0, index))),
      [],
    ),
  ]
}

const isAfter = (date: IsoDate | undefined, other: IsoDate | undefined) =>
  date !== undefined && other !== undefined && compareDates(other, date) < 0

function parentProblems(
  parent: Parent,
  path: string,
  today: IsoDate | undefined,
  before: readonly Parent[],
): FactProblem[] {
  const found: FactProblem[] = []
  if (before.some(({ role }) => role === parent.role))
    found.push({ field: `${path}.role`, problem: 'given twice' })
  if (isAfter(parent.deadSince, today)) found.push({ field: `${path}.deadSince`, problem: 'in the future' })
  const lost = typeof parent.lostContact === 'object' ? parent.lostContact : {}
  if (isAfter(lost.since, today)) found.push({ field: `${path}.lostContact.since`, problem: 'in the future' })
  if (isAfter(lost.policeAcceptedOn ?? undefined, today)) {
    found.push({ field: `${path}.lostContact.policeAcceptedOn`, problem: 'in the future' })
  }
  for (const name of ['imprisoned', 'compulsoryRehab', 'otherRestriction'] as const) {
    if (isReversed(parent[name]))
      found.push({ field: `${path}.${name}.releasedOn`, problem: 'before it began' })
  }
  return found
}

const isReversed = (fact: Restriction | boolean | undefined) =>
  typeof fact === 'object' && isAfter(fact.from, fact.releasedOn)
