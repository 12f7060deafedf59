import { decide, type Decision } from '@server/usecases/decisions'
import { openCase } from '@server/usecases/desk'
import { attachmentFrom, attachmentsOf } from '@server/store/attachments'
import { type Staff } from '@server/usecases/staffSignIn'
import { withPhoto } from '../fixtures/photoFile'
import { staffMember, value } from '../server/support/desk'
import { type MiniProgram } from './harness/driver'
import { fillIn, handInPapers } from './support/grandmother'
import { stage } from './support/stage'

// After the receipt: the offices act, the family follows and hands in, with the built mini program and the real API.

const { api, phone } = stage()
let street: Staff
let district: Staff
beforeAll(async () => {
  street = await staffMember(api(), 'street', '150302001', '街道甲')
  district = await staffMember(api(), 'district', '150302', '区甲')
})

let persons = 0

/** A family with one case that has just been submitted, on 首页. */
const familyWithCase = (act: (program: MiniProgram, photo: string, id: string) => Promise<void>) =>
  withPhoto((photo) =>
    phone(async (program) => {
      program.phone.account.person = `奶奶 ${(persons += 1)}`
      await fillIn(program)
      await handInPapers(program, photo)
      await program.tap('下一步')
      await program.tap('提交申请')
      const rows = await api()
        .db.selectFrom('application')
        .select('id')
        .orderBy('created_at', 'desc')
        .execute()
      await act(program, photo, rows[0]?.id ?? '')
    }),
  )

async function act(
  staff: Staff,
  applicationId: string,
  decision: Partial<Decision> & Pick<Decision, 'kind'>,
) {
  const { version } = await api()
    .db.selectFrom('application')
    .select('version')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  value(await decide(api().parts, staff, { applicationId, version, ...decision }, 'test'))
}

const supplement = (...papers: string[]) =>
  ({
    kind: 'supplementRequested',
    supplement: { papers: papers.map((paper) => ({ paper, reason: '章看不清，请再拍。' })) },
  }) as const

const statusOf = async (id: string) =>
  (await api().db.selectFrom('application').select('status').where('id', '=', id).executeTakeFirstOrThrow())
    .status

const consentsOf = async (id: string) =>
  (await api().db.selectFrom('consent').select('kind').where('application_id', '=', id).execute()).map(
    ({ kind }) => kind,
  )

const papersOf = async (id: string) =>
  (await attachmentsOf(api().db, id))
    .filter(({ event_sequence }) => event_sequence !== 1)
    .map((row) => attachmentFrom(api().parts, row).paper)

const home = async (program: MiniProgram) => {
  await program.relaunch()
  expect(program.route).toBe('pages/home/index')
}

test('补一样材料：从首页点三下，别的都锁着', () =>
  familyWithCase(async (program, photo, id) => {
    await act(street, id, { kind: 'accepted' })
    await act(street, id, supplement('mother.criminalJudgment'))
    await home(program)
    expect(program.text()).toContain('王*明：有材料要再拍')
    await program.tap('去补材料')
    expect(program.text()).toContain('请补 1 样材料')
    expect(program.text()).toContain('街道说：章看不清，请再拍。')
    expect(program.text()).not.toContain('孩子的户口本')
    program.pickPhoto(photo)
    await program.tap('拍照，孩子妈妈的判决书')
    expect(program.text()).toContain('已收到')
    await program.tap('交给街道')
    expect(await statusOf(id)).toBe('accepted')
    expect(program.route).toBe('packages/tracking/case/index')
    expect(program.text()).toContain('您回复了要补的材料。')
  }))

test('补交以后没有回音：再点一次，只补一次', () =>
  familyWithCase(async (program, photo, id) => {
    await act(street, id, supplement('mother.criminalJudgment'))
    await home(program)
    await program.tap('去补材料')
    program.pickPhoto(photo)
    await program.tap('拍照，孩子妈妈的判决书')
    const cut = { to: '/supplements', kind: 'cut', when: 'afterCommit' } as const
    program.phone.network.meet(cut, cut, cut, cut)
    await program.tap('交给街道')
    await program.advance(3_000)
    await program.advance(8_000)
    expect(program.text()).toContain('还没有收到回音。请再点一次，不会多交。')
    await program.tap('交给街道')
    expect(program.text()).toContain('您回复了要补的材料。')
    const events = await api()
      .db.selectFrom('case_event')
      .select('kind')
      .where('application_id', '=', id)
      .execute()
    expect(events.filter(({ kind }) => kind === 'supplementProvided')).toHaveLength(1)
  }))

test('拍到一半关掉：打开照片还在', () =>
  familyWithCase(async (program, photo, id) => {
    await act(street, id, supplement('mother.criminalJudgment'))
    await home(program)
    await program.tap('去补材料')
    program.pickPhoto(photo)
    await program.tap('拍照，孩子妈妈的判决书')
    await home(program)
    await program.tap('去补材料')
    expect(program.text()).toContain('已收到')
    await program.tap('交给街道')
    expect(await statusOf(id)).toBe('submitted')
  }))

