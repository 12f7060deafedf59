import { idNumber } from '../../server/support/family'

// A grandmother raises her grandson: his father is dead, his mother in prison. Told once, lived through in the browser
// by the journeys and measured in the harness by the bench.

/** What a family answers to a question: rows to tap, or a day. */
export type Reply = { rows: readonly string[] } | { day: readonly [year: string, month: string, day: string] }

const rows = (...names: string[]): Reply => ({ rows: names })

/** Which of these are asked, and in which order, is for the engine to choose. */
export const replies: Readonly<Record<string, Reply>> = {
  '有没有下面这些情况？': rows('以上都没有'),
  '孩子爸爸现在是什么情况？': rows('去世了'),
  '孩子妈妈现在是什么情况？': rows('在服刑'),
  '孩子妈妈判了多久？': rows('6个月或更长'),
  '孩子是哪一天出生的？': { day: ['2015', '6', '7'] },
  '孩子现在上什么学？': rows('小学'),
  '知道孩子的亲生父母是谁吗？': rows('知道'),
  '孩子办过收养登记吗？': rows('没有'),
  '孩子的户口在哪里？': rows('乌海市海勃湾区'),
  '孩子现在住在哪里？': rows('乌海市海勃湾区'),
}

/** One page of the form: a row to choose, fields to fill in. */
export interface Page {
  heading: string
  choose?: string
  type?: Readonly<Record<string, string>>
}

/** The form in its order. What the questions before have told is not asked again. */
export const formPages: readonly Page[] = [
  { heading: '谁来填这份申请？', choose: '我自己办' },
  { heading: '您是孩子的什么人？', choose: '爷爷奶奶、外公外婆' },
  { heading: '您是孩子的监护人吗？', choose: '不是，监护人委托来办' },
  { heading: '您叫什么名字？', type: { 姓名: '王秀兰', 身份证号: idNumber('19580312') } },
  { heading: '有事怎么联系您？', choose: '先不要打', type: { 手机号: '13812345678' } },
  { heading: '孩子叫什么名字？', type: { 姓名: '王小明', 身份证号: idNumber('20150607') } },
  { heading: '孩子的户口在哪里？', choose: '乌海市海勃湾区' },
  { heading: '海勃湾区的哪个街道（镇）？', choose: '凤凰岭街道' },
  { heading: '孩子现在住哪里？', choose: '乌海市海勃湾区' },
  { heading: '海勃湾区的哪个街道（镇）？', choose: '凤凰岭街道' },
  { heading: '您同意为这次申请使用孩子的信息吗？', choose: '同意' },
]
