import { isIsoDate } from '@domain/calendar/date'
import { isSource } from '@domain/policy/publishedSettings'
import { isOfKind } from '@domain/policy/settingKinds'
import type { Appraisal } from '../privacy/retention/appraisal'
import { complianceKinds, type ComplianceKind } from '../store/tables'
import { readArgs } from './readArgs'

export interface ComplianceRecord {
  kind: ComplianceKind
  document: string
  date: string
  by: string
}

export type PrivacyCommand =
  | { kind: 'json' }
  | { kind: 'evidence' | 'held' }
  | { kind: 'release'; copyId: string; by: string }
  | { kind: 'record'; record: ComplianceRecord }

export type RetentionCommand = { kind: 'run' | 'report' } | { kind: 'appraise'; appraisal: Appraisal }

export type Parsed<C> = { ok: true; command: C } | { ok: false; fault: string }

export const privacyUsage = [
  '用法：',
  '  npm run register -- json                 登记册，机器能读',
  '  npm run register -- evidence             一年一次审计要的材料',
  '  npm run register -- record --kind impactAssessment|sharing --document 文号 --date 2026-11-20 [--by 姓名]',
  '  npm run register -- held                 等人看过才能给的副本',
  '  npm run register -- release 编号 --by 姓名',
].join('\n')

export const retentionUsage = [
  '用法：',
  '  npm run retention -- report',
  '  npm run retention -- run',
  '  npm run retention -- appraise 申请编号 --decision purge|freeze --document 文号 --date 2026-11-20 [--by 姓名]',
].join('\n')

interface Around {
  /** Calendar date in 乌海. */
  today: string
  /** Who runs it, when `--by` does not say. */
  user: string
}

const bad = (fault: string): { ok: false; fault: string } => ({ ok: false, fault })
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const caseNumber = /^\d{12}$/

/** Reads the words after `npm run register --`. */
export function parsePrivacyCommand(args: readonly string[], around: Around): Parsed<PrivacyCommand> {
  const typed = readArgs(args, ['kind', 'document', 'date', 'by'])
  if (!typed) return bad('有看不懂的参数。')
  const [name, ...words] = typed.words
  const { kind, ...rest } = typed.given
  if (name === 'json' || name === 'evidence' || name === 'held') {
    const isBare = words.length === 0 && Object.keys(typed.given).length === 0
    return isBare ? { ok: true, command: { kind: name } } : bad(`${name} 后面不用写别的。`)
  }
  if (name === 'release') return parseRelease(words, rest, around)
  if (name !== 'record') return bad(name ? '没有这个命令。' : '要写明做什么。')
  const known = complianceKinds.find((one) => one === kind && one !== 'appraisal')
  if (!known || words.length > 0) return bad('--kind 要写 impactAssessment 或 sharing。')
  const document = documentOf(rest, around)
  return document.ok
    ? { ok: true, command: { kind: 'record', record: { kind: known, ...document.value } } }
    : document
}

/** A copy is released by somebody with a name, never by whoever happens to sit at the computer. */
function parseRelease(
  words: readonly string[],
  given: { by?: string; document?: string; date?: string },
  { user }: Around,
): Parsed<PrivacyCommand> {
  const [copyId = '', ...more] = words
  const by = given.by?.trim() ?? ''
  if (!uuid.test(copyId) || more.length > 0) return bad('要写副本的编号，用 held 看得到。')
  if (!isOfKind('text', by) || by === user) return bad('--by 不对：写看过并同意给的人的姓名。')
  return { ok: true, command: { kind: 'release', copyId, by } }
}

type Document = { ok: true; value: Pick<ComplianceRecord, 'document' | 'date' | 'by'> }

function documentOf(
  given: { document?: string; date?: string; by?: string },
  { today, user }: Around,
): Document | { ok: false; fault: string } {
  const [document, date, by] = [given.document?.trim() ?? '', given.date ?? '', (given.by ?? user).trim()]
  if (!isSource(document)) return bad('--document 不对：写文号或文件名，一行，不超过 100 个字。')
  if (!isIsoDate(date)) return bad('--date 不对：写文件上的日期，如 2026-11-20。')
  if (date > today) return bad('--date 不对：文件的日期不能晚于今天。')
  if (!isOfKind('text', by)) return bad('--by 不对：写办这件事的人的姓名。')
  return { ok: true, value: { document, date, by } }
}

/** Reads the words after `npm run retention --`. */
export function parseRetentionCommand(args: readonly string[], around: Around): Parsed<RetentionCommand> {
  const typed = readArgs(args, ['decision', 'document', 'date', 'by'])
  if (!typed) return bad('有看不懂的参数。')
  const [name, ...words] = typed.words
  if (name === 'run' || name === 'report') {
    const isBare = words.length === 0 && Object.keys(typed.given).length === 0
    return isBare ? { ok: true, command: { kind: name } } : bad(`${name} 后面不用写别的。`)
  }
  if (name !== 'appraise') return bad(name ? '没有这个命令。' : '要写明做什么。')
  const number = words.join('').replace(/\s/g, '')
  const { decision } = typed.given
  if (!caseNumber.test(number)) return bad('要写 12 位的申请编号。')
  if (decision !== 'purge' && decision !== 'freeze') return bad('--decision 要写 purge 或 freeze。')
  const document = documentOf(typed.given, around)
  return document.ok
    ? {
        ok: true,
        command: { kind: 'appraise', appraisal: { caseNumber: number, decision, ...document.value } },
      }
    : document
}
