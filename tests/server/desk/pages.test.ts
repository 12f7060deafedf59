import type { Browser, Page } from 'playwright-core'
import { minutes } from '@server/clock'
import { startBrowser, visit, type Visit } from '../../journeys/support/browser'
import { Screens } from '../../journeys/support/screens'
import { Family, photo, submission } from '../support/family'
import { movableClock, startTestApi, type TestApi } from '../support/testApi'
import { newAccount, type Account } from './deskClient'

// Every page of the desk in every state, in a real browser with scripts forbidden: axe finds nothing, no text is too
// small, nothing lies beside the edge, and nothing is asked from another host.

jest.setTimeout(300_000)

const own = '黄河从乌海流过，很宽很慢'
const widths = [1366, 320, 390] as const
const floors = { text: 16, tap: 24 }

const clock = movableClock()
let api: TestApi
let browser: Browser
let opened: Visit
let page: Page
let screens: Screens
const screensOf = (name: string) => new Screens(name, [...widths], floors)

beforeAll(async () => {
  api = await startTestApi({ clock: clock.clock })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})
beforeEach(async () => {
  opened = await visit(browser, api.url, { viewport: { width: 1366, height: 768 } })
  page = await opened.context.newPage()
  screens = screensOf(expect.getState().currentTestName ?? 'desk')
})
afterEach(() => opened.context.close())

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const write = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
const reads = (words: string) => page.getByText(words).first().waitFor()

async function signIn({ number, password }: Account): Promise<void> {
  await page.goto('/desk')
  await write('编号', number)
  await write('密码', password)
  await press('登录')
}

async function enter(account: Account): Promise<void> {
  await signIn(account)
  await write('现在的密码', account.password)
  await write('新密码', own)
  await write('再输一次新密码', own)
  await press('改好了，进入工作台')
  await page.getByRole('heading', { level: 1, name: /要您办/ }).waitFor()
}

/** A family with two photos of one paper and one of another; the rest is to follow. */
async function familyCase(child = submission().child) {
  const family = await Family.signIn(api)
  const send = async (paper: 'childHukouBook' | 'bankCard', width: number, height: number) =>
    (await family.sendPhoto(paper, await photo(width, height))).json<{ id: string }>().id
  const book = [await send('childHukouBook', 900, 1200), await send('childHukouBook', 1200, 900)]
  const card = [await send('bankCard', 800, 500)]
  const { applicationId } = await family.apply({
    child,
    papers: [
      { paper: 'childHukouBook', attachmentIds: book },
      { paper: 'bankCard', attachmentIds: card },
    ],
  })
  return { family, id: applicationId }
}

test('登录和改密码', async () => {
  const account = await newAccount(api, 'street', '150303001')
  await page.goto('/desk')
  await screens.look(page, '登录')
  await signIn({ ...account, password: '不对的密码不对的密码' })
  await reads('编号、密码或动态码不对，请再看看。')
  await screens.look(page, '登录，密码不对')
  await signIn(account)
  await screens.look(page, '改密码，第一次')
  await write('现在的密码', account.password)
  await write('新密码', own)
  await write('再输一次新密码', '另一个')
  await press('改好了，进入工作台')
  await reads('两次输的新密码不一样。')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await screens.look(page, '改密码，两次不一样')
  expect(screens.faults).toEqual([])
})

test('待办：空的和满的', async () => {
  await enter(await newAccount(api, 'street', '150303002'))
  await screens.look(page, '待办，空')
  await press('退出')
  await familyCase()
  await familyCase()
  await enter(await newAccount(api, 'street', '150302001'))
  await screens.look(page, '待办')
  expect(screens.faults).toEqual([])
  expect(opened.troubles).toEqual([])
})

test('街道办一件事', async () => {
  const child = submission().child
  await familyCase(child)
  const { id } = await familyCase(child)
  await enter(await newAccount(api, 'street', '150302001'))
  await page.goto(`/desk/cases/${id}`)
  await reads('这个孩子还有 1 件同样的申请。')
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
  await screens.look(page, '一件事，新提交')
  await press('要求补正')
  await reads('请至少选一样要补的材料。')
  await screens.look(page, '一件事，补正没选')
  await page.getByText('别的材料').click()
  await page.getByRole('checkbox', { name: '孩子的户口本', exact: true }).check()
  await screens.look(page, '一件事，别的材料打开')
  await press('要求补正')
  await reads('孩子的户口本：请写明为什么要补。')
  await screens.look(page, '一件事，补正没写原因')
  await press('受理')
  await reads('已受理。')
  await screens.look(page, '一件事，已受理')
  await press('查看完整号码')
  await screens.look(page, '完整号码')
  await page.goto(`/desk/cases/${id}`)
  await page.getByRole('img', { name: /^孩子的户口本，第 1 张/ }).click()
  await page.getByRole('heading', { level: 1, name: /^孩子的户口本/ }).waitFor()
  await screens.look(page, '照片')
  expect(screens.faults).toEqual([])
  // Chromium notes every form that was not accepted; nothing else may be on its console.
  expect(opened.troubles.filter((trouble) => !trouble.includes('status of 400'))).toEqual([])
})

