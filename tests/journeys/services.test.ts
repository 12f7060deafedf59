import { idNumber } from '../server/support/family'
import { type Cast, play } from './support/cast'
import { type Family } from './support/family'
import { stage } from './support/stage'

// Three matters whose ways differ, each from the list to the answer: one street alone, one district alone, one that a
// street of 乌海 passes on.

jest.setTimeout(600_000)

const { cast: castOf } = stage()

const journey = (name: string, act: (cast: Cast) => Promise<void>) => {
  const cast = castOf(name)
  return play(cast, () => act(cast))
}

/** What is done on a page of the form, by its heading; 不清楚 on every other. */
type Acts = Readonly<Record<string, (family: Family) => Promise<unknown>>>

const choose = (row: string) => (family: Family) => family.choose(row)
const street = choose('凤凰岭街道')
const home = choose('乌海市海勃湾区')

function person(name: string, birthDate: string, isNumbered: boolean) {
  return async (family: Family) => {
    await family.type('姓名', name)
    if (isNumbered) await family.type('身份证号', idNumber(birthDate))
  }
}

const persons = (isNumbered: boolean): Acts => ({
  '谁来填这份申请？': choose('我自己办'),
  '您是孩子的什么人？': choose('爷爷奶奶、外公外婆'),
  '您是孩子的监护人吗？': choose('不是，监护人委托来办'),
  '您叫什么名字？': person('王秀兰', '19580312', isNumbered),
  '有事怎么联系您？': async (family) => {
    await family.type('手机号', '13812345678')
    await family.choose('先不要打')
  },
  '孩子叫什么名字？': person('王小明', '20150607', isNumbered),
  '孩子的户口在哪里？': home,
  '海勃湾区的哪个街道（镇）？': street,
  '孩子现在住哪里？': home,
  '您同意为这次申请使用孩子的信息吗？': choose('同意'),
})

/** From 首页 to the form of a matter. */
async function begin(family: Family, matter: string, apply: string): Promise<void> {
  await family.sees('乌海童护')
  await family.tap('我要申请')
  await family.sees('能办的事')
  await family.tap(matter)
  await family.sees(matter)
  await family.tap(apply)
  // The page before it has the same heading.
  await family.button('开始填').waitFor()
  await family.sees(matter)
  await family.tap('开始填')
  await family.leaves(matter)
}

/** Looks at the pages named, answers all, says of each paper that it comes later. @returns the case number */
async function handIn(
  family: Family,
  acts: Acts,
  { looked = [], submit }: { looked?: readonly string[]; submit: string },
): Promise<string> {
  for (;;) {
    const title = await family.arrive()
    if (looked.includes(title)) await family.sees(title)
    if (title === '检查一遍') break
    if (/样材料，/.test(title)) {
      for (const later = family.button('材料稍后补'); (await later.count()) > 0;) await later.first().tap()
    } else await (acts[title] ?? choose('不清楚'))(family)
    await family.tap('下一步')
    await family.leaves(title)
  }
  await family.sees('检查一遍')
  await family.tap(submit)
  await family.sees(/已经收到$/)
  return family.receiptNumber()
}

async function readAnswer(family: Family, entry: string, heading: RegExp): Promise<void> {
  await family.reopen()
  await family.tab('进度')
  await family.arrive('办理进度')
  await family.tap(entry)
  await family.sees(heading)
}

test('请儿童主任联系我：不要身份证号，不要材料；街道接手，办好', () =>
  journey('请人帮忙', async (cast) => {
    const family = await cast.family()
    await begin(family, '请儿童主任联系我', '在手机上提出来')
    const acts = { ...persons(false), '想请儿童主任帮什么？': choose('来家里看看孩子') }
    const number = await handIn(family, acts, {
      looked: ['孩子叫什么名字？', '想请儿童主任帮什么？'],
      submit: '提交',
    })
    const clerk = await cast.clerk('street')
    await clerk.openCase(number)
    await clerk.press('接手')
    await clerk.reads('接手了。家里现在就能看到。')
    await clerk.press('办好了')
    await clerk.reads('办好了。家里现在就能看到。')
    await readAnswer(family, '王*明的事', /办好了$/)
    await family.reads('儿童主任会和您联系。')
  }))

test('最大的字，康复申请：直接到区里，区里受理、确认', () =>
  journey('区里办', async (cast) => {
    const family = await cast.family()
    await family.useLargestFont()
    await begin(family, '儿童康复申请', '在手机上申请')
    const acts = { ...persons(true), '孩子需要哪种康复？': choose('康复训练') }
    const number = await handIn(family, acts, { looked: ['孩子需要哪种康复？'], submit: '提交申请' })
    const taker = await cast.clerk('district', '吴接件', 'disabledFederation')
    const officer = await cast.clerk('district', '冯审核', 'disabledFederation')
    await taker.openCase(number)
    await taker.press('受理')
    await taker.reads('已受理。家里现在就能看到。')
    await officer.openCase(number)
    await officer.press('确认符合条件')
    await officer.reads('已确认。家里现在就能看到。')
    await readAnswer(family, '王*明的申请', /海勃湾区残联已经通过$/)
  }))

test('户口在外省：先看清谁收、谁审；街道转出去，再把答复告诉家里', () =>
  journey('转出去', async (cast) => {
    const family = await cast.family()
    await begin(family, '儿童生活补贴申请', '在手机上申请')
    const acts: Acts = {
      ...persons(true),
      '孩子的户口在哪里？': choose('外省'),
      '是哪个省？': choose('河南省'),
      '河南省的哪个市？': choose('郑州市'),
      '郑州市的哪个区、县？': choose('金水区'),
      这件事这样办: () => Promise.resolve(),
      '孩子爸爸现在是什么情况？': choose('去世了'),
      '孩子妈妈现在是什么情况？': choose('去世了'),
      '您同意把材料转给户口所在地吗？': choose('同意'),
    }
    const looked = ['这件事这样办', '您同意把材料转给户口所在地吗？']
    const number = await handIn(family, acts, { looked, submit: '提交申请' })
    const clerk = await cast.clerk('street')
    await clerk.openCase(number)
    await clerk.press('受理')
    await clerk.reads('已受理。家里现在就能看到。')
    await clerk.press('已经转过去了')
    await clerk.reads('记下了：已转给户口所在地。有了答复，再来写。')
    await readAnswer(family, '王*明的申请', /^材料已转给/)
    await clerk.write('答复', '金水区民政局认定了，从12月起。')
    await clerk.press('通过了，告诉家里')
    await clerk.reads('已写明答复。家里现在就能看到。')
    await readAnswer(family, '王*明的申请', /已经通过$/)
    await family.reads('怎么发、发多少，按户口所在地。')
  }))
