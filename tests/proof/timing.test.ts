import { changeProtection } from '@server/usecases/protection'
import type { Staff } from '@server/usecases/staffSignIn'
import { staffMember, value } from '../server/support/desk'
import { Family, submission } from '../server/support/family'
import { startTestApi, type TestApi } from '../server/support/testApi'
import { withoutQuotas } from '../server/support/withoutQuotas'

/*
 * `npm run proof -- timing [pairs]`: how long an answer takes does not tell whether a child is registered, nor whether it
 * has a protection record. Two samples in turn on one server, compared by Mann–Whitney; the comparison proves itself on
 * a difference that is there.
 */
const pairs = Number(process.env.TIMING_PAIRS ?? 500)
jest.setTimeout(60_000 + pairs * 4_000)

/** Two samples of one kind differ by more than this in 1 of 1,000 runs. */
const mostZ = 3.3

let api: TestApi
let officer: Staff
beforeAll(async () => {
  api = await startTestApi({ limits: withoutQuotas })
  officer = { ...(await staffMember(api, 'district', '150302', '保护科')), mayProtect: true }
})
afterAll(() => api.close())

/** How far two samples lie apart, in standard deviations of the rank sum. Ties are left out: times have none. */
function mannWhitneyZ(one: readonly number[], two: readonly number[]): number {
  const all = [...one.map((time) => ({ time, isOne: true })), ...two.map((time) => ({ time, isOne: false }))]
  all.sort((a, b) => a.time - b.time)
  const ranks = all.reduce((sum, { isOne }, index) => (isOne ? sum + index + 1 : sum), 0)
  const [n, m] = [one.length, two.length]
  const u = ranks - (n * (n + 1)) / 2
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
}

async function msOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

/** Both acts in turn, which one first changes from pair to pair. */
async function inTurn(
  acts: readonly [() => Promise<unknown>, () => Promise<unknown>],
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []]
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = pair % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)
    for (const which of order) times[which].push(await msOf(acts[which]))
  }
  return times
}

it('孩子登记过没有，提交要的时间一样', async () => {
  const { child } = submission()
  await (await Family.signIn(api)).submit(submission({ child }))
  const family = await Family.signIn(api)
  const times = await inTurn([
    () => family.submit(submission({ child })),
    () => family.submit(submission({ child: { ...submission().child, name: child.name } })),
  ])
  expect(Math.abs(mannWhitneyZ(...times))).toBeLessThan(mostZ)
})

it('有没有保护记录，看进度和看谁看过要的时间一样', async () => {
  const [one, two] = [await Family.signIn(api), await Family.signIn(api)]
  const { applicationId: plain } = await one.apply()
  const { applicationId: kept } = await two.apply()
  value(
    await changeProtection(
      api.parts,
      officer,
      kept,
      { kind: 'set', reason: '孩子说在家里挨打，老师已经报告。' },
      'test',
    ),
  )
  for (const path of ['', '/accesses']) {
    const times = await inTurn([
      () => one.get(`/api/v1/applications/${plain}${path}`),
      () => two.get(`/api/v1/applications/${kept}${path}`),
    ])
    expect(Math.abs(mannWhitneyZ(...times))).toBeLessThan(mostZ)
  }
})

it('真有差别时，这个比较看得出来', async () => {
  const family = await Family.signIn(api)
  const { applicationId } = await family.apply()
  const times = await inTurn([
    () => family.get(`/api/v1/applications/${applicationId}`),
    () => family.get('/api/v1/service'),
  ])
  expect(Math.abs(mannWhitneyZ(...times))).toBeGreaterThan(mostZ)
})
