import { formatDate } from '@domain/calendar/date'
import type { AnySettingValue, SettingKind, SettingKinds } from './settingKinds'
import { nationalTerms, settingKinds, type SettingKey } from './settingKeys'
import type { PolicySetting } from './settings'

type Words = { readonly [Kind in SettingKind]: (value: SettingKinds[Kind]) => string }

const words: Words = {
  months: (months) => `${months}个月`,
  boolean: (isSo) => (isSo ? '是' : '否'),
  age: (years) => `${years}周岁`,
  multiple: (times) => `${times}倍`,
  list: (items) => items.join('、'),
  workdays: (days) => `${days}个工作日`,
  phone: (number) => number,
  text: (line) => line,
  yuan: (yuan) => `${yuan}元`,
  years: (years) => `${years}年`,
  days: (days) => `${days}天`,
  logDays: (days) => `${days}天`,
  recordDays: (days) => `${days}天`,
}

/** The value for a person, with its unit: 6个月, 1.5倍, 白血病、尿毒症. */
export function settingValueWords(key: SettingKey, value: AnySettingValue): string {
  const say = words[settingKinds[key]] as (value: AnySettingValue) => string
  return say(value)
}

/**
 * How far a setting can be relied on. Stands wherever its value stands: an assumption must never look like a
 * decision of 乌海.
 */
export function settingStanding(key: SettingKey, setting: PolicySetting<AnySettingValue>): string {
  const { state, publishedBy } = setting
  if (state === 'published') return '乌海已公布。'
  if (nationalTerms.includes(key)) return '全国的规定。以当地办理部门为准。'
  return state === 'assumed'
    ? `暂时这样算。以${publishedBy}公布为准。`
    : `还没公布。以${publishedBy}公布为准。`
}

/** Where the value comes from, with the day of the document; undefined while there is no source. */
export function settingOrigin({ source, date }: PolicySetting<AnySettingValue>): string | undefined {
  if (source === null) return undefined
  return date === null ? source : `${source}，${formatDate(date)}`
}
