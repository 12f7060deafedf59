import { withPhoto } from '../fixtures/photoFile'
import { type Effect, type MiniProgram } from './harness/driver'
import { type FunctionMode } from './harness/realm'
import { answer, answerAll, fillIn, handInPapers, laterAll, questionOn } from './support/grandmother'
import { stage } from './support/stage'

// The built mini program, the real API and its database: one family from the first question to the receipt.

const { api, phone: open } = stage()

const phone = (act: (program: MiniProgram, photo: string) => Promise<void>, functionMode?: FunctionMode) =>
  withPhoto((photo) => open((program) => act(program, photo), functionMode))

const applications = () =>
  api().db.selectFrom('application').select(['id', 'case_number', 'status']).execute()
const submits = (program: MiniProgram) =>
  program.phone.network.requests.filter(
    ({ method, path }) => method === 'POST' && path === '/api/v1/applications',
  )

describe.each<FunctionMode>(['throwing', 'inert'])('禁止 new Function 的方式：%s', (mode) => {
  test('从能领什么到回执：一件申请，照片收到，进度里看得见', () =>
    phone(async (program, photo) => {
      const before = (await applications()).length
      await program.tap('看看能领什么')
      await answerAll(program)
      expect(program.text()).toContain('现在可以申请')
      await program.tap('去申请')
      await program.tap('开始填')
      expect(questionOn(program)).toBe('谁来填这份申请？')
      await answerAll(program)
      expect(program.text()).toContain('8 样材料，已收到 0 样')
      await handInPapers(program, photo)
      expect(program.text()).toContain('8 样材料，已收到 1 样')
      await program.tap('下一步')
      await program.tap('提交申请')
      const [filed] = (await applications()).slice(before)
      expect(program.route).toBe('packages/application/receipt/index')
      expect(program.text()).toContain('申请已经收到')
      expect(program.text()).toContain(filed?.case_number.replace(/(\d{4})(?=\d)/g, '$1 '))
      expect(await applications()).toHaveLength(before + 1)
      await program.tap('看办理进度')
      expect(program.text()).toContain('海勃湾区凤凰岭街道收到了您的申请')
      expect(program.text()).toContain('您提交了申请。')
    }, mode))
})

test('填到哪一步关掉，打开就在哪一步，填过的都在；一个请求也没发', () =>
  phone(async (program) => {
    const withoutHint = () => program.text().replace('上次填到这里。\n', '')
    await program.open('/packages/application/start/index?service=DFUC_ALLOWANCE')
    await program.tap('开始填')
    let pages = 0
    for (let title = questionOn(program); title; title = questionOn(program)) {
      await answer(program)
      const filled = withoutHint()
      await program.relaunch()
      await program.tap('接着填')
      expect(program.text()).toContain('上次填到这里。')
      expect(withoutHint()).toBe(filled)
      await program.tap('下一步')
      pages += 1
    }
    expect(pages).toBeGreaterThan(12)
    expect(program.text()).toContain('8 样材料，已收到 0 样')
    expect(program.phone.network.requests).toEqual([])
  }))

test('提交以后断了：不用人管，同一个编号再问，只有一件', () =>
  phone(async (program, photo) => {
    const before = (await applications()).length
    await fillIn(program)
    await handInPapers(program, photo)
    await program.tap('下一步')
    program.phone.network.meet({ to: '/api/v1/applications', kind: 'cut', when: 'afterCommit' })
    await program.tap('提交申请')
    expect(program.text()).toContain('申请已经收到')
    expect(submits(program).map(({ status }) => status)).toEqual([undefined, 201])
    expect(await applications()).toHaveLength(before + 1)
  }))

test('提交以后断了，又关掉了：打开接着确认，只有一件', () =>
  phone(async (program, photo) => {
    const before = (await applications()).length
    await fillIn(program)
    await handInPapers(program, photo)
    await program.tap('下一步')
    const cut = { to: '/api/v1/applications', kind: 'cut', when: 'afterCommit' } as const
    program.phone.network.meet(cut, cut, cut, cut)
    await program.tap('提交申请')
    expect(program.text()).toContain('正在确认，请不要重复提交。')
    await program.relaunch()
    expect(await applications()).toHaveLength(before + 1)
    await program.until('the receipt', () => program.sees('看回执'))
    await program.tap('看回执')
    expect(program.text()).toContain('申请已经收到')
    expect(submits(program).filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await applications()).toHaveLength(before + 1)
  }))

test('不同意用孩子的信息：交不了，说清楚还能到街道办，什么也没发', () =>
  phone(async (program) => {
    await program.open('/packages/application/start/index?service=DFUC_ALLOWANCE')
    await program.tap('开始填')
    for (let title = questionOn(program); title; title = questionOn(program)) {
      if (title.startsWith('您同意')) break
      await answer(program)
      await program.tap('下一步')
    }
    await program.choose('不同意')
    expect(program.text()).toContain('您可以带材料到办理的地方办。')
    expect(program.sees('下一步')).toBe(false)
    await program.choose('同意')
    expect(program.sees('下一步')).toBe(true)
    expect(program.phone.network.requests).toEqual([])
  }))

test('不同意微信的隐私提示：拍不了照片，可以都以后补，照样能交', () =>
  phone(async (program) => {
    program.phone.privacy.agreed = false
    program.phone.privacy.officialDialog = 'disagree'
    const before = (await applications()).length
    await fillIn(program)
    await program.tap('拍照，孩子的户口本')
    expect(program.text()).toContain('没有同意使用照片，就拍不了。可以带材料到街道（镇）办。')
    await laterAll(program)
    await program.tap('下一步')
    await program.tap('提交申请')
    expect(program.text()).toContain('申请已经收到')
    expect(program.text()).toContain('这次没有照片。')
    expect(await applications()).toHaveLength(before + 1)
  }))

test('没有网也能拍：照片等着，网一好自己传，再关掉也不丢', () =>
  phone(async (program, photo) => {
    await fillIn(program)
    program.phone.network.online = false
    program.pickPhoto(photo)
    await program.tap('拍照，孩子的户口本')
    expect(program.text()).toContain('等待')
    expect(program.text()).toContain('照片没传上。网络好了会自动再传。')
    await program.relaunch()
    await program.tap('接着填')
    expect(program.text()).toContain('8 样材料，已收到 0 样')
    program.phone.network.online = true
    await program.idle()
    expect(program.text()).toContain('8 样材料，已收到 1 样')
  }))

test('填一个字、选一项，只送一次，不超过 1 KB', () =>
  phone(async (program) => {
    const small = ({ setData, bytes }: Effect) => setData.length <= 1 && bytes <= 1024
    await program.open('/packages/application/start/index?service=DFUC_ALLOWANCE')
    await program.tap('开始填')
    const heavy: string[] = []
    for (let title = questionOn(program); title; title = questionOn(program)) {
      const before = program.phone.setData.length
      await answer(program)
      const sent = program.phone.setData.slice(before)
      if (sent.some(({ bytes }) => bytes > 1024)) heavy.push(title)
      if (title === '谁来填这份申请？' && !small(await program.tap('我帮家里人填'))) heavy.push(title)
      if (title === '孩子叫什么名字？' && !small(await program.type('姓名', '王小明明'))) heavy.push(title)
      await program.tap('下一步')
    }
    expect(heavy).toEqual([])
  }))
