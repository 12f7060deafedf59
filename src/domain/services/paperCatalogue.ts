import { parentWords } from '@domain/people/relations'
import { parentRoles, type ParentRole } from '@domain/eligibility/facts'
import type { PaperId, PaperKind } from './papers'

/** What a paper proves. No family is asked for two papers with one purpose. */
export type PaperPurpose =
  | 'childIdentity'
  | 'householdIdentity'
  | 'parentage'
  | 'likeness'
  | 'payment'
  | 'applicantIdentity'
  | 'authority'
  | 'childDisability'
  | 'vaccination'
  | PaperKind

export interface Paper {
  name: string
  purpose: PaperPurpose
  /** Why the family is asked. `{parent}` stands for 孩子爸爸 or 孩子妈妈. */
  why: string
  /** A document about somebody's health: needs the consent of its own (law-and-rules §3). */
  health: boolean
  /** What to photograph, in short phrases. */
  hint: readonly string[]
  /** 1–3. */
  maxPhotos: number
  /** Why the family is asked although departments could share the data (law-and-rules L19). */
  whyNotShared: string
}

const notConnected = '还没有和这个部门联网，所以请您拍。'
const onlyFamilyHasIt = '只有您手里有，部门没有。'

/** Source: reference §4.2 (papers of the grounds), §5 (papers of each matter). */
export const papers: Record<PaperKind, Paper> = {
  childHukouBook: {
    name: '孩子的户口本',
    purpose: 'childIdentity',
    why: '看孩子是谁，户口在哪里。',
    health: false,
    hint: ['首页拍一张', '孩子那一页拍一张'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  childIdCard: {
    name: '孩子的身份证',
    purpose: 'childIdentity',
    why: '看孩子是谁。',
    health: false,
    hint: ['正面拍一张', '反面拍一张'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  birthCertificate: {
    name: '孩子的出生证',
    purpose: 'parentage',
    why: '看孩子的爸爸妈妈是谁。',
    health: false,
    hint: ['整页拍进去', '没有的可以稍后补'],
    maxPhotos: 1,
    whyNotShared: notConnected,
  },
  childPhoto: {
    name: '孩子的照片',
    purpose: 'likeness',
    why: '贴在申请表上。',
    health: false,
    hint: ['最近的正面照', '脸要看得清'],
    maxPhotos: 1,
    whyNotShared: onlyFamilyHasIt,
  },
  bankCard: {
    name: '孩子的社保卡或银行卡',
    purpose: 'payment',
    why: '通过以后，钱发到这张卡。',
    health: false,
    hint: ['有卡号的一面', '不要拍密码'],
    maxPhotos: 1,
    whyNotShared: onlyFamilyHasIt,
  },
  applicantIdCard: {
    name: '申请人的身份证',
    purpose: 'applicantIdentity',
    why: '看是谁在申请。',
    health: false,
    hint: ['正面拍一张', '反面拍一张'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  guardianshipProof: {
    name: '监护证明',
    purpose: 'authority',
    why: '因为您说您是孩子的监护人。',
    health: false,
    hint: ['法院的判决书', '或村（居）委会的证明'],
    maxPhotos: 3,
    whyNotShared: onlyFamilyHasIt,
  },
  entrustment: {
    name: '委托书',
    purpose: 'authority',
    why: '因为您不是孩子的父母，要有监护人的委托。',
    health: false,
    hint: ['监护人签名的那一页', '您自己是监护人的，拍监护证明'],
    maxPhotos: 2,
    whyNotShared: onlyFamilyHasIt,
  },
  householdHukouBook: {
    name: '全家的户口本',
    purpose: 'childIdentity',
    why: '看家里有谁，户口在哪里。',
    health: false,
    hint: ['首页拍一张', '每个人的那一页都拍'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  householdIdCards: {
    name: '家里大人的身份证',
    purpose: 'householdIdentity',
    why: '全家一起申请，要看大人是谁。',
    health: false,
    hint: ['大人每人拍一张正面'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  incomeStatement: {
    name: '收入和财产的声明',
    purpose: 'incomeStatement',
    why: '看家里有多少收入和财产。',
    health: false,
    hint: ['写好、签了名的那一页', '街道（镇）有空白的表'],
    maxPhotos: 3,
    whyNotShared: onlyFamilyHasIt,
  },
  incomeAuthorisation: {
    name: '核对授权书',
    purpose: 'incomeAuthorisation',
    why: '您同意了，部门才能核对家里的收入。',
    health: false,
    hint: ['家里大人都签名的那一页', '街道（镇）有空白的表'],
    maxPhotos: 2,
    whyNotShared: onlyFamilyHasIt,
  },
  lowIncomeProof: {
    name: '低保、低保边缘等的证明',
    purpose: 'lowIncomeProof',
    why: '看家里是不是有困难。',
    health: false,
    hint: ['证件或认定书的那一页'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  careAgreement: {
    name: '孩子的养育协议',
    purpose: 'careAgreement',
    why: '看孩子由谁养育。',
    health: false,
    hint: ['签了名、盖了章的一页', '还没签的可以稍后补'],
    maxPhotos: 3,
    whyNotShared: onlyFamilyHasIt,
  },
  orphanProof: {
    name: '当初认定的材料',
    purpose: 'orphanProof',
    why: '看孩子是什么时候认定的。',
    health: false,
    hint: ['认定书或发放证明的那一页'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  schoolProof: {
    name: '在校证明或录取通知书',
    purpose: 'schoolProof',
    why: '看孩子是不是在上学。',
    health: false,
    hint: ['学校盖章的那一页'],
    maxPhotos: 2,
    whyNotShared: onlyFamilyHasIt,
  },
  studentAidForm: {
    name: '家庭经济困难学生认定表',
    purpose: 'studentAidForm',
    why: '学校靠这张表来认定。',
    health: false,
    hint: ['填好、签了名的那一页', '学校有空白的表'],
    maxPhotos: 2,
    whyNotShared: onlyFamilyHasIt,
  },
  childDisabilityCard: {
    name: '孩子的残疾人证',
    purpose: 'childDisability',
    why: '因为您说孩子有残疾。',
    health: true,
    hint: ['有姓名的一页', '有类别和等级的一页'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  childDiagnosis: {
    name: '孩子的诊断证明',
    purpose: 'childDiagnosis',
    why: '因为您说孩子有病。',
    health: true,
    hint: ['医院盖章的一页', '写着病名的一页'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  medicalBills: {
    name: '看病的诊断和票据',
    purpose: 'medicalBills',
    why: '看病花了多少钱，要看票据。',
    health: true,
    hint: ['诊断证明', '出院结算单或缴费票据', '还没有的可以稍后补'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  confirmatoryReport: {
    name: '医院的确认报告',
    purpose: 'confirmatoryReport',
    why: '区里的专人靠它来认定。',
    health: true,
    hint: ['医院盖章的一页', '不想拍，可以当面给专人看'],
    maxPhotos: 2,
    whyNotShared: onlyFamilyHasIt,
  },
  vaccinationRecord: {
    name: '预防接种证',
    purpose: 'vaccination',
    why: '入学要看孩子打过哪些疫苗。',
    health: true,
    hint: ['有姓名的一页', '打针记录的几页'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  hardshipProof: {
    name: '这件难事的证明',
    purpose: 'hardshipProof',
    why: '看家里遇到了什么难处。',
    health: false,
    hint: ['比如事故认定书、缴费单', '还没有的可以稍后补'],
    maxPhotos: 3,
    whyNotShared: onlyFamilyHasIt,
  },
  residencePermit: {
    name: '居住证',
    purpose: 'residencePermit',
    why: '看您家住在哪里。',
    health: false,
    hint: ['正面拍一张', '反面拍一张'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  residenceProof: {
    name: '住在这里的证明',
    purpose: 'residenceProof',
    why: '看孩子住在哪里。',
    health: false,
    hint: ['租房合同、社区证明都行', '没有的可以稍后补'],
    maxPhotos: 2,
    whyNotShared: onlyFamilyHasIt,
  },
  ownerConsent: {
    name: '房主同意书',
    purpose: 'ownerConsent',
    why: '改造别人的房子，要房主同意。',
    health: false,
    hint: ['房主签名的那一页'],
    maxPhotos: 1,
    whyNotShared: onlyFamilyHasIt,
  },
  adoptionCertificate: {
    name: '收养登记证',
    purpose: 'adoptionCertificate',
    why: '看收养是哪一天登记的。',
    health: false,
    hint: ['有登记日期的一页'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  deathProof: {
    name: '{parent}的死亡证明',
    purpose: 'deathProof',
    why: '因为您说{parent}去世了。',
    health: false,
    hint: ['户口注销页', '或医院的死亡证明、火化证'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  missingJudgment: {
    name: '{parent}的宣告失踪判决书',
    purpose: 'missingJudgment',
    why: '因为您说法院宣告{parent}失踪。',
    health: false,
    hint: ['有法院名称的一页', '有盖章的一页'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  disabilityCard: {
    name: '{parent}的残疾人证',
    purpose: 'disabilityCard',
    why: '因为您说{parent}有残疾。',
    health: true,
    hint: ['有姓名的一页', '有类别和等级的一页'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  diagnosis: {
    name: '{parent}的诊断证明',
    purpose: 'diagnosis',
    why: '因为您说{parent}得了重病。',
    health: true,
    hint: ['医院盖章的一页', '写着病名的一页'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  criminalJudgment: {
    name: '{parent}的判决书',
    purpose: 'criminalJudgment',
    why: '因为您说{parent}在服刑。',
    health: false,
    hint: ['写着刑期的一页', '有法院盖章的一页'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  rehabDecision: {
    name: '{parent}的强制戒毒决定书',
    purpose: 'rehabDecision',
    why: '因为您说{parent}在强制戒毒。',
    health: false,
    hint: ['写着期限的一页', '有公安盖章的一页'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  restrictionDocument: {
    name: '限制{parent}自由的文书',
    purpose: 'restrictionDocument',
    why: '因为您说{parent}被限制了自由。',
    health: false,
    hint: ['写着措施和期限的一页', '有盖章的一页'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  lostContactReceipt: {
    name: '查找{parent}的回执单或认定表',
    purpose: 'lostContactReceipt',
    why: '因为您说联系不上{parent}。',
    health: false,
    hint: ['公安给的查找回执单', '或街道办的失联认定表', '还没有的可以稍后补'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
  revocationJudgment: {
    name: '撤销{parent}监护资格的判决书',
    purpose: 'revocationJudgment',
    why: '因为您说{parent}被撤销了监护资格。',
    health: false,
    hint: ['写着判决结果的一页', '有法院盖章的一页'],
    maxPhotos: 3,
    whyNotShared: notConnected,
  },
  deportationDocument: {
    name: '{parent}出境的文书',
    purpose: 'deportationDocument',
    why: '因为您说{parent}被遣送出境。',
    health: false,
    hint: ['写着处理结果的一页', '有盖章的一页'],
    maxPhotos: 2,
    whyNotShared: notConnected,
  },
}

/** The parent a paper is about, or nothing for a paper of the whole family. */
export function parentOf(paper: PaperId): ParentRole | undefined {
  return parentRoles.filter((role) => paper.slice(0, role.length + 1) === `${role}.`)[0]
}

/** The catalogue's row for a paper, with its parent written in. */
export function paperOf(id: PaperId): Paper {
  const role = parentOf(id)
  const row = papers[(role ? id.slice(role.length + 1) : id) as PaperKind]
  if (!role) return row
  const fill = (text: string) => text.replace('{parent}', parentWords[role])
  return { ...row, name: fill(row.name), why: fill(row.why) }
}

/** E.g. 孩子爸爸的判决书. */
export function paperName(id: PaperId): string {
  return paperOf(id).name
}
