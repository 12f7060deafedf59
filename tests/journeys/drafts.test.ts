import { idNumber } from '../server/support/family'
import { play } from './support/cast'
import { type Family } from './support/family'
import { stage } from './support/stage'
import { formPages, type Page } from './support/story'

// A 儿童主任 fills in for two families on one phone, closes it in the middle, and comes back to each.

jest.setTimeout(600_000)

const { cast: castOf } = stage()

const journey = (name: string, act: (family: Family) => Promise<void>) => {
  const cast = castOf(name)
  return play(cast, async () => act(await cast.family()))
}

async function fill(family: Family, { type = {}, choose }: Page): Promise<void> {
  for (const [field, text] of Object.entries(type)) await family.type(field, text)
  if (choose) await family.choose(choose)
}

/** Opens the start page of the allowance and begins, up to the child's name. */
async function begin(family: Family, button: string, child: string): Promise<void> {
  await family.page.goto('/#/packages/application/start/index?service=DFUC_ALLOWANCE')
  await family.tap(button)
  for (;;) {
    const title = await family.arrive()
    if (title === '孩子叫什么名字？') break
    const page = formPages.find(({ heading }) => heading === title)
    if (page) await fill(family, page)
    if (!page && title !== '儿童生活补贴申请') throw new Error(`no answer is written for ${title}`)
    if (page) await family.tap('下一步')
    await family.leaves(title)
  }
  await family.type('姓名', child)
  await family.type('身份证号', idNumber('20150607'))
}

async function twoChildren(family: Family): Promise<void> {
  await begin(family, '开始填', '王小明')
  await family.tap('下一步')
  await family.arrive('孩子的户口在哪里？')
  await family.choose('乌海市海勃湾区')
  await family.tap('下一步')
  await family.arrive('海勃湾区的哪个街道（镇）？')
  await family.choose('凤凰岭街道')
  await begin(family, '另填一份', '李小红')
}

/** The name of a button of the list: 接着填，王某，3月2日填的. */
const of = (verb: string, surname: string) => `${verb}，${surname}某`

async function bothAreThere(family: Family): Promise<void> {
  await family.reopen()
  await family.sees('乌海童护')
  await family.tap('还有 1 份没填完的')
  await family.sees('没填完的')
  await family.tap(of('接着填', '王'))
  await family.sees('海勃湾区的哪个街道（镇）？')
  await family.reads('上次填到这里。')
  expect(await family.page.getByRole('radio', { name: '凤凰岭街道' }).getAttribute('aria-checked')).toBe(
    'true',
  )
  await family.reopen()
  await family.tap('接着填')
  await family.arrive('孩子叫什么名字？')
  expect(await family.page.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('李小红')
}

test('两个孩子，两份：关掉再打开，各在各的那一步；删一份，另一份还在', () =>
  journey('两份没填完', async (family) => {
    await twoChildren(family)
    await bothAreThere(family)
    await family.reopen()
    await family.tab('进度')
    await family.sees(/./)
    await family.tap('没填完的')
    await family.arrive('没填完的')
    await family.tap(of('删掉', '李'))
    await family.page.getByRole('dialog').waitFor()
    await family.screens.look(family.page, '要删掉这一份吗')
    await family.answer('删掉，不要了')
    await family.button(of('接着填', '李')).waitFor({ state: 'hidden' })
    await family.reopen()
    await family.tap('接着填')
    await family.arrive('海勃湾区的哪个街道（镇）？')
  }))

test('字最大：名单、再申请一件的首页，都看得全', () =>
  journey('两份没填完，字最大', async (family) => {
    await family.arrive('乌海童护')
    await family.useLargestFont()
    await twoChildren(family)
    await bothAreThere(family)
    await family.page.goto('/#/packages/application/start/index?service=TEMP_AID')
    await family.reads('照着填：王某')
    await family.sees(/./)
    await family.tap('照着填：王某')
    // What is known is passed over.
    await family.arrive('孩子现在住哪里？')
  }))
