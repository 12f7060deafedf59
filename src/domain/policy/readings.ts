import type { ClauseId } from './clauseNames'

/** Whether a printed word only looks wrong, changes what is meant, names it differently, or decides an answer. */
export type ReadingWeight = 'cosmetic' | 'meaning' | 'wording' | 'rule'

/** A place the draft misprints or leaves open, and how it is read here. The original is shown unchanged beside it. */
export interface Reading {
  clause: ClauseId | 'opening'
  /** Verbatim. */
  printed: string
  /** For people. A recommended reading, no part of the policy: the department decides. */
  readAs: string
  weight: ReadingWeight
}

/** In the order of the text. The reasons behind the rules are in decisions/. */
export const readings: readonly Reading[] = [
  { clause: 'opening', printed: '附件;', readAs: '附件：', weight: 'cosmetic' },
  {
    clause: 'opening',
    printed: '《内蒙古自治区人民政府关于进一步加强困境儿童分类保障制度的实施意见精神》（内政发〔2025〕20号）',
    readAs: '“精神”二字应在书名号和文号的后面。',
    weight: 'cosmetic',
  },
  { clause: '1.1', printed: '最低生活障范围', readAs: '最低生活保障范围', weight: 'cosmetic' },
  {
    clause: '1.1',
    printed: '提供必要的方式、照料服务',
    readAs: '提供必要的访视、照料服务',
    weight: 'meaning',
  },
  {
    clause: '1.1',
    printed: '孤儿、困境儿童，继续享受相关政策直至毕业',
    readAs: '能继续到毕业的，是孤儿和事实无人抚养儿童。涉及特殊疾病的儿童能不能继续，文件没有说。',
    weight: 'rule',
  },
  {
    clause: '1.1',
    printed: '高中、高职、中专、大专及本科在校就读',
    readAs: '没有写研究生。休学、复读、升学前的暑假算不算，文件没有说。',
    weight: 'rule',
  },
  {
    clause: '1.1',
    printed: '年满18周岁且渐退期满',
    readAs: '毕业以后有没有第二个渐退期，文件没有说。没有公布以前，按没有算。',
    weight: 'rule',
  },
  {
    clause: '1.1',
    printed: '18周岁后仍在接受义务教育或在普通高中、中等职业学校就读的',
    readAs: '特困儿童上高职、大专、本科的，特困供养结束。也没有渐退期。',
    weight: 'rule',
  },
  {
    clause: '1.1',
    printed: '3.依法被收养的。',
    readAs: '没有渐退期，收养登记的下个月起结束。病残孤弃儿童、残疾孤儿除外。',
    weight: 'rule',
  },
  {
    clause: '1.1',
    printed: '4.父（母）重新履行抚养义务且渐退期满的。',
    readAs: '第4、5项说的是事实无人抚养儿童。第6项是看家庭收入的保障。第7项是因病得到的保障。',
    weight: 'rule',
  },
  {
    clause: '1.1',
    printed: '父（母）一方刑满释放或强制戒毒结束',
    readAs: '一方出来，渐退期就开始。这一方还有别的情形的，不开始。',
    weight: 'rule',
  },
  {
    clause: '1.1',
    printed: '病残孤弃儿童',
    readAs: '这里是有病或残疾的孤儿、弃儿，后面只写残疾孤儿。只是有病的，要问民政部门。',
    weight: 'rule',
  },
  {
    clause: '1.1',
    printed: '参照孤儿落实基本生活费',
    readAs: '只说了基本生活费。医保费全额资助、住院救助等没有提到。',
    weight: 'rule',
  },
  { clause: '1.2', printed: '从物质保障项精神关爱', readAs: '从物质保障向精神关爱', weight: 'cosmetic' },
  { clause: '1.2', printed: '润心伴成长同心护未来', readAs: '润心伴成长 同心护未来', weight: 'cosmetic' },
  {
    clause: '1.2',
    printed: '北疆石榴籽心向党情暖童心一家亲',
    readAs: '北疆石榴籽 心向党情暖童心一家亲',
    weight: 'cosmetic',
  },
  {
    clause: '1.2',
    printed: '困难重度残疾儿童实施家庭无障碍改造',
    readAs: '家庭有困难，孩子的残疾人证是一级或二级。',
    weight: 'rule',
  },
  { clause: '2.2', printed: '细化医疗救助措施。', readAs: '（二）细化医疗救助措施。', weight: 'cosmetic' },
  { clause: '2.2', printed: '纳入特困供养儿童参加', readAs: '纳入特困供养的儿童参加', weight: 'cosmetic' },
  {
    clause: '2.2',
    printed: '孤儿、事实无人抚养儿童、纳入特困供养儿童参加基本医疗保险实行全额资助',
    readAs: '全额资助写了事实无人抚养儿童，住院救助没有写。要向区医保局核实。',
    weight: 'rule',
  },
  {
    clause: '2.2',
    printed: '纳入最低生活保障范围及防止返贫监测对象中符合条件的困境儿童',
    readAs: '定额资助没有写低保边缘家庭。',
    weight: 'rule',
  },
  {
    clause: '2.2',
    printed: '孤儿、纳入特困供养或最低生活保障范围的困境儿童符合规定的住院医疗费用',
    readAs: '没有写事实无人抚养儿童。要向区医保局核实。',
    weight: 'rule',
  },
  {
    clause: '2.2',
    printed: '符合审疾病应救助基金条件',
    readAs: '符合疾病应急救助基金条件',
    weight: 'meaning',
  },
  { clause: '2.3', printed: '提升康复服务水平。', readAs: '（三）提升康复服务水平。', weight: 'cosmetic' },
  { clause: '3.1', printed: '稳步提升进随迁子女', readAs: '稳步提升进城随迁子女', weight: 'cosmetic' },
  {
    clause: '3.1',
    printed: '“两免两补”',
    readAs: '按规定享受免学杂费、免费教科书和生活补助。',
    weight: 'wording',
  },
  { clause: '3.1', printed: '旗县一季度一复核', readAs: '各区一季度一复核', weight: 'cosmetic' },
  {
    clause: '3.3',
    printed: '“两免一补”',
    readAs: '按规定享受免学杂费、免费教科书和生活补助。',
    weight: 'wording',
  },
  { clause: '3.3', printed: '按规定发放生活补贴', readAs: '按规定发放生活补助', weight: 'wording' },
  {
    clause: '3.3',
    printed: '对普通高校和中等职业学校在校学生按规定免收学费',
    readAs: '“普通高校”应为“普通高中”。不是说大学免学费。',
    weight: 'rule',
  },
  {
    clause: '4.1',
    printed: '为困难儿童开展心理咨询服务',
    readAs: '为困境儿童开展心理咨询服务',
    weight: 'cosmetic',
  },
  { clause: '5.2', printed: '市司法、', readAs: '市司法局、', weight: 'cosmetic' },
  { clause: '6.1', printed: '家庭教育指导等措。', readAs: '家庭教育指导等措施。', weight: 'cosmetic' },
  {
    clause: '6.2',
    printed: '残疾孤儿被收养后的基本生活保障',
    readAs: '保障到什么时候，文件没有说。',
    weight: 'rule',
  },
  { clause: '7.2', printed: '市政数局，', readAs: '市政数局、', weight: 'cosmetic' },
  { clause: '7.2', printed: '市卫健、', readAs: '市卫健委、', weight: 'cosmetic' },
  { clause: '7.3', printed: '共总工会、青团、妇联', readAs: '总工会、共青团、妇联', weight: 'cosmetic' },
]

/** The readings of one clause, or of what stands before the clauses. */
export function readingsOf(clause: Reading['clause']): Reading[] {
  return readings.filter((reading) => reading.clause === clause)
}
