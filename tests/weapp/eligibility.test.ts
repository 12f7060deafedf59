import { resolve } from 'node:path'
import { renderBudgets } from '../../config/budgets'
import { type Effect, type MiniProgram } from './harness/driver'
import { withMiniProgram } from './harness/miniProgram'
import { type FunctionMode } from './harness/realm'

// The built mini program without any network: who may get what is told on the phone alone.

const dist = resolve(__dirname, '../../dist/weapp')
const now = new Date('2026-11-24T02:00:00Z')

const phone = (act: (program: MiniProgram) => Promise<void>, functionMode?: FunctionMode) =>
  withMiniProgram({ dist, functionMode, now }, act)

/** One tap or keystroke on an open page: one message to the screen, and a small one. */
function expectSmall({ setData }: Effect): void {
  expect(setData.length).toBeLessThanOrEqual(renderBudgets.action.calls)
  for (const { bytes } of setData) expect(bytes).toBeLessThanOrEqual(renderBudgets.action.bytes)
}

/** Leads to a new page: its first message holds the whole page, and nothing follows. */
function expectOnePage({ setData }: Effect): void {
  expect(setData.map(({ first }) => first)).toEqual([true])
  for (const { bytes } of setData) expect(bytes).toBeLessThanOrEqual(renderBudgets.firstSetData)
}

const wholeWay: readonly (readonly [question: string, ...answers: string[]])[] = [
  ['孩子爸爸现在是什么情况？', '在服刑'],
  ['孩子妈妈现在是什么情况？', '联系不上'],
  ['孩子爸爸判了多久？', '6个月或更长'],
  ['孩子妈妈联系不上，报过警吗？', '报过，拿到了回执单'],
  ['孩子是哪一天出生的？'],
  ['孩子现在在领哪一种？', '都没有领'],
  ['孩子的户口在哪里？', '乌海市海勃湾区'],
  ['孩子现在住在哪里？', '乌海市海勃湾区'],
]

async function answerPage(program: MiniProgram, answers: readonly string[]): Promise<void> {
  if (answers.length === 0)
    for (const [part, value] of [
      ['，年', '2016'],
      ['，月', '3'],
      ['，日', '5'],
    ] as const)
      expectSmall(await program.type(part, value))
  for (const each of answers) expectSmall(await program.choose(each))
}

/** Answers the pages of the table one by one, measuring every tap, until 下一步 of the last. */
async function answerAll(program: MiniProgram, way = wholeWay): Promise<void> {
  await program.tap('看看能领什么')
  for (const [question, ...answers] of way) {
    expect(program.text()).toContain(question)
    await answerPage(program, answers)
    expectOnePage(await program.tap('下一步'))
  }
}

describe.each<FunctionMode>(['throwing', 'inert'])('禁止 new Function 的方式：%s', (mode) => {
  test('没有网络，八题答完看到结果；每点一下只送一小条', () =>
    phone(async (program) => {
      await answerAll(program)
      expect(program.route).toBe('packages/eligibility/result/index')
      expect(program.text()).toContain('有 1 项现在可以申请')
      expect(program.text()).toContain('依据是征求意见稿')
      expect(program.text()).toContain('全面落实孤儿和事实无人抚养儿童基本生活保障制度')
    }, mode))
})

test('从头到尾不发请求，不登录，手机上什么也不留', () =>
  phone(async (program) => {
    await answerAll(program)
    expect(program.phone.network.requests).toEqual([])
    expect(program.phone.storage.keys).toEqual([])
    expect(program.phone.privacy.asked).toBe(0)
  }))

test('一直答“不清楚”：走得到结果，没有一页太长', () =>
  phone(async (program) => {
    await program.tap('看看能领什么')
    while (program.route === 'packages/eligibility/check/index') {
      await program.tap('不清楚')
      expectOnePage(await program.tap('下一步'))
    }
    expect(program.text()).toContain('项还要再确认')
    expect(program.text()).toContain('不清楚也可以先申请，由部门核实。')
  }))

