import { Decisions } from '@domain/eligibility/decision'
import type { Decision } from '@domain/eligibility/diagram'
import { smallestChanges, waysTo } from '@domain/eligibility/smallestChanges'

/*
 * The smallest changes on small diagrams: three facts a, b, c of which each is so (second value) or not (first value).
 */

const decisions = new Decisions()
const fact = (place: number, path: string, values: readonly unknown[] = [false, true]): Decision<unknown> => {
  decisions.startAt(place)
  return decisions.fact(path, values)
}
const [a, b, c] = ['a', 'b', 'c'].map((path, place) => fact(place, path)) as [
  Decision<unknown>,
  Decision<unknown>,
  Decision<unknown>,
]

type Rule = (a: () => unknown, b: () => unknown, c: () => unknown) => unknown
const outcome = (rule: Rule) =>
  decisions.decide((read) =>
    rule(
      () => read(a),
      () => read(b),
      () => read(c),
    )
      ? 'yes'
      : 'no',
  )

const no = 1
const yes = 2
const unknown = 0
const nothingFixed = () => false

const changes = (rule: Rule, own: readonly number[], isFixed: (path: string) => boolean = nothingFixed) =>
  smallestChanges(waysTo(outcome(rule), 'yes'), (place) => own[place] ?? unknown, isFixed).map((paths) =>
    paths.join(' + '),
  )

const all: Rule = (a, b, c) => a() && b() && c()
const any: Rule = (a, b, c) => a() || b() || c()
const two: Rule = (a, b, c) => Number(a()) + Number(b()) + Number(c()) >= 2

test.each<[string, Rule, number[], string[]]>([
  ['三样都要，都有了：不用改', all, [yes, yes, yes], ['']],
  ['三样都要，缺一样', all, [yes, no, yes], ['b']],
  ['三样都要，缺两样：两样一起改', all, [no, yes, no], ['a + c']],
  ['三样都要，一样也没有', all, [no, no, no], ['a + b + c']],
  ['三样都要，一样不知道：也要改', all, [yes, yes, unknown], ['c']],
  ['有一样就行，一样也没有：哪样都行', any, [no, no, no], ['c', 'b', 'a']],
  ['有一样就行，有了', any, [no, yes, no], ['']],
  ['三样要两样，有一样：另外两样哪样都行', two, [yes, no, no], ['c', 'b']],
  ['三样要两样，一样也没有：任意两样', two, [no, no, no], ['b + c', 'a + c', 'a + b']],
  ['怎么改都不行', () => false, [no, no, no], []],
])('%s', (_what, rule, own, expected) => {
  expect(changes(rule, own)).toEqual(expected)
})

describe('改不了的事', () => {
  const isFixed = (path: string) => path === 'b'
  test.each<[string, Rule, number[], string[]]>([
    ['三样都要，缺的那样改不了：没有办法', all, [yes, no, yes], []],
    ['三样都要，改不了的那样已经有了', all, [no, yes, yes], ['a']],
    ['有一样就行：不说改不了的那样', any, [no, no, no], ['c', 'a']],
    ['三样要两样：只说另外两样', two, [no, no, no], ['a + c']],
  ])('%s', (_what, rule, own, expected) => {
    expect(changes(rule, own, isFixed)).toEqual(expected)
  })
})

describe('一件事有好几种情况', () => {
  const stage = fact(10, 'stage', ['none', 'primary', 'junior'])
  const other = fact(11, 'other')
  const atSchool = decisions.decide((read) => (read(stage) !== 'none' && read(other) ? 'yes' : 'no'))
  const ways = waysTo(atSchool, 'yes')
  const changed = (stages: number, others: number) =>
    smallestChanges(ways, (place) => (place === 10 ? stages : others), nothingFixed)

  test('小学和初中一样：一条路，两种值', () => {
    expect(ways.nodes.map(({ exits }) => exits)).toEqual([[{ to: -1, values: 2 }], [{ to: 0, values: 6 }]])
    expect(ways.facts).toEqual([11, 10])
  })

  test.each<[string, number, number, string[][]]>([
    ['在上小学', 2, 2, [[]]],
    ['在上初中', 4, 2, [[]]],
    ['不上学', 1, 2, [['stage']]],
    ['不上学，另一件也不是', 1, 1, [['other', 'stage']]],
  ])('%s', (_what, stages, others, expected) => {
    expect(changed(stages, others)).toEqual(expected)
  })

  test('两条路走到一样的改动：只说一次', () => {
    const x = fact(20, 'x')
    const y = fact(21, 'y')
    const same = decisions.decide((read) => (read(x) === read(y) ? 'no' : 'yes'))
    expect(smallestChanges(waysTo(same, 'yes'), () => unknown, nothingFixed)).toEqual([['x', 'y']])
  })

  test('同一件事在两条路上：只列一次', () => {
    const x = fact(20, 'x')
    const y = fact(21, 'y')
    const same = decisions.decide((read) => (read(x) === read(y) ? 'no' : 'yes'))
    expect(waysTo(same, 'yes').facts).toEqual([21, 20])
  })
})

describe('找过的记住', () => {
  test('一样的家庭，答案是同一个；事实不同，各找各的', () => {
    const ways = waysTo(outcome(all), 'yes')
    const ask = (own: number[]) => smallestChanges(ways, (place) => own[place] ?? unknown, nothingFixed)
    const first = ask([no, yes, yes])
    expect(ask([no, yes, yes])).toBe(first)
    expect(ask([yes, no, yes])).toEqual([['b']])
    expect(ask([no, yes, yes])).toBe(first)
  })

  test('记满两千家就清空，不会一直多下去', () => {
    const ways = waysTo(outcome(all), 'yes')
    const ask = (bits: number) =>
      smallestChanges(ways, (place) => (place === 0 ? bits * 4 + 1 : 2), nothingFixed)
    for (let bits = 0; bits < 2000; bits += 1) ask(bits)
    expect(ways.found.size).toBe(2000)
    expect(ask(2000)).toEqual([['a']])
    expect(ways.found.size).toBe(1)
  })
})
