import { Decisions } from '@domain/eligibility/decision'
import { areSame, nextId, variablesOf } from '@domain/eligibility/diagram'

/*
 * Reduced diagrams: what is equal is one object, what makes no difference is not there, and what is remembered is counted.
 */

/** How many entries a step adds. */
function added(decisions: Decisions, step: () => unknown): number {
  const before = decisions.size
  step()
  return decisions.size - before
}

describe('已知的事实', () => {
  test.each<[string, () => unknown, number]>([
    ['一个字：记一条', () => 'yes', 1],
    ['空：记一条', () => null, 1],
    ['没有：记一条', () => undefined, 1],
    ['每户新做的东西：只按内容记一条', () => ({ since: '2020-01-01' }), 1],
    ['固定的东西：按内容和按它自己，记两条', () => Object.freeze({ since: '2020-01-01' }), 2],
  ])('%s', (_what, make, count) => {
    const decisions = new Decisions()
    const value = make()
    expect(added(decisions, () => decisions.known(value))).toBe(count)
    expect(decisions.known(value).value).toBe(value)
    expect(added(decisions, () => decisions.known(value))).toBe(0)
  })

  test('内容一样的是同一个，内容不同的不是', () => {
    const decisions = new Decisions()
    expect(decisions.known({ a: 1 })).toBe(decisions.known({ a: 1 }))
    expect(decisions.known({ a: 1 })).not.toBe(decisions.known({ a: 2 }))
    expect(decisions.known('1')).not.toBe(decisions.known(1))
    expect(decisions.known(null)).not.toBe(decisions.known(undefined))
    expect(decisions.known(null).values).toEqual([null])
  })

  test('后来改了内容的东西，不当作还是原来的', () => {
    const decisions = new Decisions()
    const list = ['感冒']
    const first = decisions.known(list)
    list.push('尿毒症')
    expect(decisions.known(list)).not.toBe(first)
  })
})

describe('还不知道的事实', () => {
  test('只有一个值就是知道；占一个位置', () => {
    const decisions = new Decisions()
    expect(decisions.fact('a', ['only'])).toBe(decisions.known('only'))
    expect(decisions.fact('b', ['x', 'y']).on).toMatchObject({ order: 1, path: 'b', count: 2 })
    expect(decisions.yesOrNo('c', true)).toBe(decisions.known(true))
    expect(decisions.yesOrNo('d', undefined).on).toMatchObject({ order: 3, path: 'd', count: 2 })
  })

  test('同一个位置、同样的值：下一户用同一个；值不同：另一个', () => {
    const decisions = new Decisions()
    const ask = (values: string[]) => {
      decisions.startAt(5)
      return decisions.fact('a', values)
    }
    const first = ask(['x', 'y'])
    expect(added(decisions, () => ask(['x', 'y']))).toBe(0)
    expect(ask(['x', 'y'])).toBe(first)
    expect(ask(['x', 'z'])).not.toBe(first)
    expect(first.values).toEqual(['x', 'y'])
    // The fact itself, and the outcome z, which was not there before.
    expect(added(decisions, () => ask(['y', 'w']))).toBe(2)
  })
})

describe('规则读下来', () => {
  const decisions = new Decisions()
  const [first, second, third] = ['first', 'second', 'third'].map((path) =>
    decisions.yesOrNo(path, undefined),
  ) as [ReturnType<Decisions['yesOrNo']>, ReturnType<Decisions['yesOrNo']>, ReturnType<Decisions['yesOrNo']>]
  const both = () => decisions.decide((read) => read(first) && read(second))

  test('样样知道：答案也知道', () => {
    expect(decisions.decide((read) => (read(decisions.known(2)) > 1 ? 'yes' : 'no'))).toBe(
      decisions.known('yes'),
    )
    expect(decisions.decide(() => 'always')).toBe(decisions.known('always'))
    expect(decisions.decide((read) => read(decisions.known(2), (value) => value + 1))).toBe(
      decisions.known(3),
    )
  })

  test('不管是不是都一样：不算不知道', () => {
    expect(decisions.decide((read) => (read(first) ? 'same' : 'same'))).toBe(decisions.known('same'))
    expect(decisions.decide((read) => read(first) || !read(first))).toBe(decisions.known(true))
    expect(decisions.map(first, () => 'same')).toBe(decisions.known('same'))
  })

  test('再读一次是同一个图，不多记', () => {
    const made = both()
    expect(added(decisions, both)).toBe(0)
    expect(both()).toBe(made)
    expect(decisions.decide((read) => read(second) && read(first))).toBe(made)
  })

  test('新的图，每个节点多记一条', () => {
    const exclusive = () => decisions.decide((read) => read(first) !== read(third))
    // One node for each value of the first fact, and the one on top of them.
    expect(added(decisions, exclusive)).toBe(3)
    expect(added(decisions, exclusive)).toBe(0)
  })

  test('只问一点的，只按那一点分；问过的多记一条', () => {
    const stage = decisions.fact('stage', ['none', 'primary', 'junior'])
    const isPupil = (value: string) => value !== 'none'
    const ask = () => decisions.decide((read) => read(stage, isPupil))
    // The view, and the node of the two groups of stages.
    expect(added(decisions, ask)).toBe(2)
    expect(added(decisions, ask)).toBe(0)
    expect(ask().values).toEqual([false, true])
    const always = () => true
    expect(decisions.decide((read) => (read(stage, always) ? 'any' : 'none'))).toBe(decisions.known('any'))
  })

  test('在同一条路上问两次同一件事，答案是一个', () => {
    const seen: boolean[] = []
    decisions.decide((read) => {
      seen.push(read(first) === read(first))
      return read(second)
    })
    expect(seen).not.toContain(false)
  })

  test('取决于哪些事实，按事实的次序', () => {
    const made = decisions.decide((read) => (read(third) ? read(second) : read(first)))
    expect(variablesOf(made).map(({ path }) => path)).toEqual(['first', 'second', 'third'])
    expect(variablesOf(both()).map(({ path }) => path)).toEqual(['first', 'second'])
    expect(variablesOf(decisions.known(1))).toEqual([])
  })

  test('一件事在两条路上都要问，只列一次', () => {
    const made = decisions.decide((read) => (read(first) ? read(second) : !read(second)))
    expect(variablesOf(made).map(({ path }) => path)).toEqual(['first', 'second'])
  })
})

test('编号从来不重复，越来越大', () => {
  const ids = [nextId(), nextId(), nextId()]
  expect(ids).toEqual([...ids].sort((a, b) => a - b))
  expect(new Set(ids).size).toBe(3)
})

test('是不是同一个', () => {
  const decisions = new Decisions()
  const [yes, no] = [decisions.known('yes'), decisions.known('no')]
  expect(areSame([yes, yes, yes])).toBe(true)
  expect(areSame([yes, yes, no])).toBe(false)
})
