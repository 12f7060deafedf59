import { assess } from '@domain/eligibility/assess'
import type { Child, Household, Parent, ParentRole } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { caring, settings, today } from './families'

/*
 * "Unknown" must mean: completions of the missing facts disagree. So every household in which each fact is known or
 * missing is compared with all the complete households it may be; nothing but the complete ones is taken from the
 * engine. NEEDS_INFO must name exactly the facts on which the outcome depends.
 */

interface Dimension {
  path: string
  /** Each value a family could state. */
  values: readonly unknown[]
}
/** An index into `values` for every dimension; undefined = not known. */
type Assignment = readonly (number | undefined)[]

const codes: readonly EntitlementCode[] = ['ORPHAN_ALLOWANCE', 'DFUC_ALLOWANCE']

interface Slice {
  dimensions: readonly Dimension[]
  household: (values: readonly unknown[]) => Household
}

const defined = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T

const parentOf = (role: ParentRole, dead: unknown, imprisoned: unknown, rest: Partial<Parent> = {}): Parent =>
  defined({ role, ...caring, ...rest, dead, imprisoned } as Parent)

const home = { hukou: { division: '150302001' }, residence: { division: '150302001' } }
const inPrison = { termMonths: 24 }

/** Both parents, the age and the status: the entry rules. */
const entry: Slice = {
  dimensions: [
    { path: 'parents.father.dead', values: [true, false] },
    { path: 'parents.father.imprisoned', values: [inPrison, { termMonths: 5 }] },
    { path: 'parents.mother.dead', values: [true, false] },
    { path: 'parents.mother.imprisoned', values: [inPrison, false] },
    { path: 'child.birthDate', values: ['2016-01-01', '2005-01-01'] },
    { path: 'child.abandoned', values: [true, false] },
    { path: 'child.recognised', values: [[], [{ as: 'deFactoUnattended' }], [{ as: 'orphan' }]] },
  ],
  household: ([fatherDead, fatherPrison, motherDead, motherPrison, birthDate, abandoned, recognised]) => ({
    today,
    settings,
    child: defined({
      ...home,
      adoption: null,
      schooling: { stage: 'juniorCollege' },
      birthDate,
      abandoned,
      recognised,
    } as Child),
    parents: [
      parentOf('father', fatherDead, fatherPrison, { resumedCareOn: '2026-03-01' }),
      parentOf('mother', motherDead, motherPrison, { resumedCareOn: '2026-03-01' }),
    ],
  }),
}

/** Long ago or this month; 病残 or not: what the exit by adoption and its exception turn on. */
const adoptions = [
  null,
  ...['2020-01-01', '2026-03-02'].flatMap((registeredOn) => [
    { registeredOn, wasDisabled: false, wasIll: false },
    { registeredOn, wasDisabled: false, wasIll: true },
    { registeredOn, wasDisabled: true, wasIll: false },
  ]),
]

/** One parent dead; everything about the child: C1, X1, X3 with its exception, X4. */
const childSide: Slice = {
  dimensions: [
    { path: 'parents.father.dead', values: [true, false] },
    { path: 'parents.father.imprisoned', values: [inPrison, false] },
    { path: 'child.birthDate', values: ['2016-01-01', '2007-12-01', '2001-01-01'] },
    { path: 'child.abandoned', values: [true, false] },
    {
      path: 'child.recognised',
      values: [[], [{ as: 'deFactoUnattended' }], [{ as: 'orphan', since: '2017-01-01' }]],
    },
    { path: 'child.adoption', values: adoptions },
    { path: 'child.schooling.stage', values: ['none', 'undergraduate'] },
  ],
  household: ([dead, imprisoned, birthDate, abandoned, recognised, adoption, stage]) => ({
    today,
    settings,
    child: defined({
      ...home,
      birthDate,
      abandoned,
      recognised,
      adoption,
      schooling: defined({ stage }),
    } as Child),
    parents: [
      parentOf('father', dead, imprisoned, { resumedCareOn: '2026-03-01' }),
      { role: 'mother', dead: true },
    ],
  }),
}

function* assignments(dimensions: readonly Dimension[], isPartial: boolean): Generator<Assignment> {
  const [first, ...others] = dimensions
  if (!first) return yield []
  const indices = [...first.values.keys(), ...(isPartial ? [undefined] : [])]
  for (const index of indices) for (const rest of assignments(others, isPartial)) yield [index, ...rest]
}

const name = (assignment: Assignment) => assignment.map((index) => index ?? '?').join('')

/**
 * Combinations that cannot be: a child who was never adopted and is recognised as an orphan has lost both parents, so
 * a parent whose death nobody denies is dead.
 */
const isPossible = ({ child, parents }: Household, stated: Assignment, { dimensions }: Slice) => {
  const isOpen = (path: string) =>
    dimensions.some((each, at) => each.path === path && stated[at] === undefined)
  const isOrphan = child?.recognised?.some(({ as }) => as === 'orphan') && child.adoption === null
  if (!isOrphan || isOpen('child.recognised') || isOpen('child.adoption')) return true
  return !(parents ?? []).some(({ role, dead }) => dead === false && isOpen(`parents.${role}.dead`))
}

