import { withPhoto } from '../fixtures/photoFile'
import { type MiniProgram } from './harness/driver'
import { fillIn, handInPapers, laterAll } from './support/grandmother'
import { stage } from './support/stage'

// Handed in without a net: kept, told, sent by itself with the same key, and one case in the end.

const { api, phone: open } = stage()

const phone = (act: (program: MiniProgram, photo: string) => Promise<void>) =>
  withPhoto((photo) => open((program) => act(program, photo)))

const applications = () => api().db.selectFrom('application').select('id').execute()
const submits = ({ phone: { network } }: MiniProgram) =>
  network.requests.filter(({ method, path }) => method === 'POST' && path === '/api/v1/applications')

/** Filled in, photographed and handed in while there is no net at all. */
async function handInOffline(program: MiniProgram, photo: string): Promise<void> {
  program.phone.network.online = false
  await fillIn(program)
  await handInPapers(program, photo)
  await program.tap('下一步')
  await program.tap('提交申请')
}

test('没有网也能交：照片没传完也先存好，网一好自己传、自己交，回执在等着', () =>
  phone(async (program, photo) => {
    const before = (await applications()).length
    await handInOffline(program, photo)
    expect(program.text()).toContain('等着提交')
    expect(program.text()).toContain('还有 1 张照片没传完，传完自动提交。')
    expect(submits(program)).toEqual([])
    program.phone.network.online = true
    await program.until('the receipt', () => program.route === 'packages/application/receipt/index')
    await program.idle()
    expect(program.text()).toContain('申请已经收到')
    expect(await applications()).toHaveLength(before + 1)
  }))

test('没有网时交的，又关掉了：有网以后打开首页就自己交，首页和进度都看得见', () =>
  phone(async (program, photo) => {
    const before = (await applications()).length
    await handInOffline(program, photo)
    await program.relaunch()
    expect(program.text()).toContain('有一份等着提交')
    expect(program.text()).toContain('已保存，联网后自动提交。')
    await program.tab('进度')
    expect(program.text()).toContain('有一份等着提交')
    await program.tab('首页')
    program.phone.network.online = true
    await program.until('one case', () => submits(program).some(({ status }) => status === 201))
    await program.idle()
    expect(program.text()).toContain('交的已经收到')
    expect(program.text()).not.toContain('等着提交')
    expect(await applications()).toHaveLength(before + 1)
    await program.tap('看回执')
    expect(program.text()).toContain('申请已经收到')
    await program.tap('回首页')
    expect(program.text()).not.toContain('交的已经收到')
    await program.tab('进度')
    expect(program.text()).toContain('王*明的申请')
  }))

test('没有网时交的，还没发：可以拿回来改，改了再交，只有一件', () =>
  phone(async (program) => {
    const before = (await applications()).length
    program.phone.network.online = false
    await fillIn(program)
    await laterAll(program)
    await program.tap('下一步')
    await program.tap('提交申请')
    expect(program.text()).toContain('已保存，联网后自动提交。')
    await program.tap('继续修改')
    expect(program.sees('提交申请')).toBe(true)
    program.phone.network.online = true
    await program.idle()
    expect(submits(program)).toEqual([])
    await program.tap('提交申请')
    expect(program.text()).toContain('申请已经收到')
    expect(await applications()).toHaveLength(before + 1)
  }))

test('可能已经到了：不能拿回来改；换了网、换了一天再打开，还是同一个编号，只有一件', () =>
  phone(async (program) => {
    const before = (await applications()).length
    await fillIn(program)
    await laterAll(program)
    await program.tap('下一步')
    const cut = { to: '/api/v1/applications', kind: 'cut', when: 'afterCommit' } as const
    program.phone.network.meet(cut, cut, cut, cut)
    await program.tap('提交申请')
    await program.advance(3_000)
    await program.advance(8_000)
    expect(program.text()).toContain('内容都在手机里，网络好了会接着确认。')
    expect(program.sees('继续修改')).toBe(false)
    program.phone.network.online = false
    await program.relaunch()
    expect(program.text()).toContain('有一份正在确认')
    await program.advance(86_400_000)
    program.phone.network.online = true
    await program.until('the answer', () => submits(program).some(({ status }) => status === 201))
    await program.idle()
    expect(await applications()).toHaveLength(before + 1)
  }))
