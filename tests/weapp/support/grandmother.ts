import { idNumber } from '../../server/support/family'
import { type MiniProgram } from '../harness/driver'

type Fill = (program: MiniProgram) => Promise<unknown>

const chooses =
  (...answers: string[]): Fill =>
  async (program) => {
    for (const answer of answers) await program.choose(answer)
  }

const types =
  (fields: Readonly<Record<string, string>>, choice?: string): Fill =>
  async (program) => {
    for (const [label, value] of Object.entries(fields)) await program.input(label, value)
    if (choice) await program.choose(choice)
  }

/**
 * What the grandmother answers, page by page. The father is dead, the mother in prison; she is entrusted by the
 * mother. Numbers are made up and pass their check.
 */
export const answers = {
  '孩子爸爸现在是什么情况？': chooses('去世了'),
  '孩子妈妈现在是什么情况？': chooses('在服刑'),
  '孩子妈妈判了多久？': chooses('6个月或更长'),
  '孩子是哪一天出生的？': types({ '，年': '2015', '，月': '6', '，日': '7' }),
  '孩子现在在领哪一种？': chooses('都没有领'),
  '孩子现在上什么学？': chooses('小学'),
  '知道孩子的亲生父母是谁吗？': chooses('知道'),
  '孩子办过收养登记吗？': chooses('没有'),
  '谁来填这份申请？': chooses('我自己办'),
  '您是孩子的什么人？': chooses('爷爷奶奶、外公外婆'),
  '您是孩子的监护人吗？': chooses('不是，监护人委托来办'),
  '您叫什么名字？': types({ 姓名: '王秀兰', 身份证号: idNumber('19580312') }),
  '有事怎么联系您？': types({ 手机号: '13812345678' }, '先不要打'),
  '孩子叫什么名字？': types({ 姓名: '王小明', 身份证号: idNumber('20150607') }),
  '孩子的户口在哪里？': chooses('乌海市海勃湾区'),
  '孩子现在住哪里？': chooses('乌海市海勃湾区'),
  '孩子现在住在哪里？': chooses('乌海市海勃湾区'),
  '海勃湾区的哪个街道（镇）？': chooses('凤凰岭街道'),
  '您同意为这次申请使用孩子的信息吗？': chooses('同意'),
} as const satisfies Record<string, Fill>

/** The question on the open page, or undefined on a page that asks none of these. */
export function questionOn(program: MiniProgram): keyof typeof answers | undefined {
  const titles = Object.keys(answers) as (keyof typeof answers)[]
  return titles.find((title) => program.texts().includes(title))
}

/** Answers the open page without leaving it. */
export async function answer(program: MiniProgram): Promise<void> {
  const title = questionOn(program)
  if (!title) throw new Error(`no answer is written for ${program.route}: ${program.text()}`)
  await answers[title](program)
}

/** Answers page after page until one comes that is none of the questions. */
export async function answerAll(program: MiniProgram): Promise<void> {
  for (let title = questionOn(program); title; title = questionOn(program)) {
    await answers[title](program)
    const before = program.text()
    await program.tap('下一步')
    if (program.text() === before) throw new Error(`下一步 leads nowhere: ${before}`)
  }
}

/** From 我要申请 to the page of the papers. */
export async function fillIn(program: MiniProgram): Promise<void> {
  await program.open('/packages/application/start/index')
  await program.tap('开始填')
  await answerAll(program)
}

/** Everything but the hukou book comes later; that is photographed. */
export async function handInPapers(program: MiniProgram, photo: string): Promise<void> {
  program.pickPhoto(photo)
  await program.tap('拍照，孩子的户口本')
  await laterAll(program)
}

/** Every paper without a photo will follow. */
export async function laterAll(program: MiniProgram): Promise<void> {
  for (const paper of papers) {
    const name = `材料稍后补，${paper}`
    if (program.sees(name)) await program.tap(name)
  }
}

const papers = [
  '孩子的户口本',
  '孩子的出生证',
  '孩子的照片',
  '孩子的社保卡或银行卡',
  '申请人的身份证',
  '委托书',
  '孩子爸爸的死亡证明',
  '孩子妈妈的判决书',
]
