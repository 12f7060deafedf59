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

/** How many of a kind, in its own counting word, and why it is kept. Source: server/privacy/register. */
export const holdingReasons: Readonly<Record<HoldingKind, { unit: string; why: string }>> = {
  account: { unit: '个', why: '认出是您，不用再注册。' },
  application: { unit: '件', why: '办您的申请。' },
  attachedPhoto: { unit: '张', why: '核对申请里写的情况。' },
  loosePhoto: { unit: '张', why: '等您接着填，再提交。' },
  session: { unit: '次', why: '登录以后，才看得到自己的。' },
  caseEvent: { unit: '条', why: '看得出办到哪一步、谁办的。' },
  consent: { unit: '条', why: '证明您什么时候同意了什么。' },
  consentWithdrawal: { unit: '条', why: '记住您不同意了，不再使用。' },
  correction: { unit: '条', why: '要求改什么，怎么答复。' },
  deletionRefusal: { unit: '条', why: '您随时能再看这份答复。' },
  copy: { unit: '次', why: '记住您要过，到时候能取。' },
  requestKey: { unit: '条', why: '网不好重发，不会办两次。' },
  message: { unit: '条', why: '有进展就提醒，不写内容。' },
  messageGrant: { unit: '次', why: '您同意了，才发提醒。' },
  auditEntry: { unit: '条', why: '您看过什么，办过什么。' },
}
