import type { CaseEventKind, CaseKind, CaseStatus, Procedure } from './machine'

/** The two offices of a case, by name; one and the same where one works alone. */
export interface Offices {
  /** Takes the papers, e.g. 海勃湾区凤凰岭街道. */
  intake: string
  /** Decides, e.g. 海勃湾区民政局. */
  deciding: string
}

/** What the words of a case depend on, beside where it stands. */
export interface CaseWay {
  procedure: Procedure
  kind: CaseKind
}

interface StatusWords {
  /** For lists. Never by colour only. Source: experience §6. */
  short: string
  sentence: string
  /** Who has to act; absent when the case is over. */
  holder?: string
  next: string
}

type Changes<Key extends string, Words> = Partial<Record<Key, Partial<Words>>>

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
  forwarded: {
    short: '已转给户口所在地',
    sentence: '材料已转给{deciding}。',
    holder: '{intake}',
    next: '那边审完，{intake}会告诉您。',
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

const statusOfProcedure: Record<Procedure, Changes<CaseStatus, StatusWords>> = {
  streetThenDistrict: {},
  districtAlone: {
    accepted: { short: '区里已受理', sentence: '{intake}正在审核。', next: '审核完，会告诉您结果。' },
  },
  streetAlone: {
    accepted: { sentence: '{intake}正在办。', next: '办好了，会告诉您。' },
  },
  passedOn: {
    accepted: { next: '材料齐了，转给{deciding}。' },
    confirmed: { next: '怎么发、发多少，按户口所在地。家里情况有变化，请告诉那里。' },
  },
}

/** Nothing is decided about a right: the office has helped, or has not. */
const statusOfKind: Record<CaseKind, Changes<CaseStatus, StatusWords>> = {
  application: {},
  request: {
    submitted: { sentence: '{intake}收到了您说的事。', next: '看过以后，会和您联系。' },
    confirmed: { short: '已办好', sentence: '{deciding}办好了。', next: '还有别的事，可以再来说。' },
    refused: { short: '没办成', sentence: '{deciding}没有办成。', next: '不满意，可以打政府热线。' },
    withdrawn: { sentence: '您不用办了。', next: '需要时，可以再来说。' },
  },
  notice: {
    submitted: { sentence: '{intake}收到了您的告知。', next: '看过以后，转给村（居）委会。' },
    accepted: { short: '街道已收下', sentence: '{intake}正在看。', next: '看完，会告诉您。' },
    confirmed: { short: '已告知', sentence: '{deciding}已经记下。', next: '换人照顾，请再告诉一次。' },
    refused: { short: '要再商量', sentence: '{deciding}想和您再商量。', next: '会有人和您联系。' },
    withdrawn: { sentence: '您撤回了这次告知。', next: '需要时，可以再告诉一次。' },
  },
}

const eventWords: Record<CaseEventKind, string> = {
  submitted: '您提交了申请。',
  accepted: '{intake}受理了申请。',
  supplementRequested: '{intake}请您补材料。',
  supplementProvided: '您回复了要补的材料。',
  verified: '{intake}核对完，报给{deciding}。',
  forwarded: '{intake}转给了{deciding}。',
  confirmed: '{deciding}确认通过。',
  refused: '{deciding}没有通过。',
  withdrawn: '您撤回了申请。',
}

const eventOfKind: Record<CaseKind, Partial<Record<CaseEventKind, string>>> = {
  application: {},
  request: {
    submitted: '您提交了。',
    accepted: '{intake}开始办。',
    confirmed: '{deciding}办好了。',
    refused: '{deciding}没有办成。',
    withdrawn: '您说不用办了。',
  },
  notice: {
    submitted: '您提交了告知。',
    accepted: '{intake}收下了告知。',
    confirmed: '{deciding}记下了。',
    refused: '{deciding}想和您再商量。',
    withdrawn: '您撤回了告知。',
  },
}

function wordsOf(status: CaseStatus, { procedure, kind }: CaseWay): StatusWords {
  return { ...statusWords[status], ...statusOfProcedure[procedure][status], ...statusOfKind[kind][status] }
}

// Split and join: an office's name may hold `$`, which `replace` would read as a pattern.
const fill = (text: string, { intake, deciding }: Offices) =>
  text.split('{intake}').join(intake).split('{deciding}').join(deciding)

/** Short word for lists, e.g. 需要您补材料. */
export function shortStatus(status: CaseStatus, way: CaseWay): string {
  return wordsOf(status, way).short
}

/** Where the case stands, e.g. 海勃湾区凤凰岭街道正在核对材料。 */
export function statusSentence(status: CaseStatus, way: CaseWay, offices: Offices): string {
  return fill(wordsOf(status, way).sentence, offices)
}

/** Who has to act now: an office, or 您. Nothing when the case is over. */
export function whoHoldsIt(status: CaseStatus, way: CaseWay, offices: Offices): string | undefined {
  const { holder } = wordsOf(status, way)
  return holder && fill(holder, offices)
}

/** What happens next, or what may still be done. No date: limits that are not published are not shown. */
export function nextThing(status: CaseStatus, way: CaseWay, offices: Offices): string {
  return fill(wordsOf(status, way).next, offices)
}

/** One row of the timeline, e.g. 您回复了要补的材料。 */
export function eventSentence(event: CaseEventKind, way: CaseWay, offices: Offices): string {
  return fill(eventOfKind[way.kind][event] ?? eventWords[event], offices)
}
