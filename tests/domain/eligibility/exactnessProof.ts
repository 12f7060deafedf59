import type { EntitlementResult } from '@domain/eligibility/assessment'
import type { Assignment } from './exactnessAssignments'
import { wholeOf, type BruteForce, type Slice } from './exactnessBruteForce'

/** What is stated, in words: 年龄=刚满18岁，爸爸=？ */
export function inWords({ facts }: Slice, assignment: Assignment): string {
  const said = facts.map(({ name, values }, at) => {
    const index = assignment[at]
    return index === -1 ? '' : `${name}=${index === undefined ? '？' : values[index]?.[0]}`
  })
  return said.filter((each) => each !== '').join('，')
}

/** Where the engine's answer to one household differs from that of all its completions; empty when it does not. */
export function differences(proof: BruteForce, assignment: Assignment): string[] {
  const found = proof.found(assignment)
  const expected = proof.expected(assignment)
  const compared = {
    result: [found.result, expected.result],
    canApply: [found.canApply, expected.canApply],
    missing: [proof.folded(assignment, found.missing ?? []), expected.missing],
    dates: [found.dates ?? {}, expected.dates],
  }
  return [
    ...Object.entries(compared)
      .filter(([, [a, b]]) => inOrder(a) !== inOrder(b))
      .map(([what, [a, b]]) => `${what} ${inOrder(a)}, expected ${inOrder(b)}`),
    ...wrongFlips(proof, assignment, found),
  ]
}

const inOrder = (value: unknown) =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

/** Of complete households: the smallest changes are those found by trying every other household of the slice. */
function wrongFlips(
  proof: BruteForce,
  assignment: Assignment,
  { flips = [], result }: EntitlementResult,
): string[] {
  const isComplete = assignment.every((index) => index !== undefined)
  if (!isComplete || (result !== 'NOT_ELIGIBLE' && result !== 'NOT_YET')) return []
  const within = proof.slice.facts.map(({ path }) => wholeOf(path))
  const isWithin = (paths: readonly string[]) => paths.every((path) => within.includes(path))
  const wanted = proof.smallestChanges(assignment)
  const listed = flips.map((paths) => [...new Set(paths.map(wholeOf))].sort())
  const fewest = Math.min(...listed.map(({ length }) => length))
  const least = Math.min(...wanted.map((paths) => paths.split(',').length))
  const here = [...new Set(listed.filter(isWithin).map((paths) => paths.join()))].sort()
  // A smaller change may be one of a fact that the slice holds fixed.
  const isRight = fewest < least ? here.length === 0 : here.join(' | ') === wanted.join(' | ')
  return isRight
    ? []
    : [`flips ${listed.map((paths) => paths.join()).join(' | ')}, expected ${wanted.join(' | ')}`]
}
