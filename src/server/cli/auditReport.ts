import { formatCaseNumber } from '@domain/tracking/caseNumber'
import type { Affected } from '../audit/affected'
import type { Flaw, FlawKind, Verified } from '../audit/verify'

const flawWords: Record<FlawKind, string> = {
  altered: '被改过',
  missing: '不见了',
  tailCut: '起，尾部不见了',
  replaced: '被换掉了',
  unknownKey: '用的密钥找不到',
  startAltered: '之前的开头被改过',
}

function flawLine({ kind, chain, position, sequence }: Flaw): string {
  const number = sequence === undefined ? '' : `流水号 ${sequence}，`
  return `第一条有问题的记录：${number}第 ${chain} 链第 ${position} 条，${flawWords[kind]}。`
}

/** What a verification found, the first bad row first. */
export function verifiedLines({ rows, late, unlinked, flaws }: Verified): string[] {
  const [first, ...others] = flaws
  return [
    first ? flawLine(first) : `核对了 ${rows} 条，前后都连得上。`,
    ...(others.length > 0 ? [`另外还有 ${others.length} 条链也有问题。`] : []),
    ...(late > 0 ? [`其中 ${late} 条是旧版本或命令写的，后来才接上。`] : []),
    ...(unlinked > 0 ? [`还有 ${unlinked} 条没有接上，服务运行一分钟后再核对。`] : []),
  ]
}

/** One line a family and actor; numbers only, tab between. */
export function affectedLines(rows: readonly Affected[]): string[] {
  // Who was only asked for and not shown is in the lines and not in the sum.
  const reached = rows.filter(({ actions }) => actions.some((action) => action !== 'accessRefused'))
  const families = new Set(reached.flatMap(({ accountId }) => accountId ?? []))
  const cases = new Set(reached.flatMap(({ applicationId }) => applicationId ?? []))
  return [
    `涉及 ${families.size} 户，${cases.size} 件。`,
    ...rows.map((row) =>
      [
        row.caseNumber ? formatCaseNumber(row.caseNumber) : (row.applicationId ?? '不是办件'),
        `户 ${row.accountId ?? '无'}`,
        row.staffNumber ?? row.actorKind,
        `${row.times} 次`,
        row.first.toISOString(),
        row.last.toISOString(),
        row.actions.join(' '),
      ].join('\t'),
    ),
  ]
}
