import type { Browser } from 'playwright-core'
import { startBrowser, phone, visit } from './support/browser'
import { familyFloors } from './support/boxes'
import { phoneWidths, Screens } from './support/screens'

// The journeys pass only as far as their eyes are open: pages with one known fault each.

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const page = (content: string) => `<!doctype html>
  <html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><title>乌海童护</title></head>
  <body style="margin:0;font-size:18px"><main><h1>标题</h1>${content}</main></body></html>`

async function look(content: string): Promise<string[]> {
  const { context } = await visit(browser, 'http://127.0.0.1:1', phone)
  const opened = await context.newPage()
  await opened.setContent(page(content))
  const screens = new Screens('looking', phoneWidths, familyFloors)
  await screens.look(opened, '页面')
  await context.close()
  return screens.faults
}

const button = 'style="min-height:44px;min-width:44px;font-size:18px"'

test('没有毛病的页面：什么也不报', async () => {
  expect(await look(`<p>一句话。</p><button ${button}>下一步</button>`)).toEqual([])
})

test.each([
  ['字太小', '<p style="font-size:17px">一句话。</p>', 'text 17: 一句话。'],
  [
    '点的地方太小',
    '<button style="height:40px;width:200px;font-size:18px">下一步</button>',
    'tap 200×40: 下一步',
  ],
  ['比屏幕宽', '<p style="width:700px">一句话。</p>', 'sideways 700'],
  ['字出了屏幕', '<p style="position:fixed;left:-50px">一句话。</p>', 'beside the screen -50–'],
  [
    '字被切掉',
    '<p style="width:60px;overflow:hidden;white-space:nowrap">一句很长的话。</p>',
    'cut 126 > 60: 一句很长的话。',
  ],
])('%s：每个宽度都报', async (_, content, fault) => {
  const found = await look(content)
  for (const width of phoneWidths)
    expect(found.filter((line) => line.startsWith(`页面 (${width}): ${fault}`))).not.toEqual([])
})

test.each([
  ['看不清的颜色', '<p style="color:#bbb">一句话。</p>', 'color-contrast: <p'],
  ['没有名字的输入框', '<input style="height:44px;font-size:18px">', 'label: <input'],
  ['标题跳级', '<h3>小标题</h3>', 'heading-order: <h3'],
])('%s：在常用的宽度都报', async (_, content, fault) => {
  const found = await look(content)
  for (const width of [390, 360])
    expect(found.filter((line) => line.startsWith(`页面 (${width}): ${fault}`))).not.toEqual([])
})

test.each([
  ['没接住的错', 'setTimeout(() => { throw new Error("坏了") })', 'page error: Error: 坏了'],
  ['写到控制台的错', 'console.error("坏了")', 'console: 坏了'],
  [
    '找别的网站',
    'void fetch("https://example.invalid/").catch(() => 0)',
    'foreign host: https://example.invalid/',
  ],
])('%s：报（不报就等到超时）', async (_, script, trouble) => {
  const { context, troubles } = await visit(browser, 'http://127.0.0.1:1', phone)
  const opened = await context.newPage()
  await opened.setContent(page(`<script>${script}</script>`))
  while (!troubles.some((line) => line.startsWith(trouble))) await opened.waitForTimeout(20)
  await context.close()
})
