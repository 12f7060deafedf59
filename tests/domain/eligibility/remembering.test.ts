import { Decisions } from '@domain/eligibility/decision'
import { decisionsForNext, once, placed, remembered, withAll } from '@domain/eligibility/remembering'

interface Facts {
  decisions: Decisions
  age: number
  school?: string
  name: string
  placed?: unknown[]
}
const decisions = new Decisions()
const family = (more: Partial<Facts> = {}): Facts => ({ decisions, age: 10, name: '甲', ...more })

const find = (facts: Facts) => (facts.age < 18 ? 'minor' : (facts.school ?? 'none'))

/** `find` remembered, and how often it had to look. */
function counted() {
  let looks = 0
  const ask = remembered((facts: Facts) => {
    looks += 1
    return find(facts)
  })
  return { ask, looks: () => looks }
}

describe('remembered', () => {
  it.each<[string, Partial<Facts>, Partial<Facts>, number]>([
    ['没有读的事实不同：不用再看', { name: '甲' }, { name: '乙' }, 1],
    ['没有读到的那一步不同：不用再看', { school: 'a' }, { school: 'b' }, 1],
    ['读过的事实不同：再看一次', { age: 10 }, { age: 11 }, 2],
    ['读到的第二个事实不同：再看一次', { age: 20, school: 'a' }, { age: 20, school: 'b' }, 2],
    ['不知道和知道不同：再看一次', { age: 20 }, { age: 20, school: 'b' }, 2],
  ])('%s', (_, first, second, times) => {
    for (const prepared of [(facts: Facts) => facts, placed<Facts>]) {
      const { ask, looks } = counted()
      for (const more of [first, second, first, second])
        expect(ask(prepared(family(more)))).toBe(find(family(more)))
      expect(looks()).toBe(times)
    }
  })

  it('另一批家庭：再看一次，只记住最近的一批', () => {
    const { ask, looks } = counted()
    const others = new Decisions()
    for (const more of [{}, {}, { decisions: others }, { decisions: others }, {}]) ask(family(more))
    expect(looks()).toBe(3)
  })

  it('看的时候被问到另一批家庭：答案是对的，不混在一起', () => {
    const others = new Decisions()
    const ask: (facts: Facts) => string = remembered((facts: Facts) =>
      facts.age === 10 ? `${ask(family({ decisions: others, age: 30 }))} of ${facts.age}` : find(facts),
    )
    for (let count = 0; count < 3; count += 1) expect(ask(family())).toBe('none of 10')
    expect(ask(family({ decisions: others, age: 10 }))).toBe('none of 10')
    expect(ask(family({ age: 30 }))).toBe('none')
  })

  it('事实各在各的位置上，后来加的也在', () => {
    const { ask, looks } = counted()
    const named = (age: number) => withAll(placed(family({ age: 20 })), { age: () => age })
    expect([30, 10, 30, 10].map((age) => ask(named(age)))).toEqual(['none', 'minor', 'none', 'minor'])
    expect(looks()).toBe(2)
    expect(named(30).age).toBe(30)
  })

  it('没有位置的事实也能加', () => {
    expect(withAll(family(), { age: () => 40, name: ({ age }) => `${age}岁` })).toMatchObject({
      age: 40,
      name: '40岁',
    })
  })

  it('许多不同的值，都记得住', () => {
    const { ask, looks } = counted()
    const ages = Array.from({ length: 40 }, (_, at) => at)
    const schools = [undefined, 'a', 'b', 'c', 'd']
    const asked = ages.concat(ages).flatMap((age) => schools.map((school) => family({ age, school })))
    expect(asked.map(ask)).toEqual(asked.map(find))
    expect(looks()).toBe(18 + 22 * schools.length)
  })

  it('读两次同一个事实，只记一步；记了几步，就算几步', () => {
    const own = new Decisions()
    const ask = remembered((facts: Facts) => [facts.age, facts.age, facts.name, facts.age].join())
    ask(family({ decisions: own }))
    expect(own.size).toBe(2)
    ask(family({ decisions: own }))
    expect(own.size).toBe(2)
    ask(family({ decisions: own, age: 11 }))
    expect(own.size).toBe(4)
  })

  it('一个套一个：里面读过的，外面也算读过', () => {
    const isMinor = remembered((facts: Facts) => facts.age < 18)
    const word = remembered((facts: Facts) => (isMinor(facts) ? 'minor' : 'adult'))
    expect([10, 30, 10, 30].map((age) => word(family({ age })))).toEqual(['minor', 'adult', 'minor', 'adult'])
    const other = remembered((facts: Facts) => (isMinor(facts) ? 'minor' : 'adult'))
    expect([30, 10].map((age) => other(placed(family({ age }))))).toEqual(['adult', 'minor'])
  })
})

describe('once', () => {
  it('同样的文字，同一个东西；另一批家庭有自己的', () => {
    const own = new Decisions()
    const made = once(own, 'a', () => ({ of: 'a' }))
    expect(once(own, 'a', () => ({ of: 'a' }))).toBe(made)
    expect(once(own, 'b', () => ({ of: 'b' }))).toEqual({ of: 'b' })
    expect(own.size).toBe(2)
    expect(once(new Decisions(), 'a', () => ({ of: 'a' }))).not.toBe(made)
  })
})

describe('记多少', () => {
  it('十万条以内一直用同一批，多了换一批新的', () => {
    const first = decisionsForNext()
    first.size = 100_000
    expect(decisionsForNext()).toBe(first)
    first.size = 100_001
    const second = decisionsForNext()
    expect(second).not.toBe(first)
    expect(second.size).toBe(0)
    expect(decisionsForNext()).toBe(second)
  })
})
