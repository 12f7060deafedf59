import { resolve } from 'node:path'
import { renderBudgets } from '../../config/budgets'
import { type Effect, type MiniProgram } from './harness/driver'
import { withMiniProgram } from './harness/miniProgram'
import { answer, questionOn } from './support/grandmother'

// The built mini program without a network: a child whose hukou lies in 河南省郑州市金水区 and who lives in 乌海.

const dist = resolve(__dirname, '../../dist/weapp')
const phone = (act: (program: MiniProgram) => Promise<void>) => withMiniProgram({ dist }, act)
const question = '孩子的户口在哪里？'
const searchField = '输入名字找'

async function fillUpToHukou(program: MiniProgram): Promise<void> {
  await program.open('/packages/application/start/index?service=DFUC_ALLOWANCE')
  await program.tap('开始填')
  while (questionOn(program) !== question) {
    await answer(program)
    await program.tap('下一步')
  }
}

function expectSmall({ setData, bytes }: Effect): void {
  expect(setData.length).toBeLessThanOrEqual(renderBudgets.action.calls)
  expect(bytes).toBeLessThanOrEqual(renderBudgets.action.bytes)
}

/** The next list comes in one piece that a cheap phone can show. */
function expectOnePage({ setData }: Effect): void {
  expect(setData.map(({ first }) => first)).toEqual([true])
  for (const { bytes } of setData) expect(bytes).toBeLessThanOrEqual(renderBudgets.firstSetData)
}

const isChosen = (program: MiniProgram, row: string) => String(program.attr(row, 'aria-checked')) === 'true'

/** A row, and what 下一步 leads to. */
async function go(program: MiniProgram, row: string, next: string): Promise<void> {
  expectSmall(await program.choose(row))
  expectOnePage(await program.tap('下一步'))
  expect(program.texts()).toContain(next)
}

test('省、市、区一级一页：每点一下只送一小条，一个请求也没有；关掉再打开，每一级都还在', () =>
  phone(async (program) => {
    await fillUpToHukou(program)
    await go(program, '外省', '是哪个省？')
    expectOnePage(await program.tap('看另外 16 个'))
    expectOnePage(await program.tap('上一步'))
    await go(program, '河南省', '河南省的哪个市？')
    await go(program, '郑州市', '郑州市的哪个区、县？')
    expectSmall(await program.choose('金水区'))
    await program.relaunch()
    await program.tap('接着填')
    for (const row of ['金水区', '郑州市', '河南省']) {
      expect(isChosen(program, row)).toBe(true)
      await program.tap('上一步')
    }
    for (const row of ['外省', '河南省', '郑州市']) {
      expect(isChosen(program, row)).toBe(true)
      await program.tap('下一步')
    }
    expect(isChosen(program, '金水区')).toBe(true)
    await program.tap('下一步')
    expect(program.text()).toContain('孩子现在住哪里？')
    expect(program.phone.network.requests).toEqual([])
  }))

test('打字找：海南省和乌海市海南区分得开，金水找到郑州市金水区；按一个键只送一次', () =>
  phone(async (program) => {
    await fillUpToHukou(program)
    await go(program, '外省', '是哪个省？')
    expectSmall(await program.type(searchField, '海'))
    expect(program.texts()).toContain('还有别的，请再输入一个字。')
    expectSmall(await program.type(searchField, '海南'))
    expect(program.sees('海南省')).toBe(true)
    expect(program.sees('内蒙古自治区乌海市海南区')).toBe(true)
    expect(program.sees('北京市')).toBe(false)
    // Only to empty the field brings the list back, in one piece.
    expect((await program.type(searchField, '')).setData).toHaveLength(1)
    expect(program.sees('北京市')).toBe(true)
    expectSmall(await program.type(searchField, '不在'))
    expect(program.texts()).toContain('没有找到，请换个字试试。')
    expectSmall(await program.type(searchField, '金水'))
    expectSmall(await program.choose('河南省郑州市金水区'))
    await program.tap('下一步')
    expect(program.text()).toContain('孩子现在住哪里？')
    await program.tap('上一步')
    for (const row of ['外省', '河南省', '郑州市']) {
      expect(isChosen(program, row)).toBe(true)
      await program.tap('下一步')
    }
    expect(isChosen(program, '金水区')).toBe(true)
  }))

test('不清楚哪个区：就到市，能接着填', () =>
  phone(async (program) => {
    await fillUpToHukou(program)
    await go(program, '内蒙古的其他地方', '内蒙古自治区的哪个市？')
    expect(program.sees('乌海市')).toBe(false)
    await go(program, '包头市', '包头市的哪个区、县？')
    await program.tap('下一步')
    expect(program.text()).toContain('请选一个。不知道就选“不清楚”。')
    await program.choose('不清楚')
    await program.tap('下一步')
    expect(program.text()).toContain('孩子现在住哪里？')
  }))
