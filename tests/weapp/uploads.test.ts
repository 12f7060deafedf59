import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { startTestApi } from '../server/support/testApi'
import { unhurried } from '../server/support/withoutQuotas'
import { fates, startBadNetwork } from '../stand-ins/badNetwork'
import { startWechatServer } from '../stand-ins/wechatServer'
import { withMiniProgram } from './harness/miniProgram'
import { fillIn } from './support/grandmother'
import { draftKey, uploadTrial, type Trials, type Verdict } from './support/uploadTrial'

/*
 * The built mini program and the real API, with a way between them on which everything goes wrong. Every photo must end
 * received with equal hashes, or visible with a next step. `npm run proof -- uploads 2000 7` runs as many as one likes.
 */
const runs = Number(process.env.UPLOAD_RUNS ?? 100)
const firstSeed = Number(process.env.UPLOAD_SEED ?? 20261125)
jest.setTimeout(120_000 + runs * 5_000)

const folder = mkdtempSync(join(tmpdir(), 'weapp-uploads-'))
let trials: Trials
let end: () => Promise<void>

async function picture(shade: number): Promise<string> {
  const file = join(folder, `${shade}.jpg`)
  await sharp({ create: { width: 400, height: 300, channels: 3, background: { r: shade, g: 90, b: 40 } } })
    .jpeg()
    .toFile(file)
  return file
}

beforeAll(async () => {
  const wechat = await startWechatServer()
  const api = await startTestApi({ wechat, limits: unhurried })
  const network = await startBadNetwork({ host: '127.0.0.1', port: Number(new URL(api.url).port) })
  let draft: Trials['draft'] = { key: '', value: undefined }
  const dist = resolve(__dirname, '../../dist/weapp')
  await withMiniProgram({ dist, apiUrl: api.url, wechat }, async (program) => {
    await fillIn(program)
    const { storage } = program.phone
    const key = draftKey(storage.keys)
    draft = { key, value: storage.read(key) }
  })
  const pictures = await Promise.all([10, 60, 110, 160, 210].map(picture))
  trials = { api, network, wechat, draft, pictures }
  end = async () => {
    await network.close()
    await api.close()
    await wechat.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
afterAll(() => end())

test(`${runs} 家人，路上什么都会出错：每张照片都收到，一张不丢，一张不重`, async () => {
  const verdicts: (Verdict & { seed: number })[] = []
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1)
    verdicts.push({ seed, ...(await uploadTrial(trials, seed).catch((error: unknown) => failed(error))) })
  const met = Object.fromEntries(fates.map((fate) => [fate, sum(verdicts, (one) => one.fates[fate] ?? 0)]))
  console.log(
    `${runs} runs from ${firstSeed}: ${sum(verdicts, (one) => one.confirmed)} received,`,
    `${sum(verdicts, (one) => one.needed)} to be looked at`,
    JSON.stringify(met),
  )
  expect(
    verdicts.filter(({ wrong }) => wrong.length > 0).map(({ seed, wrong }) => ({ seed, wrong })),
  ).toEqual([])
  // A trial in which a fault never happened proves nothing about it.
  if (runs >= 100) expect(Object.values(met).every((count) => count > 0)).toBe(true)
})

const sum = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((all, one) => all + of(one), 0)

const failed = (error: unknown): Verdict => ({
  confirmed: 0,
  needed: 0,
  fates: {},
  wrong: [error instanceof Error ? error.message : String(error)],
})
