import { randomUUID } from 'node:crypto'
import { withPhoto } from '../fixtures/photoFile'
import { pageThatDoes, said, withSmallProgram } from '../fixtures/weappDist'
import { startTestApi, type TestApi } from '../server/support/testApi'
import { startWechatServer, type WechatStandIn } from '../stand-ins/wechatServer'
import { builtApiBase } from './harness/miniProgram'

// Phone → API → database with nothing in between but real HTTP: what the flow tests stand on.

let wechat: WechatStandIn
let api: TestApi
beforeAll(async () => {
  wechat = await startWechatServer()
  api = await startTestApi({ wechat })
})
afterAll(async () => {
  await api.close()
  await wechat.close()
})

const stored = (photoId: string) =>
  api.db.selectFrom('attachment').select(['id', 'sha256']).where('client_id', '=', photoId).execute()

const base = `${builtApiBase()}/api/v1`
const signInAndUpload = (photoId: string) => `
  wx.login({ success: function (login) {
    wx.request({ url: '${base}/sessions/wechat', method: 'POST', data: { code: login.code }, success: function (session) {
      say(session.statusCode)
      wx.chooseMedia({ success: function (chosen) {
        wx.uploadFile({
          url: '${base}/attachments', name: 'file', filePath: chosen.tempFiles[0].tempFilePath,
          formData: { paper: 'childHukouBook', clientId: '${photoId}' },
          header: { Authorization: 'Bearer ' + session.data.token },
          success: function (answer) { say(answer.statusCode); say(JSON.parse(answer.data)) },
        })
      } })
    } })
  } })`

test('微信登录、拍照、上传：照片在数据库里，属于这个人', async () => {
  const photoId = randomUUID()
  await withPhoto((photo) =>
    withSmallProgram(
      pageThatDoes(signInAndUpload(photoId)),
      async (program) => {
        program.pickPhoto(photo)
        await program.tap('办')
        const [signedIn, uploaded, attachment] = said(program)
        expect([signedIn, uploaded]).toEqual([201, 201])
        const rows = await stored(photoId)
        expect(rows).toHaveLength(1)
        expect(attachment).toMatchObject({ ...rows[0], paper: 'childHukouBook' })
      },
      { apiUrl: api.url, wechat },
    ),
  )
})

test('办完后断：服务器有一张，手机不知道；再传一次还是一张', async () => {
  const photoId = randomUUID()
  await withPhoto((photo) =>
    withSmallProgram(
      pageThatDoes(signInAndUpload(photoId)),
      async (program) => {
        program.phone.network.meet({ to: '/attachments', kind: 'cut', when: 'afterCommit' })
        program.pickPhoto(photo)
        await program.tap('办')
        expect(said(program)).toEqual([201])
        program.pickPhoto(photo)
        await program.tap('办')
        expect(said(program).slice(1)).toMatchObject([201, 201, { paper: 'childHukouBook' }])
        expect(await stored(photoId)).toHaveLength(1)
      },
      { apiUrl: api.url, wechat },
    ),
  )
})
