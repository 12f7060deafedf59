import { isIsoDate } from '@domain/calendar/date'
import type { AffectedQuery } from '../audit/affected'
import { readArgs } from './readArgs'

export type AuditCommand =
  { kind: 'verify'; headFile?: string } | { kind: 'head' } | { kind: 'affected'; query: AffectedQuery }

export type Parsed = { ok: true; command: AuditCommand } | { ok: false; fault: string }

export const usage = [
  '用法：',
  '  npm run audit -- verify [--head 文件]',
  '  npm run --silent audit -- head > 文件        存到别的电脑上，尾部被删掉也看得出来',
  '  npm run audit -- affected --actor 工作人员编号 --from 2026-11-01 --to 2026-11-30',
  '  npm run audit -- affected --object 办件编号 [--from 日期] [--to 日期]',
].join('\n')

const options = ['head', 'actor', 'object', 'from', 'to'] as const
type Given = Partial<Record<(typeof options)[number], string>>

const taken: Record<AuditCommand['kind'], readonly (typeof options)[number][]> = {
  verify: ['head'],
  head: [],
  affected: ['actor', 'object', 'from', 'to'],
}

const bad = (fault: string): Parsed => ({ ok: false, fault })

/**
 * Reads the words after `npm run audit --`.
 * @returns the command, or one Chinese line that names the first thing wrong
 */
export function parseAuditCommand(args: readonly string[]): Parsed {
  const read = readArgs(args, options)
  if (!read) return bad('有看不懂的参数。')
  const { words, given } = read
  const kind = (Object.keys(taken) as AuditCommand['kind'][]).find((name) => name === words[0])
  if (!kind || words.length !== 1) return bad(words[0] ? '没有这个命令。' : '要写明做什么。')
  const extra = options.find((name) => given[name] !== undefined && !taken[kind].includes(name))
  if (extra) return bad(`${kind} 不用 --${extra}。`)
  if (kind === 'verify') return { ok: true, command: { kind, headFile: given.head } }
  return kind === 'head' ? { ok: true, command: { kind } } : readAffected(given)
}

function readAffected({ actor, object, from, to }: Given): Parsed {
  if (!actor && !object) return bad('affected 要写 --actor 或 --object。')
  for (const day of [from, to])
    if (day !== undefined && !isIsoDate(day)) return bad('日期不对：写成 2026-11-20。')
  const period = { ...(from && { from: startOf(from) }), ...(to && { to: endOf(to) }) }
  return { ok: true, command: { kind: 'affected', query: { actor, object, ...period } } }
}

/** A day in 乌海 (UTC+8). */
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`)
const endOf = (day: string) => new Date(startOf(day).getTime() + 24 * 60 * 60 * 1000)
