import type { ConsentKind } from './consents'

export interface NoticeSection {
  heading: string
  sentences: readonly string[]
}

export interface ConsentNotice {
  kind: ConsentKind
  /** Changes whenever a word of the text changes; an older version does not count for a new submission. */
  version: string
  /** ISO calendar date from which this version is in force. */
  validFrom: string
  title: string
  /** The question the family answers with 同意 or 不同意. */
  question: string
  sections: readonly NoticeSection[]
  /** What happens when the family says no. */
  ifRefused: string
  /** Without it nothing can be submitted. */
  required: boolean
}

/** The same in every notice. Persons and periods the bureau has not published are not made up. */
const responsible: NoticeSection = {
  heading: '谁来用',
  sentences: ['乌海市民政局。', '负责人和电话以民政部门公布为准。'],
}
const keeping: NoticeSection = {
  heading: '存多久，存在哪里',
  sentences: [
    '存在办理这件事的服务器上，加密保存。',
    '存多久，以民政部门公布为准。',
    '到期以后删除，或者只存档、不再使用。',
  ],
}
const rights: NoticeSection = {
  heading: '您的权利',
  sentences: [
    '您可以看、可以要一份、可以改。',
    '您可以要求删除。不能删的，会写明理由。',
    '您可以撤回同意。撤回以后就不再使用。',
    '要办这些，找收材料的街道（镇）。',
    '撤回申请，在“进度”里办。',
    '有意见可以打 12345。',
  ],
}
const safeguards: NoticeSection = {
  heading: '怎么保护',
  sentences: ['只有办这件事的人能看。', '谁看过都有记录。', '名单不对外公布。'],
}

/** Source: law-and-rules §3, §4 (fields of the notice); PIPL 14–17, 28–31; 儿童个人信息网络保护规定 8–10. */
export const consentNotices: Record<ConsentKind, ConsentNotice> = {
  childData: {
    kind: 'childData',
    version: 'childData-1',
    validFrom: '2026-11-01',
    title: '孩子的信息',
    question: '您同意为这次申请使用孩子的信息吗？',
    sections: [
      responsible,
      { heading: '为什么', sentences: ['看孩子能不能领这项补贴。', '没有这些信息，就没法办。'] },
      {
        heading: '用哪些信息',
        sentences: [
          '孩子的姓名、身份证号、户口和住处。',
          '孩子父母的情况，包括身体情况。',
          '您的姓名、身份证号、电话。',
          '您拍的材料照片，收款的卡号。',
        ],
      },
      { heading: '给谁看', sentences: ['街道（镇）和区民政局办事的人。', '不给别的人。'] },
      { heading: '对孩子有什么影响', sentences: ['只用来办这件事。', '不会公布孩子的情况。'] },
      keeping,
      safeguards,
      rights,
    ],
    ifRefused: '不同意就不能在手机上提交。您可以带材料到街道（镇）办。别的内容照样能看。',
    required: true,
  },
  healthDocuments: {
    kind: 'healthDocuments',
    version: 'healthDocuments-1',
    validFrom: '2026-11-01',
    title: '有关身体的材料',
    question: '您同意上传残疾证或病历照片吗？',
    sections: [
      responsible,
      { heading: '为什么', sentences: ['看父母是不是没办法照顾孩子。', '残疾和重病要看证件才能认定。'] },
      { heading: '用哪些信息', sentences: ['残疾人证、诊断证明的照片。'] },
      { heading: '给谁看', sentences: ['街道（镇）和区民政局办事的人。', '不给别的人。'] },
      { heading: '有什么影响', sentences: ['只用来办这件事。', '不会公布谁有病、谁有残疾。'] },
      keeping,
      safeguards,
      rights,
    ],
    ifRefused: '不同意也能提交。这几样不用拍，带到街道（镇）给人看就行。',
    required: false,
  },
  crossProvince: {
    kind: 'crossProvince',
    version: 'crossProvince-1',
    validFrom: '2026-11-01',
    title: '转给户口所在地',
    question: '您同意把材料转给户口所在地吗？',
    sections: [
      responsible,
      { heading: '为什么', sentences: ['孩子的户口在外地，由那里来审。'] },
      { heading: '转哪些信息', sentences: ['申请表上填的内容。', '您拍的材料照片。'] },
      {
        heading: '转给谁',
        sentences: ['户口所在地的街道（乡镇）和民政部门。', '通过全国儿童福利信息系统转。'],
      },
      { heading: '有什么影响', sentences: ['能不能领、领多少，由那里定。'] },
      keeping,
      safeguards,
      rights,
    ],
    ifRefused: '不同意就不转。您可以到户口所在地的街道（乡镇）办。',
    required: true,
  },
}

/** The whole notice as it is read: headings and sentences in order. */
export function noticeParagraphs(notice: ConsentNotice): string[] {
  return notice.sections.map((section) => `${section.heading}：${section.sentences.join('')}`)
}

/** Whether a consent was given to the text in force now. */
export function isCurrentVersion(kind: ConsentKind, version: string): boolean {
  return consentNotices[kind].version === version
}
