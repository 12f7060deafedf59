import { formPages, replies, type Page, type Reply } from '../../journeys/support/story'
import { type MiniProgram } from '../harness/driver'

/** The page of the form or of the questions before it that is open; undefined on any other page. */
export function questionOn(program: MiniProgram): string | undefined {
  const titles = [...formPages.map(({ heading }) => heading), ...Object.keys(replies)]
  return titles.find((title) => program.texts().includes(title))
}

async function fillPage(program: MiniProgram, { type = {}, choose }: Page): Promise<void> {
  for (const [label, value] of Object.entries(type)) await program.input(label, value)
  if (choose) await program.choose(choose)
}

async function give(program: MiniProgram, reply: Reply): Promise<void> {
  if ('rows' in reply) for (const row of reply.rows) await program.choose(row)
  else
    for (const [place, unit] of ['年', '月', '日'].entries())
      await program.input(`，${unit}`, reply.day[place] ?? '')
}

/** Answers the open page without leaving it. */
export async function answer(program: MiniProgram): Promise<void> {
  const title = questionOn(program) ?? ''
  const page = formPages.find(({ heading }) => heading === title)
  if (page) return fillPage(program, page)
  const reply = replies[title]
  if (!reply) throw new Error(`no answer is written for ${program.route}: ${program.text()}`)
  await give(program, reply)
}

/** Answers page after page until one comes that is none of the questions. */
export async function answerAll(program: MiniProgram): Promise<void> {
  while (questionOn(program)) {
    await answer(program)
    const before = program.text()
    await program.tap('下一步')
    if (program.text() === before) throw new Error(`下一步 leads nowhere: ${before}`)
  }
}

/** From 我要申请 to the page of the papers. */
export async function fillIn(program: MiniProgram): Promise<void> {
  await program.open('/packages/application/start/index?service=DFUC_ALLOWANCE')
  await program.tap('开始填')
  await answerAll(program)
}

/** The hukou book is photographed, everything else comes later. */
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
