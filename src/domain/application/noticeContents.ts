import type { ConsentKind } from './consents'
import type { DataKind } from './dataKinds'

/**
 * What a notice about children's data has to say, field by field.
 * Source: law-and-rules §4; PIPL 17, 30; 儿童个人信息网络保护规定 8–10.
 */
export interface NoticeContent {
  kind: ConsentKind
  /** Changes whenever a word of the text changes; an older version does not count for a new submission. */
  version: string
  /** ISO calendar date from which this version is in force. */
  validFrom: string
  title: string
  /** The question the family answers with 同意 or 不同意. */
  question: string
  /** Without it nothing can be submitted. */
  required: boolean
  responsibleBody: string
  purposes: readonly string[]
  /** Why it cannot be done without. */
  necessity: string
  kindsOfData: readonly DataKind[]
  /** The kinds in the family's words. */
  dataWords: readonly string[]
  receivers: readonly string[]
  /** What it means for the child and the family. */
  effects: readonly string[]
  storagePlace: string
  whatHappensAtExpiry: string
  securityMeasures: readonly string[]
  consequencesOfRefusal: string
  howToRefuse: string
  howToViewCopyCorrectDelete: readonly string[]
  howToWithdraw: readonly string[]
  complaintChannel: string
}

/** The same in every notice. */
const shared = {
  responsibleBody: '乌海市民政局。',
  storagePlace: '存在办理这件事的服务器上，加密保存。',
  whatHappensAtExpiry: '到期以后删除，或者只存档、不再使用。',
  securityMeasures: ['只有办这件事的人能看。', '谁看过都有记录。', '名单不对外公布。'],
  howToRefuse: '选“不同意”就行，不用写理由。',
  howToViewCopyCorrectDelete: [
    '在“我的”里打开“我的信息”，自己就能办。',
    '您可以看存了什么，可以要一份。',
    '写错的、缺的，可以要求改。',
    '可以要求删除。不能删的，会写明理由。',
  ],
  howToWithdraw: ['您可以撤回同意，也在“我的信息”里办。', '撤回以后就不再使用。以前办的不受影响。'],
  complaintChannel: '有意见可以打 12345。',
} as const

/** Source: law-and-rules §3, §4 (fields of the notice); PIPL 14–17, 28–31; 儿童个人信息网络保护规定 8–10. */
export const noticeContents: Record<ConsentKind, NoticeContent> = {
  childData: {
    ...shared,
    kind: 'childData',
    version: 'childData-3',
    validFrom: '2026-11-25',
    title: '孩子的信息',
    question: '您同意为这次申请使用孩子的信息吗？',
    required: true,
    purposes: ['办您申请的这件事。'],
    necessity: '没有这些信息，就没法办。',
    kindsOfData: [
      'identity',
      'contact',
      'address',
      'health',
      'familySituation',
      'money',
      'documentImage',
      'technical',
    ],
    dataWords: [
      '孩子的姓名、身份证号、户口和住处。',
      '孩子父母的情况，包括身体情况。',
      '您的姓名、身份证号、电话。',
      '您拍的材料照片，收款的卡号。',
      '您什么时候登录、办了什么。',
    ],
    receivers: ['收这件事、办这件事的部门里，办事的人。', '不给别的人。'],
    effects: ['只用来办这件事。', '不会公布孩子的情况。'],
    consequencesOfRefusal: '不同意就不能在手机上提交。您可以带材料到办理的地方办。别的内容照样能看。',
  },
  healthDocuments: {
    ...shared,
    kind: 'healthDocuments',
    version: 'healthDocuments-3',
    validFrom: '2026-11-25',
    title: '有关身体的材料',
    question: '您同意上传残疾证或病历照片吗？',
    required: false,
    purposes: ['办您申请的这件事。'],
    necessity: '残疾和病要看证件才能认定。',
    kindsOfData: ['health', 'documentImage'],
    dataWords: ['残疾人证、诊断证明等材料的照片。'],
    receivers: ['收这件事、办这件事的部门里，办事的人。', '不给别的人。'],
    effects: ['只用来办这件事。', '不会公布谁有病、谁有残疾。'],
    consequencesOfRefusal: '不同意也能提交。这几样不用拍，带到办理的地方给人看就行。',
  },
  crossProvince: {
    ...shared,
    kind: 'crossProvince',
    version: 'crossProvince-3',
    validFrom: '2026-11-25',
    title: '转给户口所在地',
    question: '您同意把材料转给户口所在地吗？',
    required: true,
    purposes: ['孩子的户口在外地，由那里来审。'],
    necessity: '那里看不到材料，就没法审。',
    kindsOfData: ['identity', 'contact', 'address', 'health', 'familySituation', 'money', 'documentImage'],
    dataWords: ['申请表上填的内容。', '您拍的材料照片。'],
    receivers: ['户口所在地的街道（乡镇）和民政部门。', '通过全国儿童福利信息系统转。'],
    effects: ['能不能领、领多少，由那里定。'],
    consequencesOfRefusal: '不同意就不转。您可以到户口所在地的街道（乡镇）办。',
  },
}
