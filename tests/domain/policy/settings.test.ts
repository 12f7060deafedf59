import { readPublishedSettings, type PublishedSetting } from '@domain/policy/publishedSettings'
import { isSettingKey, maySet, nationalTerms, settingKeys, type SettingKey } from '@domain/policy/settingKeys'
import { settingOrigin, settingStanding, settingValueWords } from '@domain/policy/settingWords'
import {
  defaultSettings,
  policySettings,
  settingsForRules,
  settingsWith,
  type PolicySetting,
} from '@domain/policy/settings'
import type { AnySettingValue } from '@domain/policy/settingKinds'
import { policy } from '@domain/policy/version'

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `病种${at}`)

const rows = settingKeys.map((key): [SettingKey, PolicySetting<AnySettingValue>] => [
  key,
  policySettings[key],
])

describe('本版自带的数值', () => {
  test.each(rows)('%s：有标题、有公布的部门，没有英文', (_key, { title, publishedBy, source }) => {
    expect(title).toMatch(/^.{4,25}$/u)
    expect(publishedBy).toMatch(/部门$|残联$|妇联$/)
    expect(`${title}${publishedBy}${source ?? ''}`).not.toMatch(/[A-Za-z]/)
  })

  test.each(rows)('%s：没有一个是乌海公布过的；没有出处就没有数值', (key, { value, state, source }) => {
    expect(state).toBe(value === null ? 'notPublished' : 'assumed')
    expect(source === null).toBe(value === null)
    expect(settingStanding(key, policySettings[key])).not.toContain('乌海已公布')
  })

  test('渐退期、病种、金额、热线、参保时间都是空的，不编', () => {
    expect(rows.filter(([, { value }]) => value === null).map(([key]) => key)).toEqual([
      'gradualExitMonths',
      'seriousIllnesses',
      'nearSubsistenceMultiple',
      'chronicOutpatientIllnesses',
      'tekunWorkdays',
      'dibaoWorkdays',
      'tempAidWorkdays',
      'adoptedContinuationWorkdays',
      'tomorrowPlanWorkdays',
      'fucaiDreamWorkdays',
      'chronicOutpatientWorkdays',
      'medicalAidWorkdays',
      'rehabWorkdays',
      'homeAccessWorkdays',
      'housingWorkdays',
      'enrolmentWorkdays',
      'specialEduWorkdays',
      'studentAidWorkdays',
      'protectionHotline',
      'orphanInstitutionYuan',
      'orphanFamilyYuan',
      'unattendedYuan',
      'insurancePeriod',
      'menMayPair',
      'childDataOfficer',
      'childDataPhone',
      'caseKeptYears',
      'auditKeptDays',
      'sharingKeptDays',
    ])
  })

  test.each<[SettingKey, string, string | null]>([
    ['gradualExitAfterGraduation', '征求意见稿没有提到毕业后的渐退期', null],
    ['restrictedTermMonths', '民发〔2019〕62号（转述自厦门市海沧区）', '2022-06-21'],
    ['rehabMaxAgeInclusive', '新华社 呼和浩特 12月7日（年份没有确定）', null],
  ])('%s 的出处：%s', (key, source, date) => {
    expect(policySettings[key]).toMatchObject({ source, date })
  })

  test('判断用的正是这七项', () => {
    expect(defaultSettings).toEqual({
      gradualExitMonths: null,
      gradualExitAfterGraduation: false,
      restrictedTermMonths: 6,
      seriousIllnesses: null,
      rehabMaxAgeInclusive: 7,
      nearSubsistenceMultiple: null,
      chronicOutpatientIllnesses: null,
    })
  })
})

