import { resolve } from 'node:path'
import { renderBudgets } from '../../config/budgets'
import { idNumber } from '../server/support/family'
import { type MiniProgram } from './harness/driver'
import { withMiniProgram } from './harness/miniProgram'
import { answer, questionOn } from './support/grandmother'

// The built mini program without a network: one phone, two children, and it is closed at any moment.

const dist = resolve(__dirname, '../../dist/weapp')
const phone = (act: (program: MiniProgram) => Promise<void>) => withMiniProgram({ dist }, act)

/** Fills in page after page, until this question is open. */
async function fillUpTo(program: MiniProgram, question: string): Promise<void> {
  while (questionOn(program) !== question) {
    if (!questionOn(program)) throw new Error(`“${question}” never comes: ${program.text()}`)
    await answer(program)
    await program.tap('下一步')
  }
}

async function nameChild(program: MiniProgram, name: string): Promise<void> {
  await fillUpTo(program, '孩子叫什么名字？')
  await program.input('姓名', name)
  await program.input('身份证号', idNumber('20150607'))
}

const start = (program: MiniProgram, service: string) =>
  program.open(`/packages/application/start/index?service=${service}`)

/** 王小明's, left at the list of streets; then 李小红's, left at the name. */
async function twoChildren(program: MiniProgram): Promise<void> {
  await start(program, 'DFUC_ALLOWANCE')
  await program.tap('开始填')
  await nameChild(program, '王小明')
  await program.tap('下一步')
  await program.choose('乌海市海勃湾区')
  await program.tap('下一步')
  await program.choose('凤凰岭街道')
  await start(program, 'DFUC_ALLOWANCE')
  await program.tap('另填一份')
  await nameChild(program, '李小红')
}

test('两个孩子，两份：关掉再打开，各在各的那一步，地方停在街道那一层；一个请求也没有', () =>
  phone(async (program) => {
    await twoChildren(program)
    await program.relaunch()
    expect(program.text()).toContain('李某：申请填到一半')
    await program.tap('还有 1 份没填完的')
    expect(program.text()).not.toContain('小')
    const of = (verb: string, surname: string) => {
      const [, day] = new RegExp(`${surname}某，(\\d+月\\d+日填的)`).exec(program.text()) ?? []
      return `${verb}，${surname}某，${day ?? ''}`
    }
    await program.tap(of('接着填', '王'))
    expect(program.text()).toContain('上次填到这里。')
    expect(program.text()).toContain('海勃湾区的哪个街道（镇）？')
    expect(String(program.attr('凤凰岭街道', 'aria-checked'))).toBe('true')
    await program.back()
    await program.tap(of('接着填', '李'))
    expect(program.text()).toContain('上次填到这里。')
    expect(program.attr('姓名', 'value')).toBe('李小红')

    // One is erased; the other goes on as if nothing had been.
    await program.back()
    await program.tap(of('删掉', '李'))
    await program.tap('删掉，不要了')
    expect(program.text()).not.toContain('李某')
    await program.relaunch()
    expect(program.text()).toContain('王某：申请填到一半')
    await program.tap('接着填')
    expect(program.text()).toContain('海勃湾区的哪个街道（镇）？')
    expect(program.phone.network.requests).toEqual([])
  }))

test('再办一件：照着那一份的人和住处，名字不用再填', () =>
  phone(async (program) => {
    await twoChildren(program)
    await start(program, 'TEMP_AID')
    await program.tap('看没填完的')
    await program.back()
    const [line] = program.texts().filter((text) => text.startsWith('照着填：王某'))
    await program.tap(line ?? '')
    expect(program.route).toBe('packages/application/form/index')
    await program.relaunch()
    await program.tap('接着填')
    for (let pages = 0; pages < 20 && questionOn(program) !== '孩子叫什么名字？'; pages += 1)
      await program.tap('上一步')
    expect(program.attr('姓名', 'value')).toBe('王小明')
  }))

test('换下一家：屏幕上没有这一家，回不去；名单里还在', () =>
  phone(async (program) => {
    await start(program, 'DFUC_ALLOWANCE')
    await program.tap('开始填')
    await program.choose('我是儿童主任或工作人员')
    await program.tap('换下一家')
    expect(program.route).toBe('pages/home/index')
    await program.relaunch()
    expect(program.text()).toContain('申请填到一半')
  }))

test('十份的名单：打开时先送的不多，一份不少', () =>
  phone(async (program) => {
    for (let count = 0; count < 10; count += 1) {
      await start(program, 'DFUC_ALLOWANCE')
      await program.tap(count === 1 ? '另填一份' : '开始填')
      await program.relaunch()
    }
    const { setData } = await program.open('/packages/application/drafts/index')
    for (const { bytes, first } of setData)
      expect(bytes).toBeLessThanOrEqual(first ? renderBudgets.firstSetData : renderBudgets.setData)
    expect(program.texts().filter((text) => text === '接着填')).toHaveLength(10)
    expect(program.figures().nodes).toBeLessThanOrEqual(renderBudgets.nodes)
  }))
