import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { partsOfCase, type CopiedCase } from './copyCase'
import { line, moment, photoLines, type CopiedPhoto, type Part } from './copyParts'
import { holdingReasons, holdingWords, type HoldingKind } from './holdings'

/** Everything the service holds about an account. The contract's `CopyContent` has this and more. */
export interface Copy {
  madeAt: string
  account: { createdAt: string }
  kinds: readonly { kind: HoldingKind; count: number }[]
  cases: readonly CopiedCase[]
  frozenCases: readonly { caseNumber: string; frozenAt: string }[]
  loosePhotos: readonly CopiedPhoto[]
}

/**
 * The copy of one's own data as a family reads it: headings, one fact a line, no code and no foreign word but what
 * somebody typed. What was not told is left out or called so, never "no".
 * Source: PIPL 45.
 */
export function copyText(copy: Copy): string {
  const parts = [
    headOf(copy),
    ...copy.cases.reduce<Part[]>((all, one) => all.concat(partsOfCase(one)), []),
    { heading: '【只存着、不再使用的申请】', lines: copy.frozenCases.map(frozenLine) },
    { heading: '【没提交的照片】', lines: photoLines(copy.loosePhotos) },
    { heading: '【一共存了什么，为什么存】', lines: kindLines(copy) },
  ]
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(textOf)
    .join('\n')
}

const textOf = ({ heading, lines }: Part) => [heading, ...lines, ''].join('\n')

function headOf({ madeAt, account }: Copy): Part {
  return {
    heading: '【我的信息】',
    lines: [
      line('这一份是什么时候做的', moment(madeAt)),
      line('账号从什么时候起', moment(account.createdAt)),
      '里面有姓名和身份证号，请收好。',
      '没写出来的，就是没有说到，不等于没有。',
    ],
  }
}

const frozenLine = ({ caseNumber, frozenAt }: Copy['frozenCases'][number]) =>
  line(`编号 ${formatCaseNumber(caseNumber)}`, `从${moment(frozenAt)}起不再使用。要看，请找街道（镇）。`)

function kindLines({ kinds }: Copy): string[] {
  return kinds
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => {
      const { unit, why } = holdingReasons[kind]
      return line(holdingWords[kind], `${count}${unit}。${why}`)
    })
}
