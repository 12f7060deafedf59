import { readHousehold } from '@domain/eligibility/circumstances'
import type { Child, Household, Settings } from '@domain/eligibility/facts'
import { isPast, likenessOf } from '@domain/eligibility/likeness'
import { family, settings } from './families'
import { own, someDay } from './likenessOwn'

/*
 * Which values of a household of which nothing is known are this household's own: a value a rule cannot tell from the
 * household's is no change, every other one is. Today is 2026-03-31, the unknown household is read on 2000-01-01.
 */

const able = { ableToCare: true }
const gone = { dead: true }
const child = (more: Child, published: Partial<Settings> = {}): Household => ({
  ...family(able, gone, more),
  settings: { ...settings, ...published },
})

test('不认得的事实：报错，不猜', () => {
  const unknown = readHousehold({}, someDay)
  expect(() => likenessOf('child.name', unknown, unknown)).toThrow(
    new RangeError('a fact that is not compared'),
  )
})

test.each([
  ['child.adoption.registeredOn', true],
  ['parents.father.resumedCareOn', true],
  ['parents.mother.resumedCareOn', true],
  ['child.residencePermit.lastSignedOn', false],
  ['child.adoption', false],
])('%s 是过去的事，改不了：%s', (path, isSo) => {
  expect(isPast(path)).toBe(isSo)
})

describe('出生日期：到了哪些年龄', () => {
  const ages = (birthDate: string, rehabMaxAgeInclusive: number | null) =>
    own('child.birthDate', child({ birthDate }, { rehabMaxAgeInclusive }))
  test.each<[string, string, number | null, string[]]>([
    ['2岁', '2024-01-01', 7, ['2000-01-01']],
    ['2岁，康复到几岁没公布', '2024-01-01', null, ['2000-01-01']],
    ['3岁', '2023-03-31', 7, ['1997-01-01']],
    ['6岁', '2020-01-01', 7, ['1994-01-01']],
    ['7岁：康复还没有超过', '2019-03-31', 7, ['1994-01-01']],
    ['8岁：康复超过了', '2018-03-31', 7, ['1992-01-01']],
    ['8岁，康复到几岁没公布：和6岁一样', '2018-03-31', null, ['1994-01-01']],
    ['康复到0岁：1岁就超过了', '2024-06-01', 0, ['1999-01-01']],
    ['16岁', '2010-03-31', 7, ['1984-01-01']],
    ['差一天18岁', '2008-04-01', 7, ['1984-01-01']],
    ['这个月满18岁', '2008-03-31', 7, ['1982-01-01']],
    ['上个月满18岁', '2008-02-28', 7, ['1900-01-01']],
    ['30岁', '1996-01-01', 7, ['1900-01-01']],
  ])('%s', (_what, birthDate, last, alike) => {
    expect(ages(birthDate, last)).toEqual(alike)
  })

  test('不知道几岁：哪个年龄也不算自己的', () => {
    expect(own('child.birthDate', child({ birthDate: undefined }))).toEqual([])
  })
})

describe('居住证、收养、回来照顾的日子', () => {
  const recent = someDay
  const old = '1900-01-01'
  const adopted = (registeredOn?: string): Household => child({ adoption: { registeredOn } })
  const returned = (on: string | undefined, gradualExitMonths: number | null): Household => ({
    ...family({ resumedCareOn: on }, { resumedCareOn: on }),
    settings: { ...settings, gradualExitMonths },
  })
  const permit = (lastSignedOn?: string): Household =>
    child({ residencePermit: { held: true, lastSignedOn } })
  const signed = 'child.residencePermit.lastSignedOn'
  const registered = 'child.adoption.registeredOn'

  test.each<[string, string, Household, string[]]>([
    ['居住证签满一年的那天还有效', signed, permit('2025-03-31'), [recent]],
    ['居住证过了一年，无效', signed, permit('2025-03-30'), [old]],
    ['居住证哪天签的不知道', signed, permit(), []],
    ['没有居住证：新办的，哪天都行', signed, child({ residencePermit: { held: false } }), [recent, old]],
    [
      '有没有居住证不知道：有没有效也不知道',
      signed,
      child({ residencePermit: { lastSignedOn: '2026-01-01' } }),
      [],
    ],
    ['这个月收养', registered, adopted('2026-03-01'), [recent]],
    ['上个月收养', registered, adopted('2026-02-28'), [old]],
    ['哪天收养的不知道', registered, adopted(), []],
    ['没有收养：新的收养，哪天都行', registered, child({ adoption: null }), [recent, old]],
    ['收没收养不知道', registered, child({ adoption: undefined }), []],
  ])('%s', (_what, path, household, alike) => {
    expect(own(path, household)).toEqual(alike)
  })

  test.each<[string, string | undefined, number | null, string[]]>([
    ['渐退期没公布：哪天都一样', '2026-02-01', null, [recent, old]],
    ['渐退期没公布，没有回来过：也一样', undefined, null, [recent, old]],
    ['渐退期的最后一天', '2025-08-31', 7, [recent]],
    ['渐退期昨天过了', '2025-09-30', 6, [old]],
    ['没有回来过', undefined, 6, []],
  ])('%s', (_what, on, months, alike) => {
    for (const role of ['father', 'mother'] as const)
      expect(own(`parents.${role}.resumedCareOn`, returned(on, months))).toEqual(alike)
  })

  test('爸爸回来了，妈妈没有：各看各的', () => {
    const household = family({ resumedCareOn: '2026-02-01' }, gone)
    expect(own('parents.father.resumedCareOn', household)).toEqual([recent])
    expect(own('parents.mother.resumedCareOn', household)).toEqual([])
  })
})

test('给不给抚养费：爸爸妈妈各看各的', () => {
  const household = family({ paysMaintenance: true }, { paysMaintenance: false })
  expect(own('parents.father.paysMaintenance', household)).toEqual([true])
  expect(own('parents.mother.paysMaintenance', household)).toEqual([false])
  expect(own('parents.mother.paysMaintenance', family({}, {}))).toEqual([])
})

describe('父母的处境', () => {
  const lost = { lost: true, spans: [] }
  const cares = { lost: false, spans: [] }
  const father = (facts: Parameters<typeof family>[0]) => own('parents.father', family(facts, able))
  test('去世、服刑、能照顾是三回事', () => {
    expect(father(gone)).toEqual([lost])
    expect(father(able)).toEqual([cares])
    const [restricted] = father({ imprisoned: { termMonths: 12 } })
    expect(restricted).toMatchObject({ lost: false, spans: [{}] })
  })
})
