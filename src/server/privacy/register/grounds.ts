import type { Ground } from './entry'

/** The family's case: why it is worked on and by what right. */
export const caseGround: Ground = {
  purpose: '办理孩子的补贴申请。',
  legalBasis: '个人信息保护法 29、31、34',
  consent: 'childData',
  receivers: ['street', 'district'],
  retention: 'filedCase',
}

export const draftGround: Ground = {
  ...caseGround,
  purpose: '收下家里拍的材料照片。',
  retention: 'draftPhoto',
}

export const consentGround: Ground = {
  purpose: '证明谁在什么时候同意了哪一版说明。',
  legalBasis: '个人信息保护法 14、17、29',
  consent: 'none',
  receivers: ['street', 'district'],
  retention: 'consent',
}

export const accountGround: Ground = {
  purpose: '认出是同一个人，不用再注册。',
  legalBasis: '个人信息保护法 34',
  consent: 'none',
  receivers: [],
  retention: 'account',
}

export const sessionGround: Ground = {
  ...accountGround,
  purpose: '登录以后才能看自己的。',
  retention: 'session',
}

export const rightsGround: Ground = {
  purpose: '办理本人查看、复制、更正、删除的要求。',
  legalBasis: '个人信息保护法 44 至 50',
  consent: 'none',
  receivers: ['street', 'district'],
  retention: 'consent',
}

export const requestKeyGround: Ground = {
  purpose: '同一次提交重发，不会办成两次。',
  legalBasis: '个人信息保护法 34',
  consent: 'none',
  receivers: [],
  retention: 'requestKey',
}

export const securityGround: Ground = {
  purpose: '查得出谁看过、办过，防止乱看乱改。',
  legalBasis: '网络安全法 21；未成年人网络保护条例 36',
  consent: 'none',
  receivers: [],
  retention: 'audit',
}

export const limitGround: Ground = {
  ...securityGround,
  purpose: '防止一个人反复试。',
  retention: 'limitUse',
}

export const messageGround: Ground = {
  purpose: '提醒家里事项有新进展，不写内容。',
  legalBasis: '个人信息保护法 13、34',
  consent: 'none',
  receivers: ['wechat'],
  retention: 'message',
}

export const staffGround: Ground = {
  purpose: '工作人员登录，按职责和辖区办理。',
  legalBasis: '个人信息保护法 34；未成年人网络保护条例 36',
  consent: 'none',
  receivers: [],
  retention: 'staff',
}

export const protectionGround: Ground = {
  purpose: '保护可能受伤害的孩子。',
  legalBasis: '未成年人保护法 11；个人信息保护法 18、35',
  consent: 'none',
  receivers: [],
  retention: 'protection',
}

export const publicGround: Ground = {
  purpose: '公布政策和办事的规则。',
  legalBasis: '不含个人信息',
  consent: 'none',
  receivers: [],
  retention: 'setting',
}

export const systemGround: Ground = { ...publicGround, purpose: '系统自己要用。', retention: 'system' }

export const complianceGround: Ground = {
  purpose: '证明做过影响评估、共享有依据。',
  legalBasis: '个人信息保护法 55、56',
  consent: 'none',
  receivers: [],
  retention: 'compliance',
}
