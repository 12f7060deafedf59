import { withPhoto } from '../fixtures/photoFile'
import { pageThatDoes, said, withSmallProgram } from '../fixtures/weappDist'
import { withServer } from '../stand-ins/listeningServer'
import { builtApiBase } from './harness/miniProgram'

// The platform's rules, as the harness keeps them: an app that breaks one must meet the real failure here.

const api = builtApiBase()

describe('网络', () => {
  const post = `call('request', { url: '${api}/cases?a=1', method: 'POST', data: { 名字: '小明' }, header: { 'X-Key': 'k' } })`

  test('真的发出去：正文、小写的头、改不了的来处；什么状态都算成功', async () => {
    await withServer(async (server) => {
      server.status = 422
      await withSmallProgram(
        pageThatDoes(post),
        async (program) => {
          await program.tap('办')
          expect(said(program)).toMatchObject([{ errMsg: 'request:ok', statusCode: 422, data: { ok: 1 } }])
          expect(server.heard).toMatchObject([
            {
              method: 'POST',
              url: '/cases?a=1',
              body: '{"名字":"小明"}',
              headers: { 'x-key': 'k', 'content-type': 'application/json' },
            },
          ])
          expect(server.heard[0]?.headers.referer).toMatch(
            /^https:\/\/servicewechat\.com\/wx.+\/page-frame\.html$/,
          )
          expect(program.phone.network.requests).toMatchObject([{ path: '/cases?a=1', status: 422 }])
        },
        { apiUrl: server.url },
      )
    })
  })

  test('上传：一个真的文件，答案是字符串，有进度', async () => {
    const code = `
      wx.chooseMedia({ success: function (chosen) {
        var task = wx.uploadFile({ url: '${api}/photos', filePath: chosen.tempFiles[0].tempFilePath, name: 'file', formData: { paper: 'idCard' },
          success: function (answer) { say(answer.data) } })
        task.onProgressUpdate(function (p) { getApp().progress = p.progress })
      } })`
    await withServer((server) =>
      withPhoto((photo) =>
        withSmallProgram(
          pageThatDoes(code),
          async (program) => {
            program.pickPhoto(photo)
            await program.tap('办')
            expect(said(program)).toEqual(['{"ok":1}'])
            expect(program.app.progress).toBe(100)
            expect(server.heard[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
            expect(server.heard[0]?.body).toMatch(/name="paper"\r\n\r\nidCard\r\n/)
            expect(server.heard[0]?.body).toMatch(
              /name="file"; filename="tmp_\w+\.jpg"\r\nContent-Type: image\/jpeg/,
            )
          },
          { apiUrl: server.url },
        ),
      ),
    )
  })

  const faults = [
    ['发出前断：服务器没听到', { kind: 'cut', when: 'beforeSend' }, 0, 'RESET'],
    ['办完后断：服务器办了，手机不知道', { kind: 'cut', when: 'afterCommit' }, 1, 'RESET'],
    ['办完后超时', { kind: 'cut', when: 'afterCommit', as: 'timeout' }, 1, 'timeout'],
    ['中间的机器答 500', { kind: 'status', status: 500 }, 0, undefined],
    ['服务器听到两遍', { kind: 'duplicate' }, 2, undefined],
  ] as const
  test.each(faults)('%s', async (_, fault, heard, words) => {
    await withServer((server) =>
      withSmallProgram(
        pageThatDoes(post),
        async (program) => {
          program.phone.network.meet({ to: '/cases', ...fault })
          await program.tap('办')
          expect(server.heard).toHaveLength(heard)
          expect(said(program)).toEqual([
            words ? expect.stringContaining(words) : expect.objectContaining({ errMsg: 'request:ok' }),
          ])
          await program.tap('办')
          expect(said(program)[1]).toMatchObject({ statusCode: 200 })
        },
        { apiUrl: server.url },
      ),
    )
  })

  test('没有网：失败，服务器没听到；网回来：会告诉', async () => {
    const code = `${post}; wx.onNetworkStatusChange(function (s) { getApp().online = s.isConnected })`
    await withServer((server) =>
      withSmallProgram(
        pageThatDoes(code),
        async (program) => {
          program.phone.network.online = false
          await program.tap('办')
          expect(said(program)).toEqual([expect.stringContaining('INTERNET_DISCONNECTED')])
          expect(server.heard).toEqual([])
          program.phone.network.online = true
          expect(program.app.online).toBe(true)
        },
        { apiUrl: server.url },
      ),
    )
  })

  test('离开超过 5 秒：正在发的断掉', async () => {
    await withServer((server) =>
      withSmallProgram(
        pageThatDoes(post),
        async (program) => {
          program.phone.network.meet({
            kind: 'hold',
            when: 'afterCommit',
            until: new Promise(() => undefined),
          })
          await program.tap('办')
          await program.hide()
          await program.advance(2000)
          expect(said(program)).toEqual([])
          await program.advance(3000)
          expect(said(program)).toEqual(['request:fail interrupted'])
          await program.show()
        },
        { apiUrl: server.url },
      ),
    )
  })

  test.each([
    ['自己定的时间', 'timeout: 2000,', 2000],
    ['app.json 定的时间', '', 15_000],
  ])('一直没有答案：到了%s算超时', async (_, timeout, ms) => {
    const files = { 'app.json': '{"pages":["pages/home/index"],"networkTimeout":{"request":15000}}' }
    const code = `call('request', { ${timeout} url: '${api}/cases' })`
    const options = { apiUrl: 'http://127.0.0.1:1', files }
    await withSmallProgram(
      pageThatDoes(code),
      async (program) => {
        program.phone.network.meet({ kind: 'hold', when: 'beforeSend', until: new Promise(() => undefined) })
        await program.tap('办')
        await program.advance(ms / 2)
        expect(said(program)).toEqual([])
        await program.advance(ms / 2)
        expect(said(program)).toEqual(['request:fail timeout'])
      },
      options,
    )
  })

  test('答案可以倒着到', async () => {
    const two = `call('request', { url: '${api}/first' }); call('request', { url: '${api}/second' })`
    await withServer((server) =>
      withSmallProgram(
        pageThatDoes(two),
        async (program) => {
          let release = () => undefined as void
          const until = new Promise<void>((resolve) => (release = resolve))
          program.phone.network.meet({ to: '/first', kind: 'hold', when: 'beforeSend', until })
          await program.tap('办')
          expect(server.heard.map(({ url }) => url)).toEqual(['/second'])
          release()
          await program.until('the first answer', () => said(program).length === 2)
          expect(server.heard.map(({ url }) => url)).toEqual(['/second', '/first'])
        },
        { apiUrl: server.url },
      ),
    )
  })
})
