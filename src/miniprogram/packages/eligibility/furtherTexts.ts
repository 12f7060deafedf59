import { policy } from '@domain/policy/version'

// The sentences of what follows the results: what if, the page for the counter, what comes later.

export const whatIf = {
  mark: '这是假设，不是真的结果。',
  markMore: '真的回答没有动。按今天的日子算。',
  title: '情况变了会怎样？',
  lead: '选一题，换个回答试试。真的回答不会动。',
  now: (answer: string) => `现在：${answer}`,
  notAsked: '还没问过',
  notAskedYet: '没问过',
  back: '回结果',
  noAnswer: '还没有选。',
  dont: '不试了',
  see: '看会怎样',
  outcome: '如果这样，会有变化',
  nothingChanges: '如果这样，结果都不变',
  instead: (answer: string, now: string) => `${answer}（现在：${now}）`,
  followUp: '再答一题，看得更准：',
  gained: '会多出来',
  lost: '会没有了',
  other: '会变一变',
  before: (tag: string) => `现在：${tag}`,
  after: (tag: string) => `变成：${tag}`,
  same: (count: number) => `其他 ${count} 项不变。`,
  another: '再改一题',
  leave: '回真的结果',
}

export const summary = {
  title: '拿给窗口看',
  lead: `按家里的回答算出来的。以部门认定为准，依据是${policy.status}。`,
  madeOn: (day: string) => `${day}在手机上答的`,
  screenshot: '可以截屏，也可以把手机给窗口看。',
  print: '打印这一页',
  answers: '家里的回答',
  groups: {
    apply: '想申请',
    automatic: '应当自动享受',
    held: '已经在享受',
    almost: '想问清楚',
    ending: '快到期',
    instead: '',
  },
  papers: '要带的材料',
  papersFor: (name: string) => `办“${name}”要带：`,
  askPapers: '其他各项要带什么，请窗口一次说清楚。',
  unanswered: (count: number) => `还有 ${count} 题答的是“不清楚”。`,
  back: '回结果',
}

export const ahead = {
  title: '以后会怎样',
  lead: `按现在的回答算。以部门认定为准，依据是${policy.status}。`,
  nothing: '现在看不出以后的变化',
  nothingMore: '孩子还没有认定的保障，或者有的日子还不清楚。',
  kinds: {
    handIn: '要做的事',
    ends: '会结束的',
    continues: '会继续的',
    begins: '以后会有的',
  },
  whole: '所有保障',
  noDay: '日子还定不了',
  tell: '家里有变化，请告诉街道（镇）。',
  tellMore: '比如爸爸妈妈回来了、孩子毕业了、搬家了。',
  back: '回结果',
}