describe('说得清能信几分', () => {
  test.each<[SettingKey, string]>([
    ['gradualExitMonths', '还没公布。以民政部门公布为准。'],
    ['restrictedTermMonths', '全国的规定。以当地办理部门为准。'],
    ['rehabMaxAgeInclusive', '暂时这样算。以残联公布为准。'],
    ['streetWorkdays', '暂时这样算。以民政部门公布为准。'],
  ])('%s：%s', (key, words) => {
    expect(settingStanding(key, policySettings[key])).toBe(words)
  })

  test('公布了就这么说，带上文件和日期', () => {
    const { gradualExitMonths } = settingsWith([sixMonths])
    expect(settingStanding('gradualExitMonths', gradualExitMonths)).toBe('乌海已公布。')
    expect(settingOrigin(gradualExitMonths)).toBe('乌民发〔2026〕12号，2026年11月20日')
    expect(settingOrigin(policySettings.gradualExitMonths)).toBeUndefined()
    expect(settingOrigin(policySettings.rehabMaxAgeInclusive)).not.toContain('，')
  })

  test.each<[SettingKey, AnySettingValue, string]>([
    ['gradualExitMonths', 6, '6个月'],
    ['gradualExitAfterGraduation', true, '是'],
    ['menMayPair', false, '否'],
    ['rehabMaxAgeInclusive', 7, '7周岁'],
    ['nearSubsistenceMultiple', 1.5, '1.5倍'],
    ['seriousIllnesses', ['白血病', '尿毒症'], '白血病、尿毒症'],
    ['streetWorkdays', 15, '15个工作日'],
    ['protectionHotline', '12345', '12345'],
    ['insurancePeriod', '每年9月到12月', '每年9月到12月'],
    ['unattendedYuan', 1712.5, '1712.5元'],
    ['caseKeptYears', 10, '10年'],
    ['draftPhotoKeptDays', 30, '30天'],
    ['auditKeptDays', 180, '180天'],
    ['sharingKeptDays', 1096, '1096天'],
  ])('%s %j → %s', (key, value, words) => {
    expect(settingValueWords(key, value)).toBe(words)
  })
})

describe('部门能公布什么', () => {
  test.each<[SettingKey, readonly unknown[], readonly unknown[]]>([
    ['gradualExitMonths', [1, 6, 120], [0, -6, 121, 1.5, '6', null, NaN, Infinity, true, [6]]],
    ['gradualExitAfterGraduation', [true, false], [0, 1, '是', null]],
    ['rehabMaxAgeInclusive', [0, 7, 17, 25], [-1, 26, 6.5, '7']],
    ['nearSubsistenceMultiple', [1, 1.5, 2, 1.25, 10], [0.99, 0, 10.01, 1.555, 1e-7, '1.5']],
    [
      'seriousIllnesses',
      [['白血病'], ['白血病', '尿毒症'], numbered(100)],
      [numbered(101), [], [''], ['白血病', '白血病'], '白血病', [1], [' 白血病']],
    ],
    ['streetWorkdays', [1, 15, 250], [0, 251, 2.5]],
    [
      'protectionHotline',
      ['12345', '110', '0473-1234567', '04731234567', '13812345678'],
      ['12', '打12345', 12345, '0473-1234567;', '<12345>', '0473-123456', '0473--1234567'],
    ],
    [
      'insurancePeriod',
      ['每年9月到12月', '九月 到 十二月', '好'.repeat(100)],
      ['', ' 9月', '一行\n两行', '<b>9月</b>', '9月\u202e到12月', '9月\u0007', '\u200b', '好'.repeat(101)],
    ],
    ['unattendedYuan', [0.01, 1712, 1712.55, 100_000], [0, -1, 1712.555, 100_001]],
    ['caseKeptYears', [1, 10, 100], [0, 101, 2.5]],
    ['draftPhotoKeptDays', [1, 30, 3650], [0, 3651]],
    // 网络安全法 21: at least six months. PIPL 55–56: at least three years, of which one may be a leap year.
    ['auditKeptDays', [180, 365], [0, 30, 179]],
    ['sharingKeptDays', [1096, 3650], [0, 365, 1095]],
  ])('%s', (key, good, bad) => {
    expect(good.filter((value) => !maySet(key, value))).toEqual([])
    expect(bad.filter((value) => maySet(key, value))).toEqual([])
  })

  test('全国规定的期限，部门改不了', () => {
    expect(nationalTerms).toEqual(['restrictedTermMonths'])
    expect(maySet('restrictedTermMonths', 6)).toBe(false)
  })

  test.each(['', 'toString', '__proto__', 'gradualexitmonths', 7, null])('%j 不是一项', (key) => {
    expect(isSettingKey(key)).toBe(false)
  })
})

