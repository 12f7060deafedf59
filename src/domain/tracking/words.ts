import type { CaseEventKind, CaseStatus } from './machine'

/** The two offices of a case, e.g. 海勃湾区凤凰岭街道 and 海勃湾区民政局. */
export interface Offices {
  intake: string
  deciding: string
}

interface StatusWords {
  /** For lists. Never by colour only. Source: experience §6. */
  short: string
  sentence: string
  /** Who has to act; absent when the case is over. */
  holder?: string
  next: string
}

/** `{intake}` and `{deciding}` stand for the offices. Sources: experience §6, reference §5, §5.2. */
const statusWords: Record<CaseStatus, StatusWords> = {
  submitted: {
    short: '已提交',
    sentence: '{intake}收到了您的申请。',
    holder: '{intake}',
    next: '先看材料齐不齐，再受理。',
  },
  accepted: {
    short: '街道已受理',
    sentence: '{intake}正在核对材料。',
    holder: '{intake}',
    next: '核对完，报给{deciding}。',
  },
  supplementRequested: {
    short: '需要您补材料',
    sentence: '{intake}请您补材料。',
    holder: '您',
    next: '您补好以后，接着往下办。',
  },
  verified: {
    short: '区里正在审核',
    sentence: '{deciding}正在审核。',
    holder: '{deciding}',
    next: '审核完，会告诉您结果。',
  },
  confirmed: {
    short: '已通过',
    sentence: '{deciding}已经通过。',
    next: '什么时候发，以{deciding}通知为准。家里情况有变化，请告诉{intake}。',
  },
  refused: {
    short: '没通过',
    sentence: '{deciding}没有通过。',
    next: '不服可以申请行政复议，也可以起诉。',
  },
  withdrawn: { short: '已撤回', sentence: '您撤回了这次申请。', next: '需要时，可以重新申请。' },
}

const eventWords: Record<CaseEventKind, string> = {
  submitted: '您提交了申请。',
  accepted: '{intake}受理了申请。',
  supplementRequested: '{intake}请您补材料。',
  supplementProvided: '您回复了要补的材料。',
  verified: '{intake}核对完，报给{deciding}。',
  confirmed: '{deciding}确认通过。',
  refused: '{deciding}没有通过。',
  withdrawn: '您撤回了申请。',
}

// Split and join: an office's name may hold `$`, which `replace` would read as a pattern.
const fill = (text: string, { intake, deciding }: Offices) =>
  text.split('{intake}').join(intake).split('{deciding}').join(deciding)

/** Short word for lists, e.g. 需要您补材料. */
export function shortStatus(status: CaseStatus): string {
  return statusWords[status].short
}

/** Where the case stands, e.g. 海勃湾区凤凰岭街道正在核对材料。 */
export function statusSentence(status: CaseStatus, offices: Offices): string {
  return fill(statusWords[status].sentence, offices)
}

/** Who has to act now: an office, or 您. Nothing when the case is over. */
export function whoHoldsIt(status: CaseStatus, offices: Offices): string | undefined {
  const { holder } = statusWords[status]
  return holder && fill(holder, offices)
}

/** What happens next, or what may still be done. No date: limits that are not published are not shown. */
export function nextThing(status: CaseStatus, offices: Offices): string {
  return fill(statusWords[status].next, offices)
}

/** One row of the timeline, e.g. 您回复了要补的材料。 */
export function eventSentence(kind: CaseEventKind, offices: Offices): string {
  return fill(eventWords[kind], offices)
}
