import { type PublishedSetting } from '@domain/policy/publishedSettings'
import { changeSetting } from '@server/store/settings'
import { value } from '../server/support/desk'
import { type MiniProgram } from './harness/driver'
import { stage } from './support/stage'

// What a department publishes reaches the built mini program without a release, and never through the checker.

const path = '/api/v1/settings'

const { api, phone } = stage()

const publish = async (months: number) =>
  value(
    await changeSetting(api().parts, {
      key: 'gradualExitMonths',
      value: months,
      source: `乌民发〔2026〕${months}号`,
      date: '2026-11-20',
      by: '王芳',
    }),
  )

const lookForCases = async (program: MiniProgram) => {
  await program.tab('进度')
  await program.tap('交过了，找一找我的申请')
}

function keptMonths(program: MiniProgram): unknown {
  const kept = program.phone.storage.read('settings') as { settings: PublishedSetting[] } | undefined
  return kept?.settings.find(({ key }) => key === 'gradualExitMonths')?.value
}

test('看过进度，手机就有了新公布的数值；再打开、没有网，也还在', () =>
  phone(async (program) => {
    await publish(6)
    await lookForCases(program)
    expect(keptMonths(program)).toBe(6)
    program.phone.network.online = false
    await program.relaunch()
    expect(keptMonths(program)).toBe(6)
  }))

test('部门又改了：下次看进度，就是新的', () =>
  phone(async (program) => {
    await publish(7)
    await lookForCases(program)
    await publish(8)
    await program.relaunch()
    expect(keptMonths(program)).toBe(8)
  }))

test('没登录过的家庭，打开政策说明就有新公布的数值', () =>
  phone(async (program) => {
    await publish(9)
    await program.tap('政策说明')
    expect(keptMonths(program)).toBe(9)
  }))

test('没登录过的家庭，打开四个页面都不取', () =>
  phone(async (program) => {
    for (const { text } of program.tabs) await program.tab(text)
    expect(program.phone.network.requests.filter((sent) => sent.path === path)).toEqual([])
    expect(program.phone.storage.keys).toEqual([])
  }))