test('要补的是病历一类的材料：先单独问，同意了才能拍，同意和照片一起到', () =>
  familyWithCase(async (program, photo, id) => {
    await act(street, id, supplement('mother.disabilityCard'))
    await home(program)
    await program.tap('去补材料')
    expect(program.text()).toContain('您同意上传残疾证或病历照片吗？')
    expect(program.sees('拍照，孩子妈妈的残疾人证')).toBe(false)
    await program.tap('同意')
    await program.tap('下一步')
    program.pickPhoto(photo)
    await program.tap('拍照，孩子妈妈的残疾人证')
    await home(program)
    await program.tap('去补材料')
    expect(program.text()).toContain('已收到')
    await program.tap('交给街道')
    expect(await statusOf(id)).toBe('submitted')
    expect(await consentsOf(id)).toContain('healthDocuments')
  }))

test('不同意拍：一样也不用拍，带到街道，申请接着办', () =>
  familyWithCase(async (program, _photo, id) => {
    await act(street, id, supplement('mother.disabilityCard'))
    await home(program)
    await program.tap('去补材料')
    await program.tap('不同意')
    await program.tap('下一步')
    expect(program.text()).toContain('带到街道（镇）给人看就行。')
    expect(program.sees('交给街道')).toBe(false)
    await program.tap('不拍，带到窗口')
    expect(await statusOf(id)).toBe('submitted')
    expect(await consentsOf(id)).not.toContain('healthDocuments')
    expect(program.text()).toContain('孩子妈妈的残疾人证')
  }))

test('同意、拍了，又改成不同意：照片从手机里没有了，别的材料还在', () =>
  familyWithCase(async (program, photo, id) => {
    await act(street, id, supplement('mother.disabilityCard', 'mother.criminalJudgment'))
    await home(program)
    await program.tap('去补材料')
    await program.tap('同意')
    await program.tap('下一步')
    program.pickPhoto(photo)
    await program.tap('拍照，孩子妈妈的残疾人证')
    program.pickPhoto(photo)
    await program.tap('拍照，孩子妈妈的判决书')
    await program.tap('重新选：有关身体的材料拍不拍')
    await program.tap('不同意')
    await program.tap('下一步')
    await program.tap('交给街道')
    expect(await statusOf(id)).toBe('submitted')
    expect(await consentsOf(id)).not.toContain('healthDocuments')
    expect(await papersOf(id)).toEqual(['mother.criminalJudgment'])
  }))

test('没通过：理由、怎么办、别的帮助都在', () =>
  familyWithCase(async (program, _photo, id) => {
    await act(street, id, { kind: 'accepted' })
    await act(street, id, { kind: 'verified' })
    await act(district, id, { kind: 'refused', reason: '孩子妈妈已经回家，现在能照顾孩子。' })
    await home(program)
    await program.tab('进度')
    expect(program.text()).toContain('没通过')
    await program.tap('王*明的申请')
    expect(program.text()).toContain('孩子妈妈已经回家，现在能照顾孩子。')
    expect(program.text()).toContain('可以申请行政复议，一般在60天内。')
    expect(program.text()).toContain('街道（镇）能办临时救助、低保，也可以问。')
    expect(program.sees('再办一次')).toBe(true)
  }))

test('没有网：上次看到的照样打开，说是什么时候的', () =>
  familyWithCase(async (program) => {
    await program.tap('看办理进度')
    program.phone.network.online = false
    await home(program)
    await program.tab('进度')
    expect(program.text()).toContain('王*明的申请')
    expect(program.text()).toMatch(/更新于 \d+月\d+日 \d\d:\d\d/)
    await program.tap('王*明的申请')
    expect(program.text()).toContain('海勃湾区凤凰岭街道收到了您的申请')
    expect(program.text()).toContain('没有网络。已经填的都存在手机里。')
  }))

test('撤回：先问一句；撤回以后不能再撤', () =>
  familyWithCase(async (program, _photo, id) => {
    await program.tap('看办理进度')
    await program.tap('撤回申请')
    expect(program.text()).toContain('撤回以后就不再办。')
    await program.tap('不撤回')
    expect(await statusOf(id)).toBe('submitted')
    await program.tap('撤回申请')
    await program.tap('撤回申请', '撤回这次申请吗？')
    expect(await statusOf(id)).toBe('withdrawn')
    expect(program.text()).toContain('您撤回了这次申请')
    expect(program.sees('撤回申请')).toBe(false)
  }))

test('家里要撤回，街道刚受理：先看到新变化，不盖过去', () =>
  familyWithCase(async (program, _photo, id) => {
    await program.tap('看办理进度')
    await act(street, id, { kind: 'accepted' })
    await program.tap('撤回申请')
    await program.tap('撤回申请', '撤回这次申请吗？')
    expect(await statusOf(id)).toBe('accepted')
    expect(program.text()).toContain('这件事刚有新变化，请刷新后再办。')
    expect(program.text()).toContain('海勃湾区凤凰岭街道正在核对材料')
  }))

test('谁看过孩子的材料：办件页点一下，单位、岗位、看了什么都在，没有姓名', () =>
  familyWithCase(async (program, _photo, id) => {
    value(await openCase(api().parts, street, id, 'test'))
    await program.open(`/packages/tracking/case/index?id=${id}`)
    await program.tap('谁看过孩子的材料')
    expect(program.route).toBe('packages/tracking/accesses/index')
    expect(program.text()).toContain('海勃湾区凤凰岭街道')
    expect(program.text()).toContain('核对材料的人看了申请里填的内容。')
    expect(program.text()).not.toContain(street.name)
  }))