describe.each([
  ['认定条件', entry],
  ['孩子的情况', childSide],
])('%s：不清楚，当且仅当补全的结果不一样', (_title, slice) => {
  const { dimensions, household } = slice
  const valuesOf = (assignment: Assignment) =>
    assignment.map((index, position) =>
      index === undefined ? undefined : dimensions[position]?.values[index],
    )
  const complete = [...assignments(dimensions, false)].map((assignment) => {
    const facts = household(valuesOf(assignment))
    const { results } = assess(facts)
    const outcomes = codes.map((code) => results.find((each) => each.code === code)?.result ?? '')
    return { assignment, facts, outcomes }
  })

  test('完整的家庭都有结论，只有收养前病残的孤儿由部门决定', () => {
    for (const { facts, outcomes } of complete) {
      const { wasIll = false, wasDisabled = false } = facts.child?.adoption ?? {}
      if (!wasIll && !wasDisabled) expect(outcomes).not.toContain('NEEDS_INFO')
    }
  })

  test.each(codes.map((code, position) => [code, position] as const))('%s', (code, position) => {
    const wrong: string[] = []
    for (const stated of assignments(dimensions, true)) {
      const found = assess(household(valuesOf(stated))).results.find((each) => each.code === code)
      const completions = complete.filter(
        ({ assignment, facts }) =>
          stated.every((index, at) => index === undefined || index === assignment[at]) &&
          isPossible(facts, stated, slice),
      )
      const outcomes = new Set(completions.map((each) => each.outcomes[position]))
      const expected = outcomes.size === 1 ? [...outcomes][0] : 'NEEDS_INFO'
      if (found?.result !== expected) wrong.push(`${name(stated)}: ${found?.result}, expected ${expected}`)
      if (expected !== 'NEEDS_INFO') continue
      const deciding = decidingDimensions(completions, position)
      // Within an adoption that is not known, its own facts are missing too.
      const missing = (found?.missing ?? []).filter((path) => !path.startsWith('child.adoption.'))
      if (missing.slice().sort().join() !== deciding.join()) {
        wrong.push(`${name(stated)}: missing ${missing.join()}, expected ${deciding.join()}`)
      }
    }
    expect(wrong).toEqual([])
  })

  /** Facts for which two completions differ in nothing else and end differently. */
  function decidingDimensions(completions: typeof complete, position: number): string[] {
    const outcomeOf = new Map(completions.map((each) => [name(each.assignment), each.outcomes[position]]))
    const isDeciding = (at: number) =>
      completions.some(({ assignment, outcomes }) =>
        dimensions[at]?.values.some((_, index) => {
          const other = outcomeOf.get(name(assignment.map((value, each) => (each === at ? index : value))))
          return other !== undefined && other !== outcomes[position]
        }),
      )
    return dimensions.flatMap(({ path }, at) => (isDeciding(at) ? [path] : [])).sort()
  }

  test('不符合时，列出的正是最少的改动', () => {
    const wrong: string[] = []
    for (const { assignment, facts, outcomes } of complete) {
      codes.forEach((code, position) => {
        if (outcomes[position] !== 'NOT_ELIGIBLE') return
        const flips = assess(facts).results.find((each) => each.code === code)?.flips ?? []
        // An adoption is never proposed, and what an adoption was like is a fact of its own there.
        const reachable = complete
          .filter((each) => each.outcomes[position] === 'ELIGIBLE')
          .map((each) => changedFacts(assignment, each.assignment))
          .filter((paths) => !paths.includes('child.adoption'))
        const fewest = Math.min(...reachable.map((paths) => paths.length), Infinity)
        const smallest = new Set(
          reachable.filter((paths) => paths.length === fewest).map((paths) => paths.join()),
        )
        const listed = flips.map((paths) => paths.slice().sort().join())
        // The slice cannot change what it holds fixed; what it can change must be listed when it is as small.
        const isComplete = [...smallest].every(
          (paths) => listed.includes(paths) || fewest > (flips[0]?.length ?? 0),
        )
        const isNoLonger = fewest >= (flips[0]?.length ?? Infinity)
        if (!isComplete || !isNoLonger)
          wrong.push(`${name(assignment)} ${code}: ${listed.join(' | ')}; ${[...smallest].join(' | ')}`)
      })
    }
    expect(wrong).toEqual([])
  })

  /** A parent's situation counts as one fact. */
  function changedFacts(from: Assignment, to: Assignment): string[] {
    const paths = dimensions.flatMap(({ path }, at) =>
      from[at] === to[at] ? [] : [path.replace(/^(parents\.\w+)\..*/, '$1')],
    )
    return [...new Set(paths)].sort()
  }
})
