import { checkEntitlements } from './support/application'
import { play } from './support/cast'
import { type Family } from './support/family'
import { stage } from './support/stage'

// What a grandmother reads before she applies for anything: what there is, why, what if, what comes later, what she
// shows at the counter, and the policy itself. Every screen is measured and examined by axe.

jest.setTimeout(600_000)

const { cast: castOf } = stage()

const journey = (name: string, act: (family: Family) => Promise<void>) => {
  const cast = castOf(name)
  return play(cast, async () => act(await cast.family()))
}

/** A row or a button, its page, and back to the results. */
async function visit(family: Family, name: string, heading: string | RegExp): Promise<void> {
  await family.tap(name)
  await family.sees(heading)
  await family.page.goBack()
  await family.arrive(/现在可以申请$/)
}

async function readEverything(family: Family): Promise<void> {
  await checkEntitlements(family)
  await visit(family, '看详细', '事实无人抚养儿童基本生活补贴')
  await visit(family, '爱心妈妈', '爱心妈妈')
  await readGroup(family, '还差一步', '最低生活保障')
  await readGroup(family, '这次不符合，可以用别的', '临时救助')
}

/** The whole of a folded group, one of its entries, and back to the results. */
async function readGroup(family: Family, title: string, entry: string): Promise<void> {
  const group = family.page.getByRole('heading', { level: 2, name: title }).locator('xpath=..')
  await group.getByRole('button', { name: /^还有 \d+ 项/ }).tap()
  await family.sees(`${title}（`)
  await family.tap(entry)
  await family.sees(entry)
  await family.page.goBack()
  await family.arrive(`${title}（`)
  await family.page.goBack()
  await family.arrive(/现在可以申请$/)
}

/** From the results to what would come of another school, and back. */
async function tryAnotherSchool(family: Family): Promise<void> {
  await family.tap('情况变了会怎样')
  await family.sees('情况变了会怎样？')
  await family.tap('孩子现在上什么学？')
  await family.arrive('孩子现在上什么学？')
  await family.choose('高中')
  await family.sees('孩子现在上什么学？')
  await family.tap('看会怎样')
  await family.sees('如果这样，会有变化')
  await family.reads('这是假设，不是真的结果。')
  await family.reads('高中（现在：小学）')
  await family.tap('回真的结果')
  await family.arrive(/现在可以申请$/)
}

/** From a quotation to the text, and a search in it. */
async function readPolicy(family: Family): Promise<void> {
  await family.page
    .getByRole('link', { name: /^看原文/ })
    .first()
    .tap()
  await family.sees('一（一）加大基本生活保障力度')
  await isInSight(family, '全面落实孤儿和事实无人抚养儿童基本生活保障制度')
  await family.tap('有')
  await family.sees('原文里要说明的地方')
  await family.page.goBack()
  await family.arrive('一（一）')
  await family.tap('看全部条目')
  await family.sees('政策说明')
  await family.type('在文件里找', '住院')
  await family.tap('找一找')
  await family.sees(/^找到 \d+ 处$/)
  await family.tap('看这一条')
  await family.sees('二（二）细化医疗救助措施')
  await isInSight(family, '住院')
}

async function isInSight(family: Family, words: string): Promise<void> {
  const mark = family.page.getByText(words, { exact: true }).locator('visible=true').first()
  await mark.waitFor()
  const { top, bottom, height } = await mark.evaluate((element) => {
    const box = element.getBoundingClientRect()
    return { top: box.top, bottom: box.bottom, height: window.innerHeight }
  })
  expect(top).toBeGreaterThanOrEqual(0)
  expect(bottom).toBeLessThanOrEqual(height)
}

async function everything(family: Family): Promise<void> {
  await readEverything(family)
  await tryAnotherSchool(family)
  await visit(family, '以后会怎样', /以后/)
  await visit(family, '拿给窗口看', '拿给窗口看')
  await readPolicy(family)
}

test('结果、每一项、假设、以后、给窗口看、政策原文：一路看下来', () => journey('看清楚', everything))

test('最大的字：同样一路看下来', () =>
  journey('看清楚-大字', async (family) => {
    await family.useLargestFont()
    await everything(family)
  }))

test('打印给窗口看的一页：能点的都不印，答案和结果都印', () =>
  journey('打印', async (family) => {
    await checkEntitlements(family)
    await family.tap('拿给窗口看')
    await family.arrive('拿给窗口看')
    await family.page.emulateMedia({ media: 'print' })
    expect(await family.page.getByRole('button').locator('visible=true').count()).toBe(0)
    await family.reads('事实无人抚养儿童基本生活补贴')
    await family.reads('6个月或更长')
    // Taro's pages scroll in a box as high as the window; paper takes what the document is long.
    const length = await family.page.evaluate(() => document.documentElement.scrollHeight)
    expect(length).toBeGreaterThan(2 * (family.page.viewportSize()?.height ?? 0))
  }))
