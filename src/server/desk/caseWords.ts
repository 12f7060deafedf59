import type { CaseEventKind, CaseKind, CaseStatus, Procedure } from '@domain/tracking/machine'
import type { CaseWay } from '@domain/tracking/words'
import type { StaffEventKind } from '../usecases/decisions'

/** A step that is one button, or one text and a button. */
interface StepWords {
  title: string
  hint: string
  button: string
  /** What a person reads after it is done. */
  done: string
}

/** As in the words for families: the common ones, then what a procedure changes, then what a kind changes. */
interface Words<Key extends string, Text> {
  common: Record<Key, Text>
  procedures: Partial<Record<Procedure, Partial<Record<Key, Text>>>>
  kinds: Partial<Record<CaseKind, Partial<Record<Key, Text>>>>
}

function say<Key extends string, Text>(
  words: Words<Key, Text>,
  key: Key,
  { procedure, kind }: CaseWay,
): Text {
  return words.kinds[kind]?.[key] ?? words.procedures[procedure]?.[key] ?? words.common[key]
}

const statuses: Words<CaseStatus, string> = {
  common: {
    submitted: '新提交，等受理',
    accepted: '已受理，等查验',
    supplementRequested: '等家里补材料',
    verified: '已报区里，等确认',
    forwarded: '已转出，等户口所在地答复',
    confirmed: '已确认',
    refused: '不予确认',
    withdrawn: '家里撤回了',
  },
  procedures: {
    districtAlone: { accepted: '已受理，等决定' },
    passedOn: {
      accepted: '已受理，等转出',
      confirmed: '户口所在地通过了',
      refused: '户口所在地没有通过',
    },
  },
  kinds: {
    request: { submitted: '新来的，等接手', accepted: '正在办', confirmed: '办好了', refused: '没办成' },
    notice: { submitted: '新告知，等收下', accepted: '已收下', confirmed: '记下了', refused: '要再商量' },
  },
}

const events: Words<CaseEventKind, string> = {
  common: {
    submitted: '家里提交了申请',
    accepted: '街道受理了申请',
    supplementRequested: '街道要求补正',
    supplementProvided: '家里回复了要补的材料',
    verified: '街道查验通过，报给区里',
    forwarded: '街道转给了户口所在地',
    confirmed: '区里确认',
    refused: '区里不予确认',
    withdrawn: '家里撤回了申请',
  },
  procedures: {
    districtAlone: { accepted: '区里受理了申请', supplementRequested: '区里要求补正' },
    passedOn: { confirmed: '户口所在地通过了', refused: '户口所在地没有通过' },
  },
  kinds: {
    request: {
      submitted: '家里提交了',
      accepted: '接手了',
      confirmed: '办好了',
      refused: '没有办成',
      withdrawn: '家里说不用办了',
    },
    notice: {
      submitted: '家里告知了',
      accepted: '收下了',
      confirmed: '记下了',
      refused: '要和家里再商量',
      withdrawn: '家里撤回了告知',
    },
  },
}

const steps: Words<StaffEventKind, StepWords> = {
  common: {
    accepted: {
      title: '受理',
      hint: '材料基本齐了，收下来办。',
      button: '受理',
      done: '已受理。家里现在就能看到。',
    },
    supplementRequested: {
      title: '要求补正',
      hint: '选上要补的材料，每样写一句为什么。家里会看到这句话。',
      button: '要求补正',
      done: '已要求补正。家里补交以后，会回到待办。',
    },
    verified: {
      title: '查验通过',
      hint: '材料和情况都核对过，报给区里决定。',
      button: '查验通过，报区里',
      done: '已查验通过，报给区里。',
    },
    forwarded: {
      title: '转给户口所在地',
      hint: '先在全国儿童福利信息系统里转过去，再点这里。',
      button: '已经转过去了',
      done: '记下了：已转给户口所在地。有了答复，再来写。',
    },
    confirmed: {
      title: '确认',
      hint: '确认以后不能改回来。',
      button: '确认符合条件',
      done: '已确认。家里现在就能看到。',
    },
    refused: {
      title: '不予确认',
      hint: '写给家里看。写清楚哪一条不符合',
      button: '不予确认，告诉家里',
      done: '已写明理由，不予确认。家里现在就能看到。',
    },
  },
  procedures: {
    passedOn: {
      confirmed: {
        title: '户口所在地通过了',
        hint: '写给家里看。写清楚那边怎么答复的、从哪天起',
        button: '通过了，告诉家里',
        done: '已写明答复。家里现在就能看到。',
      },
      refused: {
        title: '户口所在地没有通过',
        hint: '写给家里看。写清楚那边说的理由',
        button: '没有通过，告诉家里',
        done: '已写明答复。家里现在就能看到。',
      },
    },
  },
  kinds: {
    request: {
      accepted: {
        title: '接手',
        hint: '由您来办，家里会看到。',
        button: '接手',
        done: '接手了。家里现在就能看到。',
      },
      confirmed: {
        title: '办好了',
        hint: '事情办完了再点，点了不能改回来。',
        button: '办好了',
        done: '办好了。家里现在就能看到。',
      },
      refused: {
        title: '没办成',
        hint: '写给家里看。写清楚为什么没办成，还能找谁',
        button: '没办成，告诉家里',
        done: '已写明理由。家里现在就能看到。',
      },
    },
    notice: {
      accepted: {
        title: '收下',
        hint: '由您来看，家里会看到。',
        button: '收下',
        done: '收下了。家里现在就能看到。',
      },
      confirmed: {
        title: '记下',
        hint: '告诉了村（居）委会再点，点了不能改回来。',
        button: '记下了',
        done: '记下了。家里现在就能看到。',
      },
      refused: {
        title: '要再商量',
        hint: '写给家里看。写清楚哪里要再商量、怎么联系',
        button: '要再商量，告诉家里',
        done: '已写明理由。家里现在就能看到。',
      },
    },
  },
}

/** Where a case stands, as the people of the offices say it. */
export const statusWords = (status: CaseStatus, way: CaseWay): string => say(statuses, status, way)

/** What happened, for the history of a case. */
export const eventWords = (event: CaseEventKind, way: CaseWay): string => say(events, event, way)

/** What a person can do, and what is read once it is done. */
export const stepWords = (step: StaffEventKind, way: CaseWay): StepWords => say(steps, step, way)
