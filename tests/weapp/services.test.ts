import { renderBudgets } from '../../config/budgets'
import { listedServices, serviceCodes, services, type ServiceCode } from '@domain/services/catalogue'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { type MiniProgram } from './harness/driver'
import { allLater, fillInMatter } from './support/matter'
import { stage } from './support/stage'

// The built mini program, the real API and its database: every matter from its page to its receipt.

const { api, phone } = stage()

const applications = () =>
  api()
    .db.selectFrom('application')
    .select(['id', 'case_number', 'service', 'procedure'])
    .orderBy('created_at', 'desc')
    .execute()

const applyWords = { application: '在手机上申请', request: '在手机上提出来', notice: '在手机上告知' } as const
const submitWords = { application: '提交申请', request: '提交', notice: '提交告知' } as const
const receiptWords = {
  application: '申请已经收到',
  request: '您说的事已经收到',
  notice: '告知已经收到',
} as const

function expectInBudget(program: MiniProgram): void {
  const own = program.phone.setData.filter(({ page }) => page === program.route)
  for (const { first, bytes } of own)
    expect(bytes).toBeLessThanOrEqual(first ? renderBudgets.firstSetData : renderBudgets.setData)
  const { nodes, children, nameless } = program.figures()
  expect(nodes).toBeLessThanOrEqual(renderBudgets.nodes)
  expect(children).toBeLessThanOrEqual(renderBudgets.children)
  expect(nameless).toEqual([])
}

/** From the page of the matter to its form. */
async function begin(program: MiniProgram, service: ServiceCode): Promise<void> {
  await program.open(`/packages/services/service/index?service=${service}`)
  await program.idle()
  expect(program.text()).toContain(services[service].neutralTitle)
  expectInBudget(program)
  await program.tap(applyWords[services[service].kind])
  await program.tap('开始填')
}

async function handIn(program: MiniProgram, service: ServiceCode): Promise<void> {
  const { kind, papers } = services[service]
  if (papers.length > 0) {
    expect(program.text()).toMatch(/\d+ 样材料，已收到 0 样/)
    await allLater(program)
    await program.tap('下一步')
  }
  expect(program.text()).toContain('检查一遍')
  expectInBudget(program)
  await program.tap(submitWords[kind])
}

test.each(serviceCodes)('%s：从办理说明到回执，一件', (service) =>
  phone(async (program) => {
    program.phone.account.person = service
    const before = (await applications()).length
    await begin(program, service)
    const asked = await fillInMatter(program, service)
    expect(new Set(asked).size).toBe(asked.length - 1)
    await handIn(program, service)
    const all = await applications()
    expect(program.text()).toContain(receiptWords[services[service].kind])
    expect(program.text()).toContain(formatCaseNumber(all[0]?.case_number ?? ''))
    expect(all).toHaveLength(before + 1)
    expect(all[0]).toMatchObject({ service, procedure: services[service].offices })
    await program.tap('看办理进度')
    expect(program.text()).toContain('收到了')
    expect(program.phone.network.requests.every(({ path }) => !path.includes(service))).toBe(true)
  }),
)

test('能办的事：每一件都在，保密的那件不在；从首页一下就到', () =>
  phone(async (program) => {
    await program.tap('我要申请')
    await program.idle()
    for (const code of listedServices) expect(program.text()).toContain(services[code].neutralTitle)
    expect(program.text()).toContain('涉及特殊疾病的孩子，可由区民政局专人保密办理。')
    expect(program.text()).not.toContain(services.CATEGORY_A.title)
    expectInBudget(program)
    await program.tap('在手机上直接交给区里')
    await program.idle()
    expect(program.text()).toContain('街道（镇）、村（居）委会看不到')
    expect(program.text()).not.toMatch(/艾滋/)
  }))

test('户口在外地、住在乌海：先看清谁收、谁审，再交；街道转给户口所在地', () =>
  phone(async (program) => {
    program.phone.account.person = '外地来的'
    await begin(program, 'DFUC_ALLOWANCE')
    const asked = await fillInMatter(program, 'DFUC_ALLOWANCE', { hukou: ['外省'] })
    expect(asked).toContain('这件事这样办')
    expect(asked).toContain('您同意把材料转给户口所在地吗？')
    await handIn(program, 'DFUC_ALLOWANCE')
    const [filed] = await applications()
    expect(filed).toMatchObject({ service: 'DFUC_ALLOWANCE', procedure: 'passedOn' })
  }))
