import { settingKinds, type SettingKey } from '@domain/policy/settingKeys'
import { isOfKind, type AnySettingValue, type SettingKind } from '@domain/policy/settingKinds'

const yes = ['是', '有', '能', 'true']
const no = ['否', '没有', '不能', 'false']

const number = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined)
const asTyped = (text: string) => text

interface TextKind {
  read: (text: string) => unknown
  /** How a value is written, with an example. */
  expected: string
}

const kinds: Readonly<Record<SettingKind, TextKind>> = {
  months: { read: number, expected: '写 1 到 120 的整数，单位是月，如 6' },
  boolean: {
    read: (text) => (yes.includes(text) ? true : no.includes(text) ? false : undefined),
    expected: '写 是 或 否',
  },
  age: { read: number, expected: '写 0 到 25 的整数，单位是周岁，如 7' },
  multiple: { read: number, expected: '写 1 到 10 的数，最多两位小数，如 1.5' },
  list: {
    read: (text) => text.split(/[、，,；;]/).map((item) => item.trim()),
    expected: '写名称，用顿号分开，不重复，如 白血病、尿毒症',
  },
  workdays: { read: number, expected: '写 1 到 250 的整数，单位是工作日，如 15' },
  phone: { read: asTyped, expected: '写电话号码，如 12345 或 0471-1234567' },
  text: { read: asTyped, expected: '写一行字，不超过 100 个字' },
  yuan: { read: number, expected: '写元，最多两位小数，如 1200' },
  years: { read: number, expected: '写 1 到 100 的整数，单位是年，如 10' },
  days: { read: number, expected: '写 1 到 3650 的整数，单位是天，如 30' },
  logDays: { read: number, expected: '写 180 到 36500 的整数，单位是天；法律规定不少于 6 个月' },
  recordDays: { read: number, expected: '写 1096 到 36500 的整数，单位是天；法律规定不少于 3 年' },
}

/** An input method leaves digits in full width; names and documents keep the signs they were typed with. */
const wideKinds: readonly SettingKind[] = ['list', 'text']

export type ReadValue = { ok: true; value: AnySettingValue } | { ok: false; expected: string }

/** Reads the value of a setting as an administrator types it. */
export function readSettingText(key: SettingKey, typed: string): ReadValue {
  const kind = settingKinds[key]
  const { read, expected } = kinds[kind]
  const text = wideKinds.includes(kind) ? typed.trim() : typed.normalize('NFKC').trim()
  const value = read(text)
  return isOfKind(kind, value) ? { ok: true, value } : { ok: false, expected }
}
