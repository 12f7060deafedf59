import { isIsoDate } from '@domain/calendar/date'
import { isSource } from '@domain/policy/publishedSettings'
import { isOfKind } from '@domain/policy/settingKinds'
import { isSettingKey, nationalTerms, settingKeys, type SettingKey } from '@domain/policy/settingKeys'
import { policySettings } from '@domain/policy/settings'
import type { SettingChange } from '../store/settings'
import { readArgs } from './readArgs'
import { readSettingText } from './settingText'

export type SettingsCommand =
  { kind: 'list' } | { kind: 'get' | 'history'; key: SettingKey } | { kind: 'change'; change: SettingChange }

export type Parsed = { ok: true; command: SettingsCommand } | { ok: false; fault: string }

/** What a command takes from around it. */
export interface Surroundings {
  /** Calendar date in 乌海. */
  today: string
  /** Who runs it, when `--by` does not say. */
  user: string
}

export const usage = [
  '用法：',
  '  npm run settings -- list',
  '  npm run settings -- get 名称',
  '  npm run settings -- set 名称 数值 --source 文号 --date 2026-11-20 [--by 姓名]',
  '  npm run settings -- unset 名称 --source 文号 [--date 2026-11-20] [--by 姓名]',
  '  npm run settings -- history 名称',
].join('\n')

const bad = (fault: string): Parsed => ({ ok: false, fault })

const options = ['source', 'date', 'by'] as const
type Option = (typeof options)[number]
type Given = Partial<Record<Option, string>>

interface Grammar {
  /** What follows the command's name, in order. */
  words: readonly string[]
  required: readonly Option[]
  optional: readonly Option[]
}

const commands = {
  list: { words: [], required: [], optional: [] },
  get: { words: ['名称'], required: [], optional: [] },
  set: { words: ['名称', '数值'], required: ['source', 'date'], optional: ['by'] },
  unset: { words: ['名称'], required: ['source'], optional: ['date', 'by'] },
  history: { words: ['名称'], required: [], optional: [] },
} as const satisfies Readonly<Record<string, Grammar>>
type CommandName = keyof typeof commands

/**
 * Reads the words after `npm run settings --`.
 * @returns the command, or one Chinese line that names the first thing wrong
 */
export function parseSettingsCommand(args: readonly string[], around: Surroundings): Parsed {
  const read = readArgs(args, options)
  if (!read) return bad('有看不懂的参数。')
  const [typed, ...words] = read.words
  const name = (Object.keys(commands) as CommandName[]).find((one) => one === typed)
  if (!name) return bad(typed ? '没有这个命令。' : '要写明做什么。')
  const fault = grammarFault(name, words, read.given)
  if (fault) return bad(fault)
  if (name === 'list') return { ok: true, command: { kind: name } }
  const [key, value = ''] = words
  if (!isSettingKey(key)) return bad(`没有这个名称。可以用：\n${keyLines()}`)
  if (name === 'get' || name === 'history') return { ok: true, command: { kind: name, key } }
  return name === 'set' ? readSet(key, value, read.given, around) : readChange({ key }, read.given, around)
}

function grammarFault(name: CommandName, words: readonly string[], given: Given): string | undefined {
  const grammar: Grammar = commands[name]
  const taken = [...grammar.required, ...grammar.optional]
  const extra = (Object.keys(given) as Option[]).find((option) => !taken.includes(option))
  if (extra) return `${name} 不用 --${extra}。`
  const absent = grammar.words[words.length]
  if (absent) return `${name} 少了${absent}。`
  if (words.length > grammar.words.length) return `${name} 多写了东西。有空格的内容要加引号。`
  const missing = grammar.required.find((option) => !given[option]?.trim())
  return missing && `${name} 少了 --${missing}。`
}

const keyLines = () => settingKeys.map((key) => `  ${key.padEnd(28)}${policySettings[key].title}`).join('\n')

function readSet(key: SettingKey, typed: string, given: Given, around: Surroundings): Parsed {
  if (nationalTerms.includes(key)) return bad(`${key} 是全国规定的期限，不能在这里改。`)
  const read = readSettingText(key, typed)
  return read.ok
    ? readChange({ key, value: read.value }, given, around)
    : bad(`${key} 的数值不对：${read.expected}。`)
}

function readChange(
  what: Pick<SettingChange, 'key' | 'value'>,
  given: Given,
  { today, user }: Surroundings,
): Parsed {
  const source = given.source?.trim() ?? ''
  if (!isSource(source)) return bad('--source 不对：写文号或文件名，一行，不超过 100 个字。')
  const { date } = given
  if (date !== undefined && !isIsoDate(date)) return bad('--date 不对：写文件上的日期，如 2026-11-20。')
  if (date !== undefined && date > today) return bad('--date 不对：文件的日期不能晚于今天。')
  const by = (given.by ?? user).trim()
  if (!isOfKind('text', by)) return bad('--by 不对：写办这件事的人的姓名。')
  return { ok: true, command: { kind: 'change', change: { ...what, source, by, ...(date && { date }) } } }
}
