/** What the service keeps of a family, in the order in which it is told. */
export const holdingKinds = [
  'account',
  'session',
  'application',
  'attachedPhoto',
  'loosePhoto',
  'caseEvent',
  'consent',
  'consentWithdrawal',
  'correction',
  'deletionRefusal',
  'copy',
  'requestKey',
  'message',
  'messageGrant',
  'auditEntry',
] as const
export type HoldingKind = (typeof holdingKinds)[number]

export const holdingWords: Record<HoldingKind, string> = {
  account: '账号',
  session: '登录记录',
  application: '交了的申请',
  attachedPhoto: '随申请交的照片',
  loosePhoto: '没提交的照片',
  caseEvent: '办理经过',
  consent: '同意的记录',
  consentWithdrawal: '撤回同意的记录',
  correction: '要求改信息的记录',
  deletionRefusal: '关于删除的答复',
  copy: '要副本的记录',
  requestKey: '防重复提交的记录',
  message: '办事进展的提醒',
  messageGrant: '同意收提醒的记录',
  auditEntry: '查看和办理的记录',
}
