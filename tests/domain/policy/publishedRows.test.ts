import { readPublishedSettings, type PublishedSetting } from '@domain/policy/publishedSettings'
import { isOfKind, type SettingKind } from '@domain/policy/settingKinds'
import {
  defaultSettings,
  policySettings,
  settingsForRules,
  settingsWith,
  type PolicySettings,
} from '@domain/policy/settings'
import { policy } from '@domain/policy/version'

/*
 * Settings from outside at the edges of what is taken: half a table would be a table nobody published. Reference §0.3:
 * what is not published carries no value; what is assumed may have no date.
 */

const assumed: PublishedSetting = {
  key: 'rehabMaxAgeInclusive',
  value: 9,
  state: 'assumed',
  source: '新华社',
  date: null,
}
const body = (settings: readonly unknown[], version: unknown = '0123456789abcdef') => ({
  policyVersion: policy.version,
  version,
  settings,
})
const read = (given: unknown) => readPublishedSettings(given, policy.version)

describe('暂时的数值', () => {
  test.each<[string, PublishedSetting, boolean]>([
    ['没有日期，可以', assumed, true],
    ['有日期，可以', { ...assumed, date: '2018-12-07' }, true],
    ['没有这一天，不行', { ...assumed, date: '2018-02-30' }, false],
    ['日期装在列表里，不行', { ...assumed, date: ['2018-12-07'] as unknown as string }, false],
    ['没有出处，不行', { ...assumed, source: null }, false],
    ['没有数值，不行', { ...assumed, value: null }, false],
  ])('%s', (_what, row, isTaken) => {
    expect(read(body([row]))?.settings).toEqual(isTaken ? [row] : undefined)
  })
})

describe('没有公布的，什么都不带', () => {
  const nothing = { key: 'gradualExitMonths', value: null, state: 'notPublished', source: null, date: null }
  test.each<[string, object, boolean]>([
    ['都是空的，可以', {}, true],
    ['带了数值，不行', { value: 6 }, false],
    ['带了出处，不行', { source: '乌民发〔2026〕12号' }, false],
    ['带了日期，不行', { date: '2026-11-20' }, false],
  ])('%s', (_what, more, isTaken) => {
    expect(read(body([{ ...nothing, ...more }])) !== undefined).toBe(isTaken)
  })
})

describe('版本', () => {
  test.each<[string, unknown, boolean]>([
    ['十六位', 'fedcba9876543210', true],
    ['前面多一位', '00123456789abcdef', false],
    ['后面多一位', '0123456789abcdef0', false],
    ['少一位', '0123456789abcde', false],
    ['大写', '0123456789ABCDEF', false],
    ['列表里装着一个版本', ['0123456789abcdef'], false],
  ])('%s', (_what, version, isTaken) => {
    expect(read(body([assumed], version)) !== undefined).toBe(isTaken)
  })
})

test('二百行还读，二百零一行不读', () => {
  const rows = (count: number) => [assumed, ...Array.from({ length: count - 1 }, () => ({ key: 'later' }))]
  expect(read(body(rows(200)))?.settings).toEqual([assumed])
  expect(read(body(rows(201)))).toBeUndefined()
})

test.each<[SettingKind, unknown, boolean]>([
  ['text', '好'.repeat(100), true],
  ['text', '好'.repeat(101), false],
  ['text', '9月 到 12月', true],
  ['text', '9月\t到12月', false],
  ['list', Array.from({ length: 100 }, (_, at) => `病种${at}`), true],
  ['list', Array.from({ length: 101 }, (_, at) => `病种${at}`), false],
  ['months', 120, true],
  ['months', 121, false],
  ['phone', '04731234567', true],
  ['phone', '010-12345678', true],
  ['phone', '0473-123456', false],
  ['days', 3650, true],
  ['days', 3651, false],
  ['logDays', 36_500, true],
  ['logDays', 36_501, false],
])('%s：%j 行不行', (kind, value, isTaken) => {
  expect(isOfKind(kind, value)).toBe(isTaken)
})

describe('毕业以后的渐退期', () => {
  const rulesWith = (value: boolean | null) => {
    const { gradualExitAfterGraduation } = policySettings
    const told: PolicySettings = {
      ...policySettings,
      gradualExitAfterGraduation: { ...gradualExitAfterGraduation, value },
    }
    return settingsForRules(told).gradualExitAfterGraduation
  }
  test.each<[string, boolean | null, boolean]>([
    ['公布说有：有', true, true],
    ['公布说没有：没有', false, false],
    ['没有公布：当作没有', null, false],
  ])('%s', (_what, value, expected) => {
    expect(rulesWith(value)).toBe(expected)
  })

  test('公布一项，只换这一项', () => {
    const published: PublishedSetting = {
      key: 'gradualExitAfterGraduation',
      value: true,
      state: 'published',
      source: '乌民发〔2026〕12号',
      date: '2026-11-20',
    }
    expect(settingsForRules(settingsWith([published]))).toEqual({
      ...defaultSettings,
      gradualExitAfterGraduation: true,
    })
  })
})
