/** One provision of the policy, as a family can be shown it. */
export interface Provision {
  id: ProvisionId
  /** The entitlement it grants; absent where a provision grants none of its own. */
  code?: EntitlementCode
  /** What the entitlement is called on a page. */
  name?: string
  /** Where the text prints it. */
  clause: string
  /** Found in the policy text, character for character. */
  quote: string
  /** The same in everyday words; here, and only here, misprints are read as meant. */
  plain: string
  /** The department a family turns to. */
  leadDepartment: string
}

export const entitlementCodes = [
  'ORPHAN_ALLOWANCE',
  'DFUC_ALLOWANCE',
  'XPROV_ACCEPT',
  'TEKUN',
  'DIBAO',
  'TEMP_AID',
  'ADOPTED_CONTINUATION',
  'ADOPTED_DISABLED_ORPHAN',
  'STAGE_AID',
  'LEGAL_AID',
  'DIRECTOR_VISIT',
  'GUARDIANSHIP_HELP',
] as const
export type EntitlementCode = (typeof entitlementCodes)[number]

export const provisionIds = [
  '1.1-a',
  '1.1-b',
  '1.1-c',
  '1.1-d',
  '1.1-e',
  '1.1-f',
  '1.1-g',
  '1.1-j',
  '1.1-k',
  '3.3-e',
  '4.2-d',
  '5.2-a',
  '6.1-b',
  '6.2-d',
] as const
export type ProvisionId = (typeof provisionIds)[number]

const basicLiving = '一（一）加大基本生活保障力度'

export const provisions: readonly Provision[] = [
  {
    id: '1.1-a',
    code: 'ORPHAN_ALLOWANCE',
    name: '孤儿基本生活费',
    clause: basicLiving,
    quote: '全面落实孤儿和事实无人抚养儿童基本生活保障制度',
    plain: '孤儿每月有基本生活费。',
    leadDepartment: '市民政局',
  },
  {
    id: '1.1-b',
    code: 'DFUC_ALLOWANCE',
    name: '事实无人抚养儿童基本生活补贴',
    clause: basicLiving,
    quote: '全面落实孤儿和事实无人抚养儿童基本生活保障制度',
    plain: '父母都不能抚养的孩子，每月有基本生活补贴。',
    leadDepartment: '市民政局',
  },
  {
    id: '1.1-c',
    clause: basicLiving,
    quote: '适时适度动态调整孤儿和事实无人抚养儿童保障标准',
    plain: '补贴标准会调整，以民政部门公布为准。',
    leadDepartment: '市民政局',
  },
  {
    id: '1.1-d',
    code: 'XPROV_ACCEPT',
    name: '跨省申请',
    clause: basicLiving,
    quote: '推动“跨省通办”',
    plain: '住在外省也能交申请，由户口所在地审核。',
    leadDepartment: '市民政局',
  },
  {
    id: '1.1-e',
    code: 'TEKUN',
    name: '特困人员救助供养',
    clause: basicLiving,
    quote: '将符合条件的困境儿童纳入特困供养、最低生活保障、临时救助等保障范围',
    plain: '没有人能抚养、又没有收入的孩子，可以申请特困供养。',
    leadDepartment: '市民政局',
  },
  {
    id: '1.1-f',
    code: 'DIBAO',
    name: '最低生活保障（低保）',
    clause: basicLiving,
    quote: '将符合条件的困境儿童纳入特困供养、最低生活保障、临时救助等保障范围',
    plain: '家里收入低，可以申请低保。',
    leadDepartment: '市民政局',
  },
  {
    id: '1.1-g',
    code: 'TEMP_AID',
    name: '临时救助',
    clause: basicLiving,
    quote: '将符合条件的困境儿童纳入特困供养、最低生活保障、临时救助等保障范围',
    plain: '家里突然有困难，可以申请临时救助。',
    leadDepartment: '市民政局',
  },
  {
    id: '1.1-j',
    clause: `${basicLiving}（退出情形）`,
    quote: '有下列情形之一的，应退出保障范围',
    plain: '有八种情形，保障会结束。',
    leadDepartment: '市民政局',
  },
  {
    id: '1.1-k',
    code: 'ADOPTED_CONTINUATION',
    name: '病残孤弃儿童收养后的保障',
    clause: basicLiving,
    quote: '对符合条件的病残孤弃儿童，被依法收养后按照相关政策继续保障基本生活',
    plain: '生病或残疾的孤儿被收养后，保障继续。',
    leadDepartment: '市民政局',
  },
  {
    id: '3.3-e',
    code: 'STAGE_AID',
    name: '学生资助',
    clause: '三（三）完善教育帮扶措施',
    quote: '将困境儿童全面纳入各教育阶段资助范围',
    plain: '上学的各个阶段都有资助，向学校申请。',
    leadDepartment: '市教育局',
  },
  {
    id: '4.2-d',
    code: 'DIRECTOR_VISIT',
    name: '儿童主任上门看望',
    clause: '四（二）提升心理健康服务水平',
    quote: '定期随访监护情况较差、失学辍学、无户籍以及患病、残疾等重点儿童',
    plain: '社区或村里的儿童主任会上门，帮着想办法。',
    leadDepartment: '市民政局',
  },
  {
    id: '5.2-a',
    code: 'LEGAL_AID',
    name: '法律援助',
    clause: '五（二）加强救助保护和预防干预',
    quote: '推动落实法律援助、经济救助、司法救助、心理疏导、转学安置等综合救助保护',
    plain: '要抚养费、维护权益，可以申请免费律师。',
    leadDepartment: '市司法局',
  },
  {
    id: '6.1-b',
    code: 'GUARDIANSHIP_HELP',
    name: '监护帮助',
    clause: '六（一）强化监护支持和干预',
    quote: '依法采取临时监护、家庭教育指导等措',
    plain: '孩子没人照顾，民政部门可以临时监护。',
    leadDepartment: '市民政局',
  },
  {
    id: '6.2-d',
    code: 'ADOPTED_DISABLED_ORPHAN',
    name: '残疾孤儿收养后的保障',
    clause: '六（二）发挥儿童福利机构监护支持作用',
    quote: '落实好残疾孤儿被收养后的基本生活保障',
    plain: '残疾孤儿被收养后，生活、医疗、教育保障继续。',
    leadDepartment: '市民政局',
  },
]

/** The provision with this id. */
export function provisionById(id: ProvisionId): Provision {
  const found = provisions.find((provision) => provision.id === id)
  if (!found) throw new RangeError('no such provision')
  return found
}

/** The provision that grants an entitlement: its name, clause, quotation and department. */
export function provisionOf(code: EntitlementCode): Provision {
  const found = provisions.find((provision) => provision.code === code)
  if (!found) throw new RangeError('no such entitlement')
  return found
}
