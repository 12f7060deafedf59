import type { SettingKey } from '@domain/policy/settingKeys'

/** How long a kind of record is kept, and by whose word. */
export interface RetentionClock {
  title: string
  /** The setting with the period; `limit`: a limit of the server; `with`: as long as something else. */
  period: { setting: SettingKey } | { limit: string } | { with: string } | { fixed: string }
  source: string
}

/** Every kind of record with its clock. What nobody has published is kept. Source: law-and-rules §6. */
export const retentionClocks = {
  filedCase: {
    title: '交了的申请、照片和决定',
    period: { setting: 'caseKeptYears' },
    source: '档案法实施条例 19、24',
  },
  draftPhoto: {
    title: '没提交的照片',
    period: { setting: 'draftPhotoKeptDays' },
    source: '个人信息保护法 19、47',
  },
  consent: { title: '同意的记录', period: { with: 'filedCase' }, source: '个人信息保护法 17' },
  account: {
    title: '账号',
    period: { fixed: '到本人删除；交过申请的，和申请一样久' },
    source: '个人信息保护法 47',
  },
  session: {
    title: '用完的登录记录',
    period: { setting: 'sessionKeptDays' },
    source: '个人信息保护法 19',
  },
  loginCode: {
    title: '用过的微信登录码',
    period: { limit: 'loginCodeKeptMs' },
    source: '个人信息保护法 19',
  },
  requestKey: {
    title: '防重复提交的记录',
    period: { setting: 'requestKeyKeptDays' },
    source: '个人信息保护法 19',
  },
  copy: { title: '要副本的记录', period: { setting: 'copyKeptDays' }, source: '个人信息保护法 19' },
  message: { title: '发过的提醒', period: { with: 'filedCase' }, source: '个人信息保护法 19' },
  limitUse: { title: '次数限制的计数', period: { fixed: '2 天' }, source: '个人信息保护法 19' },
  audit: {
    title: '查看和办理的记录',
    period: { setting: 'auditKeptDays' },
    source: '网络安全法 21，不少于六个月',
  },
  compliance: {
    title: '影响评估和共享的记录',
    period: { setting: 'sharingKeptDays' },
    source: '个人信息保护法 55、56，不少于三年',
  },
  protection: { title: '保护记录', period: { fixed: '由民政部门定' }, source: '未成年人保护法 11' },
  staff: {
    title: '工作人员账号',
    period: { fixed: '和他们办过的申请一样久' },
    source: '个人信息保护法 34',
  },
  setting: { title: '部门公布的数值', period: { fixed: '一直留着' }, source: '公开的信息' },
  system: { title: '系统自己的记录', period: { fixed: '一直留着' }, source: '不含个人信息' },
  notStored: { title: '不存', period: { fixed: '用完就没有了' }, source: '个人信息保护法 19' },
} as const satisfies Readonly<Record<string, RetentionClock>>

export type RetentionKind = keyof typeof retentionClocks
