import { formatDate } from '@domain/calendar/date'
import { wuhaiTime } from '@domain/calendar/instant'
import { maySet, settingKeys, type SettingKey } from '@domain/policy/settingKeys'
import type { AnySettingValue } from '@domain/policy/settingKinds'
import { settingOrigin, settingStanding, settingValueWords } from '@domain/policy/settingWords'
import {
  defaultSettings,
  policySettings,
  type PolicySetting,
  type PolicySettings,
} from '@domain/policy/settings'
import type { SettingChange, SettingRow } from '../store/settings'

const longestKey = Math.max(...settingKeys.map((key) => key.length))

/** One line a setting: its name, what it is, its value, and how far that can be relied on. */
export function listLines(settings: PolicySettings): string[] {
  return settingKeys.map((key) => {
    const setting = settings[key]
    const value = setting.value === null ? '' : `${settingValueWords(key, setting.value)}。`
    return `${key.padEnd(longestKey)}  ${setting.title}：${value}${settingStanding(key, setting)}`
  })
}

/** Everything about one setting. */
export function settingLines(key: SettingKey, settings: PolicySettings): string[] {
  const setting: PolicySetting<AnySettingValue> = settings[key]
  const origin = settingOrigin(setting)
  return [
    `${key}  ${setting.title}`,
    ...(setting.value === null ? [] : [`  数值  ${settingValueWords(key, setting.value)}`]),
    `  状态  ${settingStanding(key, setting)}`,
    ...(origin === undefined ? [] : [`  出处  ${origin}`]),
    `  用处  ${key in defaultSettings ? '初步判断按它算。' : '先登记，判断不用它。'}`,
  ]
}

/** What became of `set` and `unset`. The same command twice is no mistake. */
export function changeLine({ key, value }: SettingChange, isNew: boolean): string {
  const what = policySettings[key].title
  if (value !== undefined) return isNew ? `改好了：${what}。手机下次联网时更新。` : '本来就是这样，没有再记。'
  return isNew ? `收回了：${what}。手机下次联网时更新。` : '没有公布过，不用收回。'
}

/** Every change of a setting, the first one first. */
export function historyLines(key: SettingKey, rows: readonly SettingRow[]): string[] {
  if (rows.length === 0) return [`${policySettings[key].title}：还没有改过。`]
  return rows.map((row) =>
    [
      String(row.revision),
      timeWords(row.set_at),
      row.value === null ? '收回' : storedWords(key, row.value),
      row.document_date === null ? row.source : `${row.source}，${formatDate(row.document_date)}`,
      row.set_by,
    ].join('  '),
  )
}

function timeWords(at: Date): string {
  const moment = wuhaiTime(at.toISOString())
  return moment ? `${moment.date} ${moment.time}` : ''
}

/** A value of an older release may be of another kind: it is printed as it lies there. */
function storedWords(key: SettingKey, json: string): string {
  const value: unknown = JSON.parse(json)
  return maySet(key, value) ? settingValueWords(key, value) : json
}
