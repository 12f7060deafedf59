/** Kinds of personal data, as the register and the notices name them. Source: law-and-rules §2. */
export const dataKinds = [
  'identity',
  'contact',
  'address',
  'health',
  'familySituation',
  'money',
  'documentImage',
  'technical',
] as const
export type DataKind = (typeof dataKinds)[number]

/** Each kind in the words of a notice. */
export const dataKindWords: Record<DataKind, string> = {
  identity: '身份',
  contact: '联系方式',
  address: '户口和住处',
  health: '身体情况',
  familySituation: '家庭情况',
  money: '收款和收入',
  documentImage: '材料照片',
  technical: '使用记录',
}
