import { resolve } from 'node:path'
import { endpoints } from '@contracts/endpoints'
import { checkerCodes } from '@domain/policy/checkerCodes'
import { clauseNames } from '@domain/policy/clauseNames'
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

/** Of some pages the end of a long list follows, once the page is in sight. */
function expectLongPage({ setData }: Effect): void {
  expect(setData.map(({ first }) => first)).toEqual(setData.length > 1 ? [true, false] : [true])
  expect(setData[0]?.bytes).toBeLessThanOrEqual(renderBudgets.firstSetData)
  for (const { bytes } of setData) expect(bytes).toBeLessThanOrEqual(renderBudgets.setData)
}

/** What the family answers; which pages are asked, and in which order, is for the engine to choose. */
const birthDate = '孩子是哪一天出生的？'
const replies: Readonly<Record<string, readonly string[]>> = {
  '有没有下面这些情况？': ['以上都没有'],
  '孩子爸爸现在是什么情况？': ['在服刑'],
  '孩子妈妈现在是什么情况？': ['联系不上'],
  '孩子爸爸判了多久？': ['6个月或更长'],
  '孩子妈妈联系不上，报过警吗？': ['报过，拿到了回执单'],
  '孩子现在上什么学？': ['小学'],
  [birthDate]: [],
}
const checkRoute = 'packages/eligibility/check/index'
const resultRoute = 'packages/eligibility/result/index'

const questionOn = (program: MiniProgram) =>
  Object.keys(replies).filter((question) => program.texts().includes(question))[0] ?? program.text()

async function answerPage(program: MiniProgram, given = replies): Promise<void> {
  const question = questionOn(program)
  if (question === birthDate)
    for (const [part, value] of [
      ['，年', '2016'],
      ['，月', '3'],
      ['，日', '5'],
    ] as const)
      expectSmall(await program.type(part, value))
  else if (!given[question]) await program.tap('不清楚')
  else for (const each of given[question]) expectSmall(await program.choose(each))
}

/** Answers page after page, measuring every tap, until the results or the question to stop at. */
async function answerAll(program: MiniProgram, { given = replies, until = '' } = {}): Promise<void> {
  await program.tap('看看能领什么')
  while (program.route === checkRoute && !(until && program.texts().includes(until))) {
    await answerPage(program, given)
    expectLongPage(await program.tap('下一步'))
  }
}

describe.each<FunctionMode>(['throwing', 'inert'])('禁止 new Function 的方式：%s', (mode) => {
  test('没有网络，答完看到结果；每点一下只送一小条', () =>
    phone(async (program) => {
      await answerAll(program)
      expect(program.route).toBe(resultRoute)
      expect(program.text()).toMatch(/有 \d+ 项现在可以申请/)
      expect(program.text()).toContain('依据是征求意见稿')
      expect(program.text()).toContain('全面落实孤儿和事实无人抚养儿童基本生活保障制度')
    }, mode))
})

test('从问题到结果、每一项、假设、给窗口看：不发请求，不登录，手机上什么也不留', () => {
  const codes: string[] = []
  const wechat = { appid: 'wx0', issueCode: (person: string) => String(codes.push(person)) }
  return withMiniProgram({ dist, now, wechat }, async (program) => {
    const write = jest.spyOn(program.phone.storage, 'set')
    await answerAll(program)
    expectOnePage(await program.tap('看详细'))
    await program.back()
    expectLongPage(await program.open('/packages/eligibility/group/index?name=instead'))
    await program.back()
    await tryStage(program)
    await program.tap('回真的结果')
    expectLongPage(await program.tap('拿给窗口看'))
    await program.back()
    expectLongPage(await program.tap('以后会怎样'))
    await program.back()
    expect(program.phone.network.requests).toEqual([])
    expect(program.phone.privacy.asked).toBe(0)
    expect(codes).toEqual([])
    expect(write).not.toHaveBeenCalled()
    await program.tap('把答案存在这台手机上')
    expect(write).toHaveBeenCalled()
    expect(program.phone.network.requests).toEqual([])
  })
})

/** From the results: what if the child went to another school? And back. */
async function tryStage(program: MiniProgram): Promise<void> {
  expectLongPage(await program.tap('情况变了会怎样'))
  expectOnePage(await program.tap('孩子现在上什么学？'))
  expectSmall(await program.choose('大专'))
  expectOnePage(await program.tap('看会怎样'))
}

const allResults = checkerCodes.filter((code) => code !== 'HIV_ALLOWANCE')
const groups = ['apply', 'automatic', 'held', 'almost', 'ending', 'instead']

/** Nothing that a person reads is in another language; a label in the program's own words would be. */
function expectChinese(program: MiniProgram): void {
  expect(program.texts().filter((text) => /[A-Za-z]/.test(text))).toEqual([])
}

test('每一项、每一组、政策的每一条：一页一次送完，长的分两次；只有中文', () =>
  phone(async (program) => {
    await answerAll(program)
    expectChinese(program)
    const pages = [
      ...allResults.map((code) => `/packages/eligibility/item/index?code=${code}`),
      ...groups.map((name) => `/packages/eligibility/group/index?name=${name}`),
      ...clauseNames.map(({ id }) => `/packages/policy/text/index?clause=${id}`),
      ...clauseNames.map(({ id }) => `/packages/policy/text/index?notes=${id}`),
      '/packages/policy/text/index?clause=opening',
      '/packages/eligibility/whatIf/index',
      '/packages/eligibility/ahead/index',
      '/packages/eligibility/summary/index',
    ]
    for (const page of pages) {
      expectLongPage(await program.open(page))
      expectChinese(program)
      await program.back()
    }
  }))

