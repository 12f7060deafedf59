import { withBlurredPhoto } from '../fixtures/photoFile'
import { checkEntitlements } from './support/application'
import { play } from './support/cast'
import { type Family } from './support/family'
import { stage } from './support/stage'
import { formPages } from './support/story'

// What a browser does with a blurred photo: the same as WeChat.

jest.setTimeout(600_000)

const { cast: castOf } = stage()

async function fillUpToPapers(family: Family): Promise<void> {
  await checkEntitlements(family)
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
  await family.sees(/样材料，已收到 0 样/)
}

test('拍糊了：一句话，仍要使用，照样收到', () =>
  withBlurredPhoto((blurred) => {
    const cast = castOf('拍糊了')
    return play(cast, async () => {
      const family = await cast.family()
      await fillUpToPapers(family)
      await family.photograph('拍照，孩子的户口本', blurred)
      await family.arrive(/样材料，已收到 1 样/)
      await family.reads('有点模糊，字看不清。')
      await family.sees(/样材料，已收到 1 样/)
      await family.tap('仍要使用，孩子的户口本')
      await family.button('仍要使用，孩子的户口本').waitFor({ state: 'detached' })
      await family.sees(/样材料，已收到 1 样/)
    })
  }))
