import { type Family } from './family'
import { formPages, replies } from './story'

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

/** From the result to the receipt. @returns the case number as the receipt shows it */
export async function applyFromResult(family: Family, photo: string): Promise<string> {
  await family.tap('去申请')
  await family.sees('儿童生活补贴申请')
  await family.tap('开始填')
  for (const { heading, choose, type = {} } of formPages) {
    await family.sees(heading)
    for (const [field, text] of Object.entries(type)) await family.type(field, text)
    if (choose) await family.choose(choose)
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
  for (const later = family.button('材料稍后补'); (await later.count()) > 0;) await later.first().tap()
  await family.sees(/样材料，已收到 2 样/)
  await family.tap('下一步')
}