test('假设上了大专：说清会没有什么，标明是假设；真的回答和结果不动', () =>
  phone(async (program) => {
    await answerAll(program)
    const before = program.text()
    await tryStage(program)
    expect(program.text()).toContain('这是假设，不是真的结果。')
    expect(program.text()).toContain('大专（现在：小学）')
    expect(program.text()).toContain('义务教育生活补助')
    await program.tap('回真的结果')
    expect(program.route).toBe(resultRoute)
    expect(program.text()).toBe(before)
  }))

test('给窗口看的一页：回答、结果、条目、材料都在，没有链接出去的按钮', () =>
  phone(async (program) => {
    await answerAll(program)
    await program.tap('拿给窗口看')
    for (const words of [
      '事实无人抚养儿童基本生活补贴',
      '一（一）加大基本生活保障力度',
      '孩子爸爸的判决书',
      '孩子爸爸判了多久？',
      '6个月或更长',
      '依据是征求意见稿',
      '可以截屏',
    ])
      expect(program.text()).toContain(words)
    expect(program.text()).not.toMatch(/病|残/)
  }))

test('一直答“不清楚”：走得到结果，没有一页太长', () =>
  phone(async (program) => {
    await answerAll(program, { given: {} })
    expect(program.text()).toContain('还差一步')
    expectLongPage(await program.open('/packages/eligibility/group/index?name=almost'))
    expect(program.text()).not.toMatch(/HIV|艾滋/)
  }))

test('上一步、手机的返回键，都不丢回答', () =>
  phone(async (program) => {
    const question = '孩子爸爸判了多久？'
    await answerAll(program, { until: question })
    await program.choose('6个月或更长')
    expectOnePage(await program.tap('上一步'))
    await program.tap('下一步')
    expect(program.attr('6个月或更长', 'aria-checked')).toBe('true')
    await program.back()
    expect(program.route).toBe('pages/home/index')
    await program.tap('看看能领什么')
    expect(program.text()).toContain(question)
    expect(program.attr('6个月或更长', 'aria-checked')).toBe('true')
  }))

test('微信关掉以后：没存就没有了，存过的能接着用', () =>
  phone(async (program) => {
    await answerAll(program)
    const results = program.text()
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
    expect(program.text()).toBe(results)
  }))

test('外省的户口：省份单独一页，点一下只动两行', () =>
  phone(async (program) => {
    const given = { '有没有下面这些情况？': ['户口在外地，人在乌海'] }
    await answerAll(program, { given, until: '孩子的户口在哪里？' })
    expectSmall(await program.choose('外省'))
    expectOnePage(await program.tap('下一步'))
    expect(program.text()).toContain('孩子的户口在哪个省？')
    expectSmall(await program.choose('宁夏回族自治区'))
    expectOnePage(await program.tap('下一步'))
    expect(program.text()).not.toContain('孩子的户口在哪个省？')
  }))

test('看要带什么、看原文、看回答：各是一页，长的分两次送', () =>
  phone(async (program) => {
    await answerAll(program)
    expectLongPage(await program.tap('看要带什么'))
    expect(program.text()).toContain('孩子爸爸的判决书')
    await program.back()
    expectLongPage(await program.tap('看原文，一（一）加大基本生活保障力度'))
    expect(program.text()).toContain('标出来的，是结果里引用的话。')
    await program.back()
    expectOnePage(await program.tap('看我的回答'))
    expectOnePage(await program.tap('修改，孩子爸爸判了多久？'))
    await program.choose('不到6个月')
    await program.tap('下一步')
    await answerRest(program)
    expect(program.sees('去申请')).toBe(false)
  }))

async function answerRest(program: MiniProgram): Promise<void> {
  while (program.route === checkRoute) {
    await answerPage(program)
    await program.tap('下一步')
  }
}

test('政策说明、隐私说明不登录也能看，每一条一页', () =>
  phone(async (program) => {
    expectOnePage(await program.tap('政策说明'))
    expectLongPage(await program.tap('（一）加大基本生活保障力度'))
    expect(program.text()).toContain('年满18周岁且渐退期满')
    expectLongPage(await program.tap('处要说明'))
    expect(program.text()).toContain('这是我们的读法，不是政策。')
    await program.tab('我的')
    expectOnePage(await program.tap('隐私说明'))
    expectOnePage(await program.tap('孩子的信息'))
    expect(program.text()).toContain('只用来办这件事')
  }))

test('在政策里找：打字不发请求，每打一个字只送一小条；点开停在那一句', () =>
  phone(async (program) => {
    await program.tap('政策说明')
    expectSmall(await program.type('在文件里找', '住院'))
    expectOnePage(await program.tap('找一找'))
    expect(program.text()).toContain('不低于70%')
    expectLongPage(await program.tap('看这一条，二（二）细化医疗救助措施'))
    expect(program.text()).toContain('标出来的，是您找的词。')
    // The contents ask for what has been published; nobody is told what was searched for.
    expect(program.phone.network.requests.map(({ path }) => path)).toEqual([endpoints.settings.path])
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