test('交给同事：没选、交了、同事在办的、打不开了', async () => {
  const { id } = await familyCase()
  await newAccount(api, 'street', '150302001', '李同事')
  await enter(await newAccount(api, 'street', '150302001'))
  await page.goto(`/desk/cases/${id}`)
  await reads('还没有人办。')
  await screens.look(page, '还没有人办')
  await press('受理')
  await reads('这件事归您办。')
  await page
    .getByLabel('同事', { exact: true })
    .evaluate((select: HTMLSelectElement) => void (select.required = false))
  await press('交给同事')
  await reads('请选一位同事。')
  await screens.look(page, '交给同事，没选')
  await page.getByLabel('同事', { exact: true }).selectOption('李同事')
  await press('交给同事')
  await reads('已交给同事，')
  await screens.look(page, '待办，交了')
  await page.getByText('看是谁在办').click()
  await page.getByRole('cell', { name: '李同事' }).waitFor()
  await screens.look(page, '待办，同事在办的')
  await page.goto(`/desk/cases/${id}`)
  await reads('或者同事在办。')
  await screens.look(page, '同事的，打不开')
  expect(screens.faults).toEqual([])
})

test('区里决定，别人先办了，退出以后写的字还在', async () => {
  const { id } = await familyCase()
  await enter(await newAccount(api, 'street', '150302001'))
  await page.goto(`/desk/cases/${id}`)
  const second = await opened.context.newPage()
  await second.goto(`/desk/cases/${id}`)
  await press('受理')
  await press('查验通过，报区里')
  await second.getByRole('checkbox', { name: '委托书', exact: true }).check()
  await second.getByLabel('委托书为什么要补').fill('没有签名')
  await second.getByRole('button', { name: '要求补正' }).click()
  await second.getByRole('heading', { level: 1, name: '这件事刚有新变化' }).waitFor()
  await screens.look(second, '别人先办了')
  await second.close()
  await page.getByRole('button', { name: '退出' }).click()

  await enter(await newAccount(api, 'district', '150302'))
  await page.goto(`/desk/cases/${id}`)
  await screens.look(page, '区里')
  await page.getByLabel('理由').evaluate((area: HTMLTextAreaElement) => {
    area.required = false
    area.minLength = 0
  })
  await press('不予确认，告诉家里')
  await reads('请写明理由。')
  await screens.look(page, '区里，没写理由')
  await write('理由', '孩子的妈妈能照顾孩子，不符合第一部分第一条。')
  clock.advance(minutes(16))
  await press('不予确认，告诉家里')
  await reads('15 分钟没有操作')
  expect(await page.getByLabel('您刚才写的还没有交').inputValue()).toContain('不符合第一部分')
  await screens.look(page, '登录过期')
  await page.goto('/desk/no-such-page')
  await screens.look(page, '没有这一页')
  expect(screens.faults).toEqual([])
})

test('只用键盘，从登录到受理', async () => {
  const { id } = await familyCase()
  const account = await newAccount(api, 'street', '150302001')
  await enter(account)
  await press('退出')
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  const type = (text: string) => page.keyboard.type(text)
  const key = (name: string) => page.keyboard.press(name)
  await type(account.number)
  await key('Tab')
  await type(own)
  await key('Enter')
  await page.getByRole('heading', { level: 1, name: /要您办/ }).waitFor()
  await key('Tab')
  await expectFocus('跳到正文')
  await key('Enter')
  await tabTo(`/desk/cases/${id}`)
  await key('Enter')
  await page.getByRole('heading', { level: 1, name: /^编号/ }).waitFor()
  await tabTo('受理')
  await key('Enter')
  await reads('已受理。')
})

const focused = () =>
  page.evaluate(() => {
    const { activeElement: element } = document
    return [element?.textContent?.trim() ?? '', element?.getAttribute('href') ?? '']
  })

async function expectFocus(name: string): Promise<void> {
  expect(await focused()).toContain(name)
}

/** @param name the words of a control, or where a link leads */
async function tabTo(name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab')
    if ((await focused()).includes(name)) return
  }
  throw new Error(`not reached by Tab: ${name}`)
}
