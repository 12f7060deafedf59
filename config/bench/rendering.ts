import type { Effect, MiniProgram } from '../../tests/weapp/harness/driver'
import { withMiniProgram } from '../../tests/weapp/harness/miniProgram'
import { formPages, replies, type Reply } from '../../tests/journeys/support/story'
import { renderBudgets } from '../budgets'
import { sizeFigure, type Figure } from './figures'

/** The costliest so far of one kind of action, and where each figure was met. */
interface Worst {
  bytes: number
  where: string
  calls: number
  callsWhere: string
}

const none = (): Worst => ({ bytes: 0, where: '', calls: 0, callsWhere: '' })

interface Costs {
  firstScreen: number
  opening: Worst
  tap: Worst
  keystroke: Worst
}

/** What crosses from the logic of the built mini program to its pages while a family answers and fills in. */
export async function renderingFigures(dist: string): Promise<Figure[]> {
  const costs: Costs = { firstScreen: 0, opening: none(), tap: none(), keystroke: none() }
  await withMiniProgram({ dist }, async (program) => {
    costs.firstScreen = program.phone.setData.find(({ first }) => first)?.bytes ?? 0
    noteOpening(costs.opening, await program.tap('看看能领什么'), '看看能领什么')
    await answerQuestions(program, costs)
    noteOpening(costs.opening, await program.tap('去申请'), '去申请')
    noteOpening(costs.opening, await program.tap('开始填'), '开始填')
    await fillIn(program, costs)
  })
  const { firstSetData, firstScreen, action } = renderBudgets
  return [
    sizeFigure('首页第一次 setData', costs.firstScreen, firstScreen),
    sizeFigure(`打开一页的第一次 setData，最大（${costs.opening.where}）`, costs.opening.bytes, firstSetData),
    ...actionFigures('点一下选项', costs.tap, action),
    ...actionFigures('按一个键', costs.keystroke, action),
  ]
}

function actionFigures(name: string, worst: Worst, { calls, bytes }: typeof renderBudgets.action): Figure[] {
  return [
    sizeFigure(`${name}，最大（${worst.where}）`, worst.bytes, bytes),
    {
      name: `${name}，setData 最多几次（${worst.callsWhere}）`,
      value: `${worst.calls}`,
      limit: `${calls}`,
      ok: worst.calls <= calls,
    },
  ]
}

function note(worst: Worst, { bytes, setData }: Effect, where: string): void {
  if (bytes > worst.bytes) Object.assign(worst, { bytes, where })
  if (setData.length > worst.calls) Object.assign(worst, { calls: setData.length, callsWhere: where })
}

/** Of an action that opens a page: the first setData of that page. */
function noteOpening(worst: Worst, { setData }: Effect, where: string): void {
  const first = setData.filter((record) => record.first)
  note(worst, { setData: first, bytes: first[0]?.bytes ?? 0 }, where)
}

async function answerQuestions(program: MiniProgram, costs: Costs): Promise<void> {
  const asked = () => Object.keys(replies).find((question) => program.texts().includes(question))
  for (let question = asked(); question; question = asked()) {
    await answer(program, costs, question, replies[question])
    noteOpening(costs.opening, await program.tap('下一步'), `${question}之后`)
  }
}

async function answer(program: MiniProgram, costs: Costs, question: string, reply?: Reply): Promise<void> {
  if (reply && 'rows' in reply)
    for (const row of reply.rows) note(costs.tap, await program.choose(row, question), question)
  if (reply && 'day' in reply)
    for (const [place, unit] of ['年', '月', '日'].entries())
      await typeSlowly(program, costs, `${question}，${unit}`, reply.day[place] ?? '')
}

/** Key by key, as a finger does. */
async function typeSlowly(program: MiniProgram, costs: Costs, field: string, text: string): Promise<void> {
  for (let length = 1; length <= text.length; length += 1)
    note(costs.keystroke, await program.type(field, text.slice(0, length)), field)
}

async function fillIn(program: MiniProgram, costs: Costs): Promise<void> {
  for (const { heading, choose, type = {} } of formPages) {
    for (const [field, text] of Object.entries(type)) await typeSlowly(program, costs, field, text)
    if (choose) note(costs.tap, await program.choose(choose), heading)
    noteOpening(costs.opening, await program.tap('下一步'), `${heading}之后`)
  }
}
