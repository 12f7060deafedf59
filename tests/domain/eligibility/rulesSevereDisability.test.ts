import type { Child, Disability, Household, Parent } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, family } from './families'

/*
 * “重残”有四种意思（参考资料 4.3）。Rows: kind and grade; columns: the four rules. A constant shared between two of them
 * turns a row red.
 */

type Kind = Disability['type']
type Rule = (disability: Disability) => boolean

const able: Omit<Parent, 'role'> = { ableToCare: true }
const unable: Omit<Parent, 'role'> = { ableToCare: false }
const disabled = (disability: Disability, child: Child = {}): Child => ({
  disabilities: [disability],
  illnesses: [],
  ...child,
})
const nearMargin = (household: Household): Household => ({
  ...household,
  household: { recognised: ['nearSubsistence'] },
})
const result = (code: Parameters<typeof answerOf>[0], household: Household) =>
  answerOf(code, household).result

const rules: Record<string, Rule> = {
  '父母重残（事实无人抚养）': (disability) =>
    result('DFUC_ALLOWANCE', family({ disabilities: [disability] }, { dead: true })) === 'ELIGIBLE',
  '孩子重残（单人户）': (disability) =>
    result('DIBAO_SINGLE', nearMargin(family(able, able, disabled(disability)))) === 'ELIGIBLE',
  // At 16 and older the ability to work is asked about only where no disability denies it.
  '无劳动能力（特困，17岁）': (disability) => {
    const household = family(unable, unable, disabled(disability, { birthDate: '2009-01-10' }))
    return !answerOf('TEKUN', household).reasons.some(({ text }) => text.includes('劳动能力'))
  },
  '困难重度残疾（无障碍改造）': (disability) =>
    result('HOME_ACCESS', nearMargin(family(able, able, disabled(disability)))) === 'ELIGIBLE',
}

const yes = true
const no = false
const kinds: Record<string, readonly Kind[]> = {
  视力: ['visual'],
  '听力、言语': ['hearing', 'speech'],
  肢体: ['physical'],
  '智力、精神': ['intellectual', 'mental'],
}

const table: readonly [
  kind: string,
  grade: number,
  parent: boolean,
  single: boolean,
  tekun: boolean,
  home: boolean,
][] = [
  ['视力', 1, yes, yes, yes, yes],
  ['视力', 2, yes, yes, no, yes],
  ['视力', 3, no, no, no, no],
  ['视力', 4, no, no, no, no],
  ['听力、言语', 1, yes, yes, no, yes],
  ['听力、言语', 2, yes, yes, no, yes],
  ['听力、言语', 3, no, no, no, no],
  ['听力、言语', 4, no, no, no, no],
  ['肢体', 1, yes, yes, yes, yes],
  ['肢体', 2, yes, yes, yes, yes],
  ['肢体', 3, no, no, no, no],
  ['肢体', 4, no, no, no, no],
  ['智力、精神', 1, yes, yes, yes, yes],
  ['智力、精神', 2, yes, yes, yes, yes],
  ['智力、精神', 3, yes, yes, yes, no],
  ['智力、精神', 4, yes, no, no, no],
]

describe.each(table)('%s%d级', (kind, grade, ...expected) => {
  test.each(Object.keys(rules).map((name, column) => [name, expected[column] ? '算' : '不算'] as const))(
    '%s：%s',
    (name, word) => {
      for (const type of kinds[kind] ?? []) {
        expect([type, rules[name]?.({ type, grade, certified: true })]).toEqual([type, word === '算'])
      }
    },
  )
})

test('没有残疾证的一级残疾：四条规则都不拒绝，也不当作已经符合', () => {
  const guess: Disability = { type: 'physical', grade: 1, certified: false }
  expect(result('DFUC_ALLOWANCE', family({ disabilities: [guess] }, { dead: true }))).toBe('NEEDS_INFO')
  for (const code of ['DIBAO_SINGLE', 'HOME_ACCESS'] as const)
    expect(result(code, nearMargin(family(able, able, disabled(guess))))).toBe('NEEDS_INFO')
})

describe('残疾证上不清楚的，问的就是那一样', () => {
  test.each<[string, Disability, EntitlementCode, string]>([
    ['没有残疾证', { type: 'physical', grade: 1, certified: false }, 'DIBAO_SINGLE', 'certified'],
    ['没有残疾证', { type: 'physical', grade: 1, certified: false }, 'HOME_ACCESS', 'certified'],
    ['不知道几级', { type: 'mental', certified: true }, 'DIBAO_SINGLE', 'grade'],
    [
      '多重残疾三级，不知道重的是哪一类',
      { type: 'multiple', grade: 3, certified: true },
      'DIBAO_SINGLE',
      'type',
    ],
  ])('%s：%j，%s', (_what, disability, code, asked) => {
    const { missing } = answerOf(code, nearMargin(family(able, able, disabled(disability))))
    expect(missing).toContain(`child.disabilities.${asked}`)
  })

  test('多重残疾二级：不管是哪一类，困难重度残疾都算', () => {
    const { missing } = answerOf(
      'HOME_ACCESS',
      family(able, able, disabled({ type: 'multiple', grade: 2, certified: true })),
    )
    expect(missing).not.toContain('child.disabilities.type')
  })
})
