import { withPhoto } from '../fixtures/photoFile'
import { pageThatDoes, said, withSmallProgram } from '../fixtures/weappDist'
import { builtApiBase } from './harness/miniProgram'
import { startWechatServer } from '../stand-ins/wechatServer'

// The platform's rules, as the harness keeps them: an app that breaks one must meet the real failure here.

const go = (name: string, options: string) => pageThatDoes(`call('${name}', ${options})`)

describe('被微信关掉再打开', () => {
  test('存的和保存的文件还在，临时文件没了，正在等的不再回来', async () => {
    const code = `
      wx.chooseMedia({ success: function (chosen) {
        var path = chosen.tempFiles[0].tempFilePath
        wx.saveFile({ tempFilePath: path, success: function (saved) { wx.setStorageSync('paths', [path, saved.savedFilePath]) } })
      } })
      function late() { wx.setStorageSync('late', true) }
      setTimeout(late, 3000)
      wx.request({ url: '${builtApiBase()}/x', complete: late })`
    await withPhoto(async (photo) => {
      await withSmallProgram(
        pageThatDoes(code),
        async (program) => {
          program.pickPhoto(photo)
          program.phone.network.meet({
            kind: 'hold',
            when: 'beforeSend',
            until: new Promise(() => undefined),
          })
          await program.tap('办')
          const [temporary, saved] = program.phone.storage.read('paths') as [string, string]
          expect([program.phone.files.size(temporary), program.phone.files.size(saved)]).toEqual([
            expect.any(Number),
            expect.any(Number),
          ])
          await program.relaunch()
          expect(program.phone.files.size(temporary)).toBeUndefined()
          expect(program.phone.files.size(saved)).toBeGreaterThan(0)
          await program.advance(10_000)
          expect(program.phone.storage.read('late')).toBeUndefined()
        },
        { apiUrl: 'http://127.0.0.1:1' },
      )
    })
  })
})

describe('照片和同意', () => {
  const choose = go('chooseMedia', `{ count: 1 }`)

  test.each([
    ['同意：拿到照片', 'agree', 'chooseMedia:ok'],
    ['不同意：失败', 'disagree', 'chooseMedia:fail privacy permission is not authorized'],
  ] as const)('第一次用照片要问，答应了不再问，%s', async (_, decision, errMsg) => {
    await withPhoto((photo) =>
      withSmallProgram(choose, async (program) => {
        program.phone.privacy.officialDialog = decision
        program.pickPhoto(photo)
        await program.tap('办')
        const [answer] = said(program)
        expect(typeof answer === 'string' ? answer : (answer as { errMsg: string }).errMsg).toBe(errMsg)
        expect(program.phone.privacy.asked).toBe(1)
        await program.tap('办')
        expect(program.phone.privacy.asked).toBe(decision === 'agree' ? 1 : 2)
      }),
    )
  })

  test('取消选择：失败，说是取消', async () => {
    await withSmallProgram(choose, async (program) => {
      await program.tap('办')
      expect(said(program)).toEqual(['chooseMedia:fail cancel'])
    })
  })

  test('自己的同意窗口：点了同意的按钮，选照片才继续', async () => {
    const home = `
      var pending
      wx.onNeedPrivacyAuthorization(function (resolve) { pending = resolve })
      Page({
        data: { root: { cn: [{ nn: '7', sid: 'a', p2: '拍照' }, { nn: '5', sid: 'agree', p2: '同意', p7: 'agreePrivacyAuthorization' }] } },
        eh: function (event) {
          if (event.currentTarget.dataset.sid === 'a') wx.chooseMedia({ success: function () { wx.setStorageSync('said', [1]) } })
          if (event.type === 'agreeprivacyauthorization') pending({ event: 'agree', buttonId: 'agree' })
        },
      })`
    await withPhoto((photo) =>
      withSmallProgram(home, async (program) => {
        program.pickPhoto(photo)
        await program.tap('拍照')
        expect(said(program)).toEqual([])
        await program.tap('同意')
        expect(said(program)).toEqual([1])
        expect(program.phone.privacy.agreed).toBe(true)
      }),
    )
  })

  test('压缩真的变小，量得到尺寸', async () => {
    const code = `
      wx.chooseMedia({ success: function (chosen) {
        wx.compressImage({ src: chosen.tempFiles[0].tempFilePath, compressedWidth: 40, compressedHeight: 30, quality: 50, success: function (small) {
          call('getImageInfo', { src: small.tempFilePath })
        } })
      } })`
    await withPhoto((photo) =>
      withSmallProgram(pageThatDoes(code), async (program) => {
        program.pickPhoto(photo)
        await program.tap('办')
        expect(said(program)).toMatchObject([{ width: 40, height: 30 }])
      }),
    )
  })
})

describe('登录和订阅', () => {
  test('wx.login 给的码，替身微信只认一次，认成这个人', async () => {
    const wechat = await startWechatServer()
    await withSmallProgram(
      pageThatDoes(`wx.login({ success: function (r) { say(r.code) } })`),
      async (program) => {
        program.phone.account.person = '姑姑'
        await program.tap('办')
        const ask = async () => {
          const query = `appid=${wechat.appid}&secret=${wechat.secret}&js_code=${said(program)[0]}&grant_type=authorization_code`
          return (await fetch(`${wechat.url}/sns/jscode2session?${query}`)).json()
        }
        expect(await ask()).toMatchObject({ openid: wechat.openidOf('姑姑') })
        expect(await ask()).toMatchObject({ errcode: 40163 })
      },
      { wechat },
    )
    await wechat.close()
  })

  const subscribe = `call('requestSubscribeMessage', { tmplIds: ['t1'] })`
  test.each([
    ['点按里问，答应', subscribe, 'accept', { t1: 'accept' }],
    [
      '点按后的 Promise 里问，也算',
      `Promise.resolve().then(function () { ${subscribe} })`,
      'accept',
      { t1: 'accept' },
    ],
    ['没准备回答：拒绝', subscribe, undefined, { t1: 'reject' }],
  ] as const)('%s', async (_, code, answer, expected) => {
    await withSmallProgram(pageThatDoes(code), async (program) => {
      if (answer) program.phone.account.subscriptions.push(answer)
      await program.tap('办')
      expect(said(program)).toMatchObject([expected])
    })
  })

  test.each([
    ['不在点按里问：失败', `setTimeout(function () { ${subscribe} }, 30)`, undefined, 'TAP'],
    ['总开关关了：失败', subscribe, 'switchedOff', 'switch'],
  ] as const)('%s', async (_, code, answer, words) => {
    await withSmallProgram(pageThatDoes(code), async (program) => {
      if (answer) program.phone.account.subscriptions.push(answer)
      await program.tap('办')
      expect(said(program)).toEqual([expect.stringContaining(words)])
    })
  })
})
