import { idNumber } from '../../server/support/family'
import { day, rows, type Family, type Reply } from './family'

/** Which of these are asked, and in which order, is for the engine to choose. */
const replies: Readonly<Record<string, Reply>> = {
  '孩子爸爸现在是什么情况？': rows('去世了'),
  '孩子妈妈现在是什么情况？': rows('在服刑'),
  '孩子妈妈判了多久？': rows('6个月或更长'),
  '孩子是哪一天出生的？': day(2015, 6, 7),
  '孩子现在在领哪一种？': rows('都没有领'),
  '孩子现在上什么学？': rows('小学'),
  '知道孩子的亲生父母是谁吗？': rows('知道'),
  '孩子办过收养登记吗？': rows('没有'),
  '孩子的户口在哪里？': rows('乌海市海勃湾区'),
  '孩子现在住在哪里？': rows('乌海市海勃湾区'),
}

/** From 首页 through the questions to the result. */
export async function checkEntitlements(family: Family): Promise<void> {
  await family.sees('乌海童护')
  await family.tap('看看能领什么')
  let title = await family.sees(/？$/)
  for (let reply = replies[title]; reply; reply = replies[title]) {
    await family.reply(title, reply)
    await family.tap('下一步')
    await family.leaves(title)
    title = await family.sees(/./)
  }
  if (!title.includes('现在可以申请')) throw new Error(`asked what no reply is written for: ${title}`)
}

type Page = readonly [heading: string, fill: (family: Family) => Promise<void>]

const chooses = (row: string) => (family: Family) => family.choose(row)

/** The form in its order. What the questions before have told is not asked again. */
const pages: readonly Page[] = [
  ['谁来填这份申请？', chooses('我自己办')],
  ['您是孩子的什么人？', chooses('爷爷奶奶')],
  ['您是孩子的监护人吗？', chooses('不是，监护人委托来办')],
  [
    '您叫什么名字？',
    async (family) => {
      await family.type('姓名', '王秀兰')
      await family.type('身份证号', idNumber('19580312'))
    },
  ],
  [
    '有事怎么联系您？',
    async (family) => {
      await family.type('手机号', '13812345678')
      await family.choose('先不要打')
    },
  ],
  [
    '孩子叫什么名字？',
    async (family) => {
      await family.type('姓名', '王小明')
      await family.type('身份证号', idNumber('20150607'))
    },
  ],
  ['孩子的户口在哪里？', chooses('乌海市海勃湾区')],
  ['海勃湾区的哪个街道（镇）？', chooses('凤凰岭街道')],
  ['孩子现在住哪里？', chooses('乌海市海勃湾区')],
  ['海勃湾区的哪个街道（镇）？', chooses('凤凰岭街道')],
  ['您同意为这次申请使用孩子的信息吗？', chooses('同意')],
]

/** From the result to the receipt. @returns the case number as the receipt shows it */
export async function applyFromResult(family: Family, photo: string): Promise<string> {
  await family.tap('去申请')
  await family.sees('儿童生活补贴申请')
  await family.tap('开始填')
  for (const [heading, fill] of pages) {
    await family.sees(heading)
    await fill(family)
    await family.tap('下一步')
    await family.leaves(heading)
  }
  await handInPapers(family, photo)
  await family.sees('检查一遍')
  await family.tap('提交申请')
  await family.sees('申请已经收到')
  return family.receiptNumber()
}

/** Two photos now; the family says of the others that they come later. */
async function handInPapers(family: Family, photo: string): Promise<void> {
  await family.sees(/样材料，已收到 0 样/)
  await family.photograph('拍照，孩子的户口本', photo)
  await family.photograph('拍照，孩子妈妈的判决书', photo)
  await family.arrive(/样材料，已收到 2 样/)
  for (let later = family.button('材料稍后补'); (await later.count()) > 0;) await later.first().tap()
  await family.sees(/样材料，已收到 2 样/)
  await family.tap('下一步')
}
