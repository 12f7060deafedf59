import { policy } from '@domain/policy/version'
import { type TagTone } from '@/ui/Tag'
import { type GroupName } from './findings'

// Every sentence about results, in the order a family meets them: the list, the rows in it, one entitlement.

export const result = {
  lead: `这是初步判断，以部门认定为准。依据是${policy.status}。`,
  titles: {
    apply: (count: number) => `有 ${count} 项现在可以申请`,
    automatic: (count: number) => `有 ${count} 项不用申请就有`,
    held: (count: number) => `有 ${count} 项已经在享受`,
    ending: (count: number) => `有 ${count} 项快要结束`,
    almost: (count: number) => `有 ${count} 项还差一步`,
    instead: () => '还有别的帮助可以试试',
  },
  unfinished: '还有问题没答。答完看得更准。',
  goOn: '接着答',
  keyQuestion: (question: string) => `先弄清楚：${question}`,
  keyQuestionNote: (count: number) => `有 ${count} 项在等这个回答`,
  more: (count: number) => `还有 ${count} 项`,
  seeAll: '全部看一遍',
  groupTitle: (title: string, count: number) => `${title}（${count} 项）`,
  ways: '在哪里交材料',
  further: '还可以看',
  whatIf: { title: '情况变了会怎样', note: '改一个回答试试，不动真的回答' },
  ahead: { title: '以后会怎样', note: '什么时候结束，要交什么' },
  summary: { title: '拿给窗口看', note: '回答、结果、材料在一页上' },
  services: { title: '能办的事', note: '每一件怎么办，带什么' },
  myAnswers: { title: '看我的回答', note: '可以改' },
  confidential: '涉及特殊疾病的儿童，可由区民政局专人保密办理。',
  save: '把答案存在这台手机上',
  saved: '已存在这台手机上。在“我的”里能清除。',
  notSaved: '没存上。手机空间可能满了。',
  again: '换一个孩子，从头再来',
  home: '回首页',
  noAnswersTitle: '还没有答题',
  noAnswers: '先答几道题，才有结果。',
  start: '看看能领什么',
}

export interface GroupWords {
  title: string
  /** What the rows below have in common. */
  lead?: string
  tag: string
  tone: TagTone
}

/** The groups of the result page. Source: experience §4. */
export const groups: Readonly<Record<GroupName, GroupWords>> = {
  apply: { title: '可以申请', tag: '可以申请', tone: 'done' },
  automatic: { title: '自动享受', lead: '不用申请。', tag: '自动享受', tone: 'done' },
  held: { title: '已经在享受', tag: '正在享受', tone: 'done' },
  almost: { title: '还差一步', tag: '还差一步', tone: 'going' },
  ending: { title: '要结束了', tag: '快到期了', tone: 'needed' },
  instead: {
    title: '这次不符合，可以用别的',
    lead: '点开看为什么，什么变了会符合。',
    tag: '这次不符合',
    tone: 'quiet',
  },
}

export const rows = {
  askThere: (department: string) => `${department}负责`,
  noNeedToApply: (department: string) => `不用申请 · ${department}`,
  settledBy: (question: string) => `差一个回答：${question}`,
  settledByMany: (count: number) => `差 ${count} 个回答`,
  decidedBy: (department: string) => `可以先申请，${department}来定`,
  useInstead: (name: string) => `可以改用：${name}`,
  paidUntil: (month: string) => `发到${month}`,
  from: (day: string) => `${day}起`,
  later: '到时候可以',
  mayApply: '可以先申请',
  unsure: '还要再确认',
}

export const item = {
  unknownTitle: '没有找到这一项',
  toResults: '去看结果',
  more: '看详细',
  official: (name: string) => `政策里叫“${name}”。`,
  already: '已经在享受，不用再申请。',
  applyFirst: '不清楚也可以先申请，由部门核实。',
  quote: '政策怎么说',
  dates: {
    eligibleFrom: (day: string) => `最早的日子：${day}。`,
    receiptExpectedFrom: (day: string) => `派出所最早${day}出回执单。`,
    lastProtectedDay: (day: string) => `保障到${day}。`,
    lastPaidMonth: (month: string) => `钱发到${month}。`,
  },
  settle: '弄清楚这些，就能确定',
  settleByOffice: '这一项由部门来定，手机上定不了。',
  change: '什么变了，结果会变',
  changeLead: '下面任何一行变了，就可能符合。',
  together: '，并且',
  tryIt: '改一个回答试试',
  papers: '要带什么',
  noPapers: '不用带材料。',
  papersKnown: (count: number) => `一共 ${count} 样：`,
  seePapers: '看要带什么',
  askPapers: '要带什么，各地不一样。',
  askPapersOnce: '先打电话问，请对方一次说清楚。',
  nothingToBring: '不用带材料。没有享受到，再去问。',
  who: '找谁办',
  responsible: (department: string) => `${department}负责。`,
  notOnThePhone: '手机上还不能交，要到办的地方交。',
  anyStreet: '不知道去哪里，就去街道（镇）问。',
  rightToAnswer: '不给办，要写明理由告诉您。',
  instead: '可以改用',
  insteadLead: '这一项不行，下面的可以试试。',
  apply: '去申请',
  back: '回结果',
}
