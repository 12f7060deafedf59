import { pageThatDoes, said, withSmallProgram } from '../fixtures/weappDist'
import { type FunctionMode } from './harness/realm'
import { type TroubleKind } from './harness/troubles'

// The harness has to turn red for each of these, or the tests that run on it prove nothing.

const page = (body: string) => `Page({ data: { root: { cn: [{ nn: '8', sid: 'a', v: '页' }] } }, ${body} })`
const tapTo = pageThatDoes
const onLoad = (code: string) => page(`onLoad: function () { ${code} }`)

interface Fault {
  what: string
  home: string
  tap?: true
  kind: TroubleKind
  text: RegExp
  functionMode?: FunctionMode
}

const zodLike = `
  var compiles = true
  try { new Function('') } catch (error) { compiles = false }
  Promise.resolve().then(function () { if (compiles) { new Function('input', 'return input')(1) } })`

const faults: Fault[] = [
  { what: 'onLoad 里抛错', home: onLoad(`throw new Error('坏了')`), kind: 'exception', text: /坏了/ },
  { what: '点按处理里抛错', home: tapTo(`null.x`), tap: true, kind: 'exception', text: /TypeError/ },
  {
    what: '回调里抛错',
    home: onLoad(`setTimeout(function () { throw '坏了' })`),
    kind: 'exception',
    text: /坏了/,
  },
  {
    what: 'wx 的回调里抛错',
    home: onLoad(`wx.login({ success: function () { throw new Error('坏了') } })`),
    kind: 'exception',
    text: /坏了/,
  },
  { what: '文件一加载就抛错', home: `throw new Error('坏了')`, kind: 'exception', text: /坏了/ },
  {
    what: '没人处理的 Promise 拒绝',
    home: onLoad(`Promise.reject(new Error('没人管'))`),
    kind: 'rejection',
    text: /没人管/,
  },
  {
    what: 'async 函数里抛错',
    home: onLoad(`(async function () { x })()`),
    kind: 'rejection',
    text: /x is not/,
  },
  { what: 'console.error', home: onLoad(`console.error('不对', 1)`), kind: 'console', text: /不对 1/ },
  { what: 'console.warn', home: onLoad(`console.warn('小心')`), kind: 'console', text: /小心/ },
  {
    what: '读了没有的 wx 属性',
    home: onLoad(`wx.shareToFriends`),
    kind: 'unknownWx',
    text: /shareToFriends/,
  },
  { what: '要位置', home: onLoad(`wx.getLocation({})`), kind: 'forbidden', text: /never/ },
  { what: '写剪贴板', home: onLoad(`wx.setClipboardData({ data: '1' })`), kind: 'forbidden', text: /never/ },
  {
    what: '访问别人的域名',
    home: onLoad(`wx.request({ url: 'https://example.com/x' })`),
    kind: 'forbidden',
    text: /example\.com/,
  },
  {
    what: 'setData 里有 undefined',
    home: onLoad(`this.setData({ 'root.cn.[0].p2': undefined })`),
    kind: 'rendering',
    text: /p2/,
  },
  {
    what: 'setData 里藏着函数',
    home: onLoad(`this.setData({ 'root.cn.[0].p2': { a: [function () {}] } })`),
    kind: 'rendering',
    text: /a\.0/,
  },
  {
    what: 'setData 里有环',
    home: onLoad(`var a = {}; a.a = a; this.setData({ a: a })`),
    kind: 'exception',
    text: /circular|stack/i,
  },
  {
    what: '完整 zod 那样的编译（悄悄禁止）',
    home: onLoad(zodLike),
    kind: 'rejection',
    text: /is not a function/,
    functionMode: 'inert',
  },
  {
    what: 'new Function（大声禁止）',
    home: onLoad(`new Function('return 1')`),
    kind: 'exception',
    text: /EvalError/,
  },
  {
    what: '别的分包的文件',
    home: onLoad(`require('../../rooms/own/shared')`),
    kind: 'exception',
    text: /another subpackage/,
  },
  ...['window', 'document', 'fetch', 'URL', 'TextEncoder', 'Intl', 'AbortController', 'structuredClone'].map(
    (name): Fault => ({
      what: `用了手机上没有的 ${name}`,
      home: onLoad(`${name}.x`),
      kind: 'exception',
      text: /undefined|not defined/,
    }),
  ),
]

