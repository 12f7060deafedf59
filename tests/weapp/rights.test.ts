import { sql } from 'kysely'
import { type MiniProgram } from './harness/driver'
import { stage } from './support/stage'

// The copy of the own data, out of the built mini program and the real API into a file that can be sent to a chat.

const { api, phone } = stage()

const openMyInformation = async (program: MiniProgram) => {
  await program.tab('我的')
  await program.tap('我的信息')
}
const sent = (program: MiniProgram) =>
  program.phone.calls.filter(({ name }) => name === 'shareFileMessage').map(({ options }) => options)

test('取一份自己的信息：看得懂的文件，存好以后手机里不留', () =>
  phone(async (program) => {
    await openMyInformation(program)
    await program.tap('登录看看')
    await program.tap('要一份')
    await sql`update data_copy set requested_at = requested_at - interval '2 days'`.execute(api().db)
    await program.relaunch()
    await openMyInformation(program)
    await program.tap('取这一份')
    // The network came between the tap and the file.
    expect(program.text()).toContain('还没有存下来')
    expect(sent(program)).toEqual([])
    const before = program.phone.network.requests.length
    await program.tap('存成文件')
    expect(program.text()).toContain('请收好')
    expect(program.phone.network.requests).toHaveLength(before)
    expect(sent(program)).toEqual([
      {
        fileName: '我的信息.txt',
        text: expect.stringMatching(
          /^\uFEFF【我的信息】\r\n这一份是什么时候做的：\d+年\d+月\d+日 \d\d:\d\d\r\n账号从什么时候起：.*\r\n账号：1个。认出是您，不用再注册。\r\n/s,
        ),
      },
    ])
    expect(program.phone.files.kept).toEqual([])
  }))

test('不带内容的请求，微信里也办得成：让别的手机退出、删账号', () =>
  phone(async (program) => {
    program.phone.account.person = '另一位奶奶'
    await openMyInformation(program)
    await program.tap('登录看看')
    await program.tap('让别的手机退出登录')
    expect(program.text()).toContain('别的手机都已退出登录。')
    await program.tap('删除账号')
    await program.tap('删除账号', '要删除账号吗？')
    expect(program.text()).toContain('账号已删除。')
  }))
