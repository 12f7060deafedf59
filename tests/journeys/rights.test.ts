import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { consentNotices } from '@domain/application/consentNotices'
import type { Receipt } from '@contracts/applications'
import { childDataConsent, Family as FamilyByHand, submission } from '../server/support/family'
import { type Cast, play } from './support/cast'
import type { Family } from './support/family'
import { stage } from './support/stage'

// What a family may ask about its own data, in the built app, and what the desk does with it. The application itself
// comes by the API: how it is filled in is another journey.

jest.setTimeout(600_000)

const { cast: castOf, api } = stage()

const journey = (name: string, act: (cast: Cast, family: Family) => Promise<void>) => {
  const cast = castOf(name)
  return play(cast, async () => act(cast, await cast.family()))
}

/** From any tab. */
async function openMyInformation(family: Family): Promise<void> {
  await family.tab('我的')
  await family.arrive('我的')
  await family.tap('我的信息')
  await family.arrive('我的信息')
}

/** The person this phone signs in as in a demonstration. */
async function personOf(family: Family): Promise<string> {
  const kept = await family.page.evaluate(() => localStorage.getItem('demoPerson') ?? '')
  return (JSON.parse(kept) as { data: string }).data
}

/** An application with a photo about somebody's health, and one photo of another that was never handed in. */
async function file(person: string): Promise<string> {
  const family = new FamilyByHand(api(), await api().signIn(person))
  const [book, card] = [await family.upload('childHukouBook'), await family.upload('mother.disabilityCard')]
  await family.upload('bankCard')
  const { version: noticeVersion } = consentNotices.healthDocuments
  const health = { kind: 'healthDocuments', noticeVersion, actor: 'guardian' } as const
  const body = submission({
    papers: [
      { paper: 'childHukouBook', attachmentIds: [book.id] },
      { paper: 'mother.disabilityCard', attachmentIds: [card.id] },
    ],
    consents: [childDataConsent, health],
  })
  const { caseNumber } = (await family.submit(body)).json<Receipt>()
  return formatCaseNumber(caseNumber)
}

/** As if the families had asked for their copies two days ago. */
async function letTwoDaysPass(): Promise<void> {
  await sql`update data_copy set requested_at = requested_at - interval '2 days'`.execute(api().db)
}

/** @returns the file that the phone keeps: its name and what is in it */
async function fetchCopy(family: Family): Promise<[string, string]> {
  const [download] = await Promise.all([family.page.waitForEvent('download'), family.tap('取这一份')])
  return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')]
}

/** Whatever is pressed in the browser, 首页 stays: somebody else may hold this phone next. */
async function findsNoWayBack({ page }: Family): Promise<void> {
  // The browser goes through its history by itself; once it is there, 首页 is its second entry and its last.
  await page.waitForFunction(() => (history.state as { idx?: number } | null)?.idx === 1)
  for (const press of ['goBack', 'goForward'] as const) {
    await page[press]()
    expect(new URL(page.url()).hash).toBe('#/pages/home/index')
  }
}

test('隐私说明：先看大概，再看一项一项怎么用；要行使权利，一下就到', () =>
  journey('说明', async (_, family) => {
    await family.tab('我的')
    await family.tap('隐私说明')
    await family.sees('隐私说明')
    await family.tap('有关身体的材料')
    await family.sees('有关身体的材料')
    await family.tap('看别的说明')
    await family.arrive('隐私说明')
    await family.tap('孩子的信息')
    await family.arrive('孩子的信息')
    await family.tap('打开我的信息')
    await family.arrive('我的信息')
  }))

test('没交过申请：登录才看得到；账号说删就删', () =>
  journey('账号', async (_, family) => {
    await openMyInformation(family)
    await family.reads('这台手机还没有登录。')
    await family.sees('我的信息')
    await family.tap('登录看看')
    await family.reads('没交过申请，账号可以删。')
    await family.sees('我的信息')
    await family.tap('删除账号')
    await family.sees('我的信息')
    await family.answer('删除账号')
    await family.reads('账号已删除。')
    await family.sees('我的信息')
  }))

test.each([
  ['标准', '权利'],
  ['最大', '权利，最大的字'],
])('字号%s：看存了什么、要求改、要求删、撤回同意、要一份、看谁看过', (size, name) =>
  journey(name, async (cast, family) => {
    await family.tab('我的')
    await family.choose(size, '字号')
    await family.tap('我的信息')
    await family.tap('登录看看')
    await family.reads('没交过申请，账号可以删。')
    const number = await file(await personOf(family))

    await family.reopen()
    await openMyInformation(family)
    await family.reads(`编号 ${number}`)
    await family.sees('我的信息')

    await family.tap('要求改正或补充')
    await family.sees('您要改什么？')
    await family.choose('孩子的姓名')
    await family.sees('您要改什么？')
    await family.tap('交给街道核对')
    await family.sees('您要改什么？')
    await family.type('孩子的姓名，改成什么', '王晓明')
    await family.tap('交给街道核对')
    await family.sees('已交给街道核对')
    await family.tap('回到我的信息')
    await family.arrive('我的信息')
    await family.reads('等办事的人核对')

    const clerk = await cast.clerk('street')
    await clerk.openCase(number)
    await clerk.lookAtPhoto('孩子的户口本')
    await clerk.press('核对无误，改孩子的姓名')
    await clerk.reads(/改成“王晓明”/)

    await family.reopen()
    await openMyInformation(family)
    await family.reads('已经改好')
    await family.tap('要求删除这件申请')
    await family.reads('关于删除申请的答复')
    await family.reads(/《档案法实施条例》第十九条/)
    await family.sees('我的信息')

    await family.tap('撤回这项同意：有关身体的材料')
    await family.sees('我的信息')
    await family.answer('撤回同意')
    await family.reads('已撤回。')
    await family.tap('要一份')
    await family.reads(/请过一天再来取/)
    await family.tap('删除这些照片')
    await family.sees('我的信息')
    await family.answer('删除照片')
    await family.reads('照片已删除。')
    await family.sees('我的信息')

    await family.reopen()
    await family.tab('进度')
    await family.tap('王*明的申请')
    await family.arrive('海勃湾区凤凰岭街道')
    await family.tap('谁看过孩子的材料')
    await family.reads('海勃湾区凤凰岭街道')
    await family.reads(/看了照片：孩子的户口本/)
    await family.sees('谁看过孩子的材料')
    await family.tap('快速离开')
    await family.arrive('乌海童护')
    await findsNoWayBack(family)
    await family.sees('乌海童护')

    await letTwoDaysPass()
    await openMyInformation(family)
    await family.reads('准备好了，可以取。')
    const [name, text] = await fetchCopy(family)
    expect(name).toBe('我的信息.txt')
    expect(text.startsWith('\uFEFF【我的信息】\r\n')).toBe(true)
    expect(text).toContain('\r\n孩子的姓名：王晓明\r\n')
    expect(text).not.toMatch(/[A-WYZa-z]/)
    await family.reads(/请收好/)
    await family.sees('我的信息')
    await family.tap('撤回这项同意：孩子的信息')
    await family.answer('撤回同意')
    await family.reads(/^只存着，不再使用。/)
    await family.sees('我的信息')
  }),
)