test.each(faults)('会变红：$what', async ({ home, tap, kind, text, functionMode }) => {
  const run = withSmallProgram(
    home,
    async (program) => {
      if (tap) await program.tap('办')
    },
    { functionMode },
  )
  await expect(run).rejects.toThrow(`${kind} in `)
  await expect(run).rejects.toThrow(text)
})

test('new Function 大声禁止时，完整 zod 会退回不编译：不红', async () => {
  await withSmallProgram(onLoad(zodLike), () => undefined, { functionMode: 'throwing' })
})

test.each<FunctionMode>(['throwing', 'inert'])('%s：没有毛病的小程序不红', async (functionMode) => {
  await withSmallProgram(
    tapTo(`this.setData({ 'root.cn.[0].cn.[0].v': '办好了' })`),
    async (program) => {
      const { setData, bytes } = await program.tap('办')
      expect(program.texts()).toEqual(['办好了'])
      expect([setData.length, bytes]).toEqual([1, Buffer.byteLength('{"root.cn.[0].cn.[0].v":"办好了"}')])
    },
    { functionMode },
  )
})

test('App.onError 听得到错误', async () => {
  await withSmallProgram(onLoad(`throw new Error('坏了')`), (program) => {
    expect(program.phone.storage.read('heard')).toContain('坏了')
    expect(program.phone.troubles.take('exception')).toHaveLength(1)
  })
})