const sixMonths: PublishedSetting = {
  key: 'gradualExitMonths',
  value: 6,
  state: 'published',
  source: '乌民发〔2026〕12号',
  date: '2026-11-20',
}
const answer = (...settings: unknown[]) => ({
  policyVersion: policy.version,
  version: '0123456789abcdef',
  settings,
})
const read = (body: unknown) => readPublishedSettings(body, policy.version)

describe('外面来的数值，先查再用', () => {
  test('公布了六个月：判断按六个月，别的不变', () => {
    const told = read(answer(sixMonths))
    expect(told).toEqual({ version: '0123456789abcdef', settings: [sixMonths] })
    expect(settingsForRules(settingsWith(told?.settings ?? []))).toEqual({
      ...defaultSettings,
      gradualExitMonths: 6,
    })
    expect(policySettings.gradualExitMonths.value).toBeNull()
  })

  test('没有公布过，也是回答', () => {
    const nothing = { key: 'gradualExitMonths', value: null, state: 'notPublished', source: null, date: null }
    expect(read(answer(nothing))?.settings).toEqual([nothing])
    expect(read(answer())?.settings).toEqual([])
  })

  test('新版本多出来的项不认，其余照用', () => {
    expect(read(answer({ ...sixMonths, key: 'later' }, null, sixMonths))?.settings).toEqual([sixMonths])
  })

  test('全国规定的期限，外面来的也不认：题目还是照原来的问', () => {
    const told = read(answer({ ...sixMonths, key: 'restrictedTermMonths', value: 12 }))
    expect(told?.settings).toEqual([])
    expect(settingsForRules(settingsWith(told?.settings ?? [])).restrictedTermMonths).toBe(6)
  })

  test('多带的内容不留下', () => {
    expect(read(answer({ ...sixMonths, note: '<script>' }))?.settings).toEqual([sixMonths])
  })

  test.each<[string, unknown]>([
    ['没有回答', undefined],
    ['空', null],
    ['酒店的登录页', '<html>'],
    ['一个数', 7],
    ['一个列表', []],
    ['别的文本的', { ...answer(sixMonths), policyVersion: 'another' }],
    ['没有版本', { ...answer(sixMonths), version: undefined }],
    ['版本是别的东西', { ...answer(sixMonths), version: 'ZZ' }],
    ['不是列表', { ...answer(), settings: { gradualExitMonths: 6 } }],
    ['太多', answer(...Array.from({ length: 201 }, () => ({ key: 'x' })))],
    ['同一项两次', answer(sixMonths, { ...sixMonths, value: 12 })],
    ['一项对、一项错', answer(sixMonths, { ...sixMonths, key: 'rehabMaxAgeInclusive', value: 'seven' })],
    ['数值不对', answer({ ...sixMonths, value: 1e9 })],
    ['公布了却是空的', answer({ ...sixMonths, value: null })],
    ['没公布却有数值', answer({ ...sixMonths, state: 'notPublished' })],
    ['没公布却有日期', answer({ ...sixMonths, state: 'notPublished', value: null, source: null })],
    ['没有这种状态', answer({ ...sixMonths, state: 'certain' })],
    ['没有出处', answer({ ...sixMonths, source: null })],
    ['出处里有标签', answer({ ...sixMonths, source: '<img src=x>' })],
    ['公布了却没有日期', answer({ ...sixMonths, date: null })],
    ['没有这一天', answer({ ...sixMonths, date: '2026-02-30' })],
    ['暂时的数值，日期不对', answer({ ...sixMonths, state: 'assumed', date: 20261120 })],
  ])('%s：一个也不用', (_name, body) => {
    expect(read(body)).toBeUndefined()
  })
})
