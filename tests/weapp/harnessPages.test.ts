import { pageThatDoes, said, withSmallProgram } from '../fixtures/weappDist'

// The platform's rules, as the harness keeps them: an app that breaks one must meet the real failure here.

const go = (name: string, options: string) => pageThatDoes(`call('${name}', ${options})`)

describe('页面跳转', () => {
  const cases: [string, string, string, string][] = [
    ['没有这个页面', 'navigateTo', `{ url: '/pages/none/index' }`, 'is not found'],
    ['navigateTo 去不了标签页', 'navigateTo', `{ url: '/pages/tab/index' }`, 'tabbar'],
    ['redirectTo 去不了标签页', 'redirectTo', `{ url: '/pages/tab/index' }`, 'tabbar'],
    ['switchTab 只去标签页', 'switchTab', `{ url: '/pages/second/index' }`, 'no-tabBar'],
    ['switchTab 不能带参数', 'switchTab', `{ url: '/pages/tab/index?a=1' }`, 'queryString'],
    ['第一页不能再返回', 'navigateBack', `{}`, 'first page'],
  ]
  test.each(cases)('%s', async (_, name, options, words) => {
    await withSmallProgram(go(name, options), async (program) => {
      await program.tap('办')
      expect(said(program)).toEqual([expect.stringContaining(`${name}:fail`)])
      expect(String(said(program)[0])).toContain(words)
      expect(program.route).toBe('pages/home/index')
    })
  })

  test('参数原样交给页面，不解码', async () => {
    const second = `Page({ data: { root: { cn: [] } }, onLoad: function (query) { wx.setStorageSync('said', [query.name]) } })`
    await withSmallProgram(
      go('navigateTo', `{ url: '../second/index?name=%E5%AD%A9%E5%AD%90=1' }`),
      async (program) => {
        await program.tap('办')
        expect(program.phone.storage.read('said')).toContain('%E5%AD%A9%E5%AD%90=1')
      },
      { files: { 'pages/second/index.js': second } },
    )
  })

  test('标签页留着，别的页面离开就没了；最多十层', async () => {
    const counting = (name: string) =>
      `Page({ data: { root: { cn: [] } }, onLoad: function () { note('${name} 来') }, onUnload: function () { note('${name} 走') }, onShow: function () { note('${name} 看') } })
       function note(word) { wx.setStorageSync('notes', [].concat(wx.getStorageSync('notes') || [], [word])) }`
    const files = { 'pages/tab/index.js': counting('标签'), 'pages/second/index.js': counting('二') }
    await withSmallProgram(
      go('navigateBack', '{}'),
      async (program) => {
        await program.tab('进度')
        await program.open('/pages/second/index')
        await program.tab('首页')
        await program.tab('进度')
        expect(program.phone.storage.read('notes')).toEqual([
          '标签 来',
          '标签 看',
          '二 来',
          '二 看',
          '二 走',
          '标签 看',
        ])
        for (let depth = 2; depth <= 10; depth += 1) await program.open('/pages/second/index')
        await program.open('/pages/second/index')
        expect(program.phone.troubles.take('exception')[0]?.text).toContain('count limit')
      },
      { files },
    )
  })

  test('分包只用得到主包和自己', async () => {
    const files = { 'rooms/own/page/index.js': `require('../../other/shared'); Page({ data: {} })` }
    const run = withSmallProgram(
      'Page({ data: {} })',
      (program) => void program.open('/rooms/own/page/index'),
      { files },
    )
    await expect(run).rejects.toThrow('another subpackage')
  })
})

describe('存储', () => {
  test('同步、异步和加密各是各的：读的时候也要说加密', async () => {
    const code = `
      wx.setStorage({ key: 'draft', data: { a: 1 }, encrypt: true, success: function () {
        call('getStorage', { key: 'draft' })
        call('getStorage', { key: 'draft', encrypt: true })
        say(wx.getStorageSync('draft'))
      } })`
    await withSmallProgram(pageThatDoes(code), async (program) => {
      await program.tap('办')
      expect(said(program)).toEqual([
        '',
        'getStorage:fail data not found',
        { errMsg: 'getStorage:ok', data: { a: 1 } },
      ])
      expect(program.phone.storage.isEncrypted('draft')).toBe(true)
    })
  })

  test.each([
    ['一个键最多 1 MB', `'x'.repeat(1048576)`, false, 'entry size limit'],
    ['手机满了', `'x'`, true, 'no space'],
  ])('%s', async (_, data, full, words) => {
    const code = `try { wx.setStorageSync('k', ${data}); } catch (error) { heard = error.message }
      wx.setStorage({ key: 'k', data: ${data}, fail: function (e) { getApp().heard = e.errMsg } })`
    await withSmallProgram(pageThatDoes(`var heard; ${code}; getApp().sync = heard`), async (program) => {
      program.phone.storage.full = full
      await program.tap('办')
      program.phone.storage.full = false
      expect(program.phone.storage.keys).toEqual([])
      expect(program.app).toMatchObject({
        heard: expect.stringContaining(words),
        sync: expect.stringContaining(words),
      })
    })
  })

  test('一共最多 10 MB', async () => {
    const code = `var n = 0; try { for (; n < 20; n++) wx.setStorageSync('k' + n, 'x'.repeat(1000000)) } catch (e) { getApp().n = n }`
    await withSmallProgram(pageThatDoes(code), async (program) => {
      await program.tap('办')
      expect(program.app.n).toBe(10)
    })
  })
})

test('长的计时器不用等：时间往前走才响，日期也跟着走', async () => {
  const code = `var start = Date.now(); setTimeout(function () { say(new Date().getTime() - start >= 60000) }, 60000)`
  await withSmallProgram(pageThatDoes(code), async (program) => {
    await program.tap('办')
    await program.advance(30_000)
    expect(said(program)).toEqual([])
    await program.advance(30_000)
    expect(said(program)).toEqual([true])
  })
})

test('手机上的今天可以定', async () => {
  await withSmallProgram(
    pageThatDoes(`say(new Date().getFullYear())`),
    async (program) => {
      await program.tap('办')
      expect(said(program)).toEqual([2031])
    },
    { now: new Date('2031-03-05T00:00:00Z') },
  )
})