describe('点按', () => {
  const tree = (
    nodes: string,
    eh = `wx.setStorageSync('said', (wx.getStorageSync('said') || []).concat(event.currentTarget.dataset.sid))`,
  ) => `Page({ data: { root: { cn: ${nodes} } }, eh: function (event) { ${eh} } })`
  const text = `{ nn: '8', sid: 't', v: '办' }`

  test('没有处理的 View：点不了，会红', async () => {
    const run = withSmallProgram(tree(`[{ nn: '3', sid: 'a', cn: [${text}] }]`), async (program) => {
      await program.tap('办')
    })
    await expect(run).rejects.toThrow('can hear tap')
  })

  test('从里到外，每一层听的都听到；遇到 catch 停', async () => {
    const nodes = `[{ nn: '7', sid: 'out', cn: [{ nn: '4', sid: 'catch', cn: [{ nn: '7', sid: 'in', cn: [${text}] }] }] }]`
    await withSmallProgram(tree(nodes), async (program) => {
      await program.tap('办')
      expect(said(program)).toEqual(['in', 'catch'])
    })
  })

  test.each([
    ['按钮停用', `[{ nn: '5', sid: 'a', p6: true, cn: [${text}] }]`],
    [
      '外面的按钮停用',
      `[{ nn: '5', sid: 'a', p6: true, p2: '外面', cn: [{ nn: '7', sid: 'b', cn: [${text}] }] }]`,
    ],
  ])('%s：点不动', async (_, nodes) => {
    await withSmallProgram(tree(nodes), async (program) => {
      await expect(program.tap('办')).rejects.toThrow('disabled')
      expect(said(program)).toEqual([])
    })
  })

  test('找东西先看读屏名字，再看文字；藏起来的找不到', async () => {
    const nodes = `[{ nn: '7', sid: 'a', p2: '去办理', cn: [${text}] }, { nn: '3', sid: 'h', p5: 'true', cn: [{ nn: '7', sid: 'b', cn: [{ nn: '8', sid: 'c', v: '藏' }] }] }]`
    await withSmallProgram(tree(nodes), async (program) => {
      await program.tap('去办理')
      expect(said(program)).toEqual(['a'])
      expect(program.sees('藏')).toBe(false)
    })
  })

  const rows = `['奶奶', '姑姑'].map(function (name, n) {
    return { nn: '3', sid: 'g' + n, p2: name, cn: [{ nn: '7', sid: name, p4: String(n === 1), cn: [${text}] }] }
  })`

  test('两样东西同名：要说是哪一组里的', async () => {
    await withSmallProgram(tree(rows), async (program) => {
      await expect(program.tap('办')).rejects.toThrow('2 things')
      await program.tap('办', '姑姑')
      expect(said(program)).toEqual(['姑姑'])
    })
  })

  test('点了选项却没选上：会红', async () => {
    await withSmallProgram(tree(rows), async (program) => {
      await program.choose('办', '姑姑')
      await expect(program.choose('办', '奶奶')).rejects.toThrow('not chosen')
    })
  })

  test('没有名字的按钮、没有模板的节点：量得出来', async () => {
    await withSmallProgram(tree(`[{ nn: '5', sid: 'a' }, { nn: '99', sid: 'b' }]`), (program) => {
      expect(program.figures()).toMatchObject({
        nameless: ['button.'],
        undrawn: ['99'],
        nodes: 2,
        children: 2,
      })
    })
  })

  test.each([
    ['没设过 focus', '', undefined],
    ['设过 focus', 'focus: false,', false],
  ])('输入框（%s）：听得到输入，按 maxlength 截断', async (_, focus, bound) => {
    const nodes = `[{ nn: '9', sid: 'name', ${focus} p1: 3, p2: '孩子的姓名' }]`
    const eh = `wx.setStorageSync('said', (wx.getStorageSync('said') || []).concat(event.type + event.detail.value))`
    await withSmallProgram(tree(nodes, eh), async (program) => {
      await program.input('孩子的姓名', '一二三四')
      expect(said(program)).toEqual(['focus', 'input一二三', 'blur一二三'])
      expect(program.attr('孩子的姓名', 'focus')).toBe(bound)
    })
  })

  test('单选：变化只告诉绑定它的那一层', async () => {
    const nodes = `[{ nn: '2', sid: 'group', cn: [{ nn: '1', sid: 'a', p0: 'yes', p2: '是' }] }]`
    await withSmallProgram(tree(nodes), async (program) => {
      await program.event('是', 'change', { value: 'yes' })
      expect(said(program)).toEqual(['group'])
    })
  })
})

describe('自定义包装', () => {
  const home = `Page({
    data: { root: { cn: [{ nn: '6', sid: 'w', cn: [{ nn: '7', sid: 'a', cn: [{ nn: '8', sid: 'b', v: '旧' }] }] }, { nn: '5', sid: 'x', p2: '拿走' }] } },
    onLoad: function () { this.setData({ ready: true }) },
    eh: function (event) {
      if (event.currentTarget.dataset.sid === 'x') this.setData({ 'root.cn.[0]': { nn: '8', sid: 'c', v: '走了' } }, function () {
        wx.setStorageSync('said', [getApp().wrapper === undefined])
      })
      else getApp().wrapper.setData({ 'i.cn.[0].cn.[0].v': '新' })
    },
  })`

  test('里面的更新只送给它自己，树上看得到', async () => {
    await withSmallProgram(home, async (program) => {
      const { setData } = await program.tap('旧')
      expect(setData.map(({ receiver }) => receiver)).toEqual(['wrapper'])
      expect(program.texts()).toEqual(['新'])
    })
  })

  test('节点没了，实例也没了', async () => {
    await withSmallProgram(home, async (program) => {
      await program.tap('旧')
      await program.tap('拿走')
      expect(program.texts()).toEqual(['走了'])
      expect(said(program)).toEqual([true])
    })
  })

  test('页面没带这个组件：会红', async () => {
    const files = { 'pages/home/index.json': '{}' }
    await expect(withSmallProgram(home, () => undefined, { files })).rejects.toThrow('custom-wrapper')
  })
})