test('上一步、手机的返回键，都不丢回答', () =>
  phone(async (program) => {
    await answerAll(program, wholeWay.slice(0, 2))
    await program.choose('6个月或更长')
    expectOnePage(await program.tap('上一步'))
    expect(program.attr('联系不上', 'aria-checked')).toBe('true')
    await program.tap('下一步')
    expect(program.attr('6个月或更长', 'aria-checked')).toBe('true')
    await program.back()
    expect(program.route).toBe('pages/home/index')
    await program.tap('看看能领什么')
    expect(program.text()).toContain('孩子爸爸判了多久？')
    expect(program.attr('6个月或更长', 'aria-checked')).toBe('true')
  }))

test('微信关掉以后：没存就没有了，存过的能接着用', () =>
  phone(async (program) => {
    await answerAll(program)
    await program.relaunch()
    await program.tap('看看能领什么')
    expect(program.text()).toContain('第 1 题')
    expect(program.text()).not.toContain('上次的答案')
    await program.back()
    await program.relaunch()
    await answerAll(program)
    await program.tap('把答案存在这台手机上')
    expect(program.phone.storage.isEncrypted('checker')).toBe(true)
    await program.relaunch()
    await program.tap('看看能领什么')
    await program.tap('用上次的答案')
    expect(program.text()).toContain('有 1 项现在可以申请')
  }))

test('外省的户口：省份单独一页，点一下只动两行', () =>
  phone(async (program) => {
    await answerAll(program, wholeWay.slice(0, 6))
    expectSmall(await program.choose('外省'))
    expectOnePage(await program.tap('下一步'))
    expect(program.text()).toContain('孩子的户口在哪个省？')
    expectSmall(await program.choose('宁夏回族自治区'))
    await program.tap('下一步')
    await program.choose('乌海市海勃湾区')
    await program.tap('下一步')
    expect(program.text()).toContain('由户口所在地认定')
  }))

test('看要带什么、看原文、看回答：各是一页，一次送完', () =>
  phone(async (program) => {
    await answerAll(program)
    expectOnePage(await program.tap('看要带什么'))
    expect(program.text()).toContain('孩子爸爸的判决书')
    await program.back()
    expectOnePage(await program.tap('看我的回答，可以改'))
    expectOnePage(await program.tap('修改，孩子爸爸判了多久？'))
    await program.choose('不到6个月')
    await program.tap('下一步')
    expect(program.text()).not.toContain('有 1 项现在可以申请')
  }))

test('政策说明、隐私说明不登录也能看，每一部分一页', () =>
  phone(async (program) => {
    expectOnePage(await program.tap('政策说明'))
    expectOnePage(await program.tap('一、健全基本生活保障体系'))
    expect(program.text()).toContain('年满18周岁且渐退期满')
    await program.tab('我的')
    expectOnePage(await program.tap('隐私说明'))
    expectOnePage(await program.tap('孩子的信息'))
    expect(program.text()).toContain('只用来办这件事')
  }))

test('孩子有危险：首页一下就拨 110；找帮助里每个号码都能拨', () =>
  phone(async (program) => {
    await program.tap('孩子有危险？')
    await program.tab('找帮助')
    for (const number of ['120 急救', '12356 心理援助', '12348 法律援助']) await program.tap(number)
    const dialled = program.phone.calls.filter(({ name }) => name === 'makePhoneCall')
    expect(dialled.map(({ options }) => options.phoneNumber)).toEqual(['110', '120', '12356', '12348'])
    await program.tap('快速离开')
    expect(program.route).toBe('pages/home/index')
  }))

test('字号和长辈版马上变，关掉再开还在', () =>
  phone(async (program) => {
    await program.tab('我的')
    const { setData, bytes } = await program.choose('最大')
    // The tab pages behind change as well, each once.
    expect(setData.map(({ page }) => page).sort()).toEqual(['pages/home/index', 'pages/mine/index'])
    expect(bytes).toBeLessThanOrEqual(renderBudgets.action.bytes)
    await program.relaunch()
    expect(JSON.stringify(program.tree)).toContain('--font-scale: 1.7;')
    await program.tap('回到标准版')
    await program.relaunch()
    expect(program.text()).toContain('长辈版')
  }))
