import { decide } from '@server/usecases/decisions'
import { withPhoto } from '../fixtures/photoFile'
import { staffMember } from '../server/support/desk'
import { applyFromResult, checkEntitlements } from './support/application'
import { type Cast, play } from './support/cast'
import { type Family } from './support/family'
import { stage } from './support/stage'

// A grandmother raises her grandson: his father is dead, his mother in prison. From the first question to the
// decision on her own phone, with the built citizen app, the real API and the desk. Nothing is found but by its role
// and name; every new screen is measured and examined by axe.

jest.setTimeout(600_000)

const { cast: castOf, api } = stage()

const journey = (name: string, act: (cast: Cast, photo: string) => Promise<void>) =>
  withPhoto((photo) => {
    const cast = castOf(name)
    return play(cast, () => act(cast, photo))
  })

test('从“看看能领什么”到“已通过”，中间补正一次', () =>
  journey('通过', async (cast, photo) => {
    const family = await cast.family()
    await checkEntitlements(family)
    const number = await applyFromResult(family, photo)
    await family.tap('看办理进度')
    await family.sees('海勃湾区凤凰岭街道收到了您的申请')

    const clerk = await cast.clerk('street')
    await clerk.openCase(number)
    await clerk.lookAtPhoto('孩子的户口本')
    await clerk.press('受理')
    await clerk.reads('已受理。家里现在就能看到。')
    await clerk.tick('孩子妈妈的判决书')
    await clerk.write('孩子妈妈的判决书为什么要补', '最后一页的章看不清')
    await clerk.press('要求补正')
    await clerk.reads('已要求补正。家里补交以后，会回到待办。')

    await correct(family, photo)

    await clerk.openCase(number)
    await clerk.reads(/^补交的/)
    await clerk.press('查验通过，报区里')
    await clerk.reads('已查验通过，报给区里。')

    const officer = await cast.clerk('district')
    await officer.openCase(number)
    await officer.press('确认符合条件')
    await officer.reads('已确认。家里现在就能看到。')

    await readDecision(family, /^已通过/, '海勃湾区民政局已经通过')
  }))

test('最大的字：街道一人受理、交给同事查验；区里不予确认，家里读到理由和怎么办', () =>
  journey('没通过', async (cast, photo) => {
    const family = await cast.family()
    await family.useLargestFont()
    await checkEntitlements(family)
    const number = await applyFromResult(family, photo)

    const clerk = await cast.clerk('street')
    const colleague = await cast.clerk('street', '陈同事')
    await clerk.openCase(number)
    await clerk.press('受理')
    await clerk.sees(`编号 ${number}`)
    await clerk.choose('陈同事', '同事')
    await clerk.press('交给同事')
    await clerk.reads('已交给同事，您打不开这件事了。')
    await clerk.sees(/要您办/)
    await colleague.openCase(number)
    await colleague.press('查验通过，报区里')

    const officer = await cast.clerk('district')
    await officer.openCase(number)
    await officer.press('不予确认，告诉家里')
    await officer.sees(`编号 ${number}`)
    await officer.write('理由', '孩子妈妈已经回家，现在能照顾孩子。')
    await officer.press('不予确认，告诉家里')
    await officer.reads('已写明理由，不予确认。家里现在就能看到。')

    await readDecision(family, /^没通过/, '海勃湾区民政局没有通过')
    await family.reads('孩子妈妈已经回家，现在能照顾孩子。')
    await family.reads('可以申请行政复议，一般在60天内。')
  }))

test('最大的字：街道要残疾人证，不同意拍，带到窗口也接着办', () =>
  journey('不拍', async (cast, photo) => {
    const family = await cast.family()
    await family.useLargestFont()
    await checkEntitlements(family)
    const number = await applyFromResult(family, photo)
    await askForDisabilityCard(number.replace(/ /g, ''))

    await family.reopen()
    await family.tap('去补材料')
    await family.sees('您同意上传残疾证或病历照片吗？')
    await family.choose('同意')
    await family.tap('下一步')
    await family.sees('请补 1 样材料')
    await family.tap('重新选：有关身体的材料拍不拍')
    await family.choose('不同意')
    await family.tap('下一步')
    await family.sees('请补 1 样材料')
    await family.reads('这一样不用拍。带到街道（镇）给人看就行。')
    await family.tap('不拍，带到窗口')
    await family.sees(/收到了您的申请/)
    await family.reads('您回复了要补的材料。')
  }))

/** The desk offers papers that the answers call for; this one has come to the clerk's knowledge otherwise. */
async function askForDisabilityCard(caseNumber: string): Promise<void> {
  const { id, version } = await api()
    .db.selectFrom('application')
    .select(['id', 'version'])
    .where('case_number', '=', caseNumber)
    .executeTakeFirstOrThrow()
  const paper = { paper: 'mother.disabilityCard', reason: '妈妈有残疾的，请把残疾人证拍来' }
  const asked = await decide(
    api().parts,
    await staffMember(api(), 'street', '150302001'),
    { applicationId: id, kind: 'supplementRequested', version, supplement: { papers: [paper] } },
    'test',
  )
  if (!asked.ok) throw new Error(asked.code)
}

/** The family looks in again: three taps from 首页 to the corrected paper. */
async function correct(family: Family, photo: string): Promise<void> {
  await family.reopen()
  await family.reads('需要您处理')
  await family.sees('乌海童护')
  await family.tap('去补材料')
  await family.sees('请补 1 样材料')
  await family.reads('街道说：最后一页的章看不清')
  await family.photograph('拍照，孩子妈妈的判决书', photo)
  await family.reads('已收到')
  await family.sees('请补 1 样材料')
  await family.tap('交给街道')
  await family.sees(/正在核对材料/)
}

async function readDecision(family: Family, inList: RegExp, onCase: string): Promise<void> {
  await family.reopen()
  await family.tab('进度')
  await family.reads(inList)
  await family.sees('办理进度')
  await family.tap('王*明的申请')
  await family.sees(onCase)
}
