import { type Result } from '@domain/eligibility/assessment'
import { type EntitlementCode } from '@domain/policy/provisions'
import { policy } from '@domain/policy/version'
import { type TagTone } from '@/ui/Tag'

// Every sentence of this room, in the order a family meets them.

export const check = {
  /** 第3题，大约还有4题 */
  step: (position: number, ahead: number) =>
    ahead > 0 ? `第 ${position} 题，大约还有 ${ahead} 题` : `第 ${position} 题，快答完了`,
  private: '不用登录，不会留下您的名字。答案不上传，也不存。',
  savedTitle: '这台手机上存着上次的答案。',
  savedMore: '可以接着用，也可以重新填。',
  useSaved: '用上次的答案',
  found: (count: number) => `已经看出 ${count} 项，可以先看结果`,
  next: '下一步',
  back: '上一步',
  home: '不答了',
  again: '从头再来',
  noAnswer: '还没有选。不知道就选“不清楚”。',
  noDate: '日期还没填好。不知道就选“不清楚”。',
}

export const places = {
  elsewhere: '不在乌海',
  innerMongolia: '内蒙古的其他地方',
  otherProvince: '外省',
  whichProvince: { 'child.hukou': '孩子的户口在哪个省？', 'child.residence': '孩子现在住在哪个省？' },
}

export const result = {
  pageTitle: '初步结果',
  lead: `这是初步判断，以部门认定为准。依据是${policy.status}。`,
  titles: {
    open: (count: number) => `有 ${count} 项现在可以申请`,
    going: (count: number) => `有 ${count} 项正在领或快到期`,
    later: (count: number) => `有 ${count} 项到时候可以申请`,
    unsure: (count: number) => `有 ${count} 项还要再确认`,
    none: '还有别的帮助可以试试',
  },
  unfinished: '还有问题没答。答完看得更准。',
  goOn: '接着答',
  settledBy: '弄清楚下面的，就能确定：',
  moreOpen: (count: number) => `还有 ${count} 题，在“我的回答”里改。`,
  applyFirst: '不清楚也可以先申请，由部门核实。',
  official: (name: string) => `政策里叫“${name}”。`,
  who: (department: string) => `谁负责：${department}。`,
  apply: '去申请',
  papers: '看要带什么',
  atTheOffice: '带材料到街道（镇）办，手机上还不能交。',
  already: '已经在领，不用再申请。',
  tryAlso: '还可以试试',
  tryAlsoLead: '下面这些，打 12345 问怎么办。',
  ways: '在哪里交材料',
  confidential: '涉及特殊疾病的儿童，可由区民政局专人保密办理。',
  myAnswers: '看我的回答，可以改',
  save: '把答案存在这台手机上',
  saved: '已存在这台手机上。在“我的”里能清除。',
  notSaved: '没存上。手机空间可能满了。',
  again: '换一个孩子，从头再来',
  home: '回首页',
  noAnswersTitle: '还没有答题',
  noAnswers: '先答几道题，才有结果。',
  start: '看看能领什么',
}

/** The groups of the result page, in its order. Source: experience §4. */
export const groups: readonly { result: Result; title: string; tag: string; tone: TagTone }[] = [
  { result: 'ELIGIBLE', title: '现在可以申请', tag: '可以申请', tone: 'done' },
  { result: 'AUTOMATIC', title: '不用申请，自动享受', tag: '自动享受', tone: 'done' },
  { result: 'ENDING', title: '快到期了', tag: '快到期了', tone: 'needed' },
  { result: 'NOT_YET', title: '到时候可以', tag: '到时候可以', tone: 'going' },
  { result: 'NEEDS_INFO', title: '还要再确认', tag: '还要再确认', tone: 'quiet' },
  { result: 'NOT_ELIGIBLE', title: '这次不符合', tag: '这次不符合', tone: 'quiet' },
]

export const alreadyTag = '正在领'

/**
 * Headings for names that tell the family's secret to whoever looks over a shoulder (law-and-rules §8); the
 * official name stands inside the card.
 */
export const neutralTitles: Partial<Record<EntitlementCode, string>> = {
  ORPHAN_ALLOWANCE: '儿童基本生活费',
}

export const answers = {
  title: '我的回答',
  lead: '改了一题，后面的题可能会变。',
  unknown: '不清楚',
  none: '还没有答题。',
  toResult: '看结果',
}

export const service = {
  lead: (title: string, gloss: string) => `${title}，给${gloss}。`,
  who: '谁可以申请',
  papers: '要带什么',
  papersLead: '少一两样也能先交，以后再补。',
  hint: (parts: readonly string[]) => `怎么拍：${parts.join('，')}。`,
  generalPapers: '父母的情况不同，材料也不同。先答几道题，就知道还要带哪些。',
  where: '到哪里办',
  howLong: '要多久',
  howLongSteps: (street: number, district: number) =>
    `街道（镇）最多 ${street} 个工作日。区民政局最多 ${district} 个工作日。`,
  cost: '要花钱吗',
  rights: '您要知道的',
  apply: '在手机上申请',
  check: '先看看能不能领',
}
