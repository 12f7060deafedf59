import { play } from './support/cast'
import { type Family } from './support/family'
import { stage } from './support/stage'
import { formPages, replies, type Page } from './support/story'

// What a family sees when something is wrong: a slip, a no, no network, no answer. Every screen is examined as in the
// journeys where all goes well.

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

async function begin(family: Family): Promise<void> {
  await family.arrive('乌海童护')
  await family.tap('我要申请')
  await family.tap('儿童生活补贴申请')
  await family.tap('在手机上申请')
  await family.tap('开始填')
  await family.leaves('儿童生活补贴申请')
}

/** Answers page after page up to the one with this heading. */
async function fillUpTo(family: Family, heading: RegExp): Promise<void> {
  for (;;) {
    const title = await family.arrive()
    if (heading.test(title)) return
    const page = formPages.find((one) => one.heading === title)
    const reply = replies[title]
    if (page) await fill(family, page)
    else if (reply) await family.reply(title, reply)
    else throw new Error(`no answer is written for ${title}`)
    await family.tap('下一步')
    await family.leaves(title)
  }
}

test('填错了：哪里错、怎么改，一句话说清', () =>
  journey('填错', async (family) => {
    await begin(family)
    await family.arrive('谁来填这份申请？')
    await family.tap('下一步')
    await family.reads('请选一项。')
    await family.sees('谁来填这份申请？')
    await fillUpTo(family, /^您叫什么名字？$/)
    await family.type('姓名', '王')
    await family.type('身份证号', '15030219580312416')
    await family.tap('下一步')
    await family.reads('身份证号少了一位')
    await family.sees('您叫什么名字？')
  }))

test('外地户口、外地住：这里交不了，说清楚找谁', () =>
  journey('外地', async (family) => {
    await begin(family)
    await fillUpTo(family, /^孩子的户口在哪里？$/)
    await family.choose('外省')
    await family.tap('下一步')
    await family.sees('是哪个省？')
    await family.choose('河南省')
    await family.tap('下一步')
    await family.sees('河南省的哪个市？')
    await family.choose('郑州市')
    await family.tap('下一步')
    await family.sees('郑州市的哪个区、县？')
    await family.choose('金水区')
    await family.tap('下一步')
    await family.arrive('孩子现在住哪里？')
    await family.choose('外省')
    await family.tap('下一步')
    await family.arrive('是哪个省？')
    await family.tap('看另外 16 个')
    await family.page.getByRole('radio', { name: '云南省' }).waitFor()
    await family.sees('是哪个省？')
    await family.type('输入名字找', '海南')
    await family.page.getByRole('radio', { name: '内蒙古自治区乌海市海南区' }).waitFor()
    await family.sees('是哪个省？')
    await family.choose('海南省')
    await family.tap('下一步')
    await family.arrive('海南省的哪个市？')
    await family.choose('不清楚')
    await family.tap('下一步')
    await family.reads('请找您住的地方的乡镇（街道）')
    await family.sees('海南省的哪个市？')
  }))

test('不同意：不能在手机上交，还能带材料去办', () =>
  journey('不同意', async (family) => {
    await begin(family)
    await fillUpTo(family, /^您同意/)
    await family.choose('不同意')
    await family.reads('您选了不同意。')
    await family.sees('您同意')
    await family.tap('回首页')
    await family.sees('乌海童护')
    await family.tap('我要申请')
    await family.tap('儿童生活补贴申请')
    await family.tap('在手机上申请')
    await family.sees('儿童生活补贴申请')
    await family.tap('接着填')
    await family.arrive('您同意')
  }))

test('提交以后没有回音：等着，不能再交；有网了自己收到回执', () =>
  journey('没回音', async (family) => {
    await begin(family)
    await fillUpTo(family, /样材料，/)
    const later = family.page.getByRole('button', { name: /^材料稍后补/ })
    while (await later.count()) await later.first().tap()
    await family.tap('下一步')
    await family.arrive('检查一遍')
    await family.page.route('**/api/v1/applications', (route) => route.abort())
    await family.tap('提交申请')
    await family.sees('正在确认')
    await family.reads('还没有收到回音。')
    await family.sees('正在确认')
    await family.page.unroute('**/api/v1/applications')
    await family.tap('再确认一次')
    await family.sees('申请已经收到')
    const { troubles } = family.visit
    // The browser itself writes a line for each answer this test has cut off.
    const others = troubles.filter((line) => !line.includes('net::ERR_FAILED'))
    expect(troubles.length).toBeGreaterThan(others.length)
    troubles.splice(0, troubles.length, ...others)
  }))

test('进度里什么也没有；找一找，也没有', () =>
  journey('没有申请', async (family) => {
    await family.arrive('乌海童护')
    await family.tab('进度')
    await family.sees('这里还没有申请')
    await family.tap('交过了，找一找我的申请')
    await family.reads('用这个微信，还没有交过申请。')
    await family.sees('这里还没有申请')
  }))
