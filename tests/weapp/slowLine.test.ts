import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { startTestApi, type TestApi } from '../server/support/testApi'
import { unhurried } from '../server/support/withoutQuotas'
import { startSlowLine, type SlowLine } from '../stand-ins/slowLine'
import { startWechatServer, type WechatStandIn } from '../stand-ins/wechatServer'
import { type MiniProgram } from './harness/driver'
import { withMiniProgram } from './harness/miniProgram'
import { fillIn } from './support/grandmother'

// A whole application with six photos from a village: 64 kbit/s, one packet in ten lost. Time runs sixteen times faster,
// for the line and for the phone.

const hurry = 16
const mostBytes = 2_200_000
const papers = [
  '孩子的户口本',
  '孩子的出生证',
  '孩子的照片',
  '孩子的社保卡或银行卡',
  '申请人的身份证',
  '委托书',
]

jest.setTimeout(400_000)
const patienceMs = 120_000

const folder = mkdtempSync(join(tmpdir(), 'weapp-slow-'))
let wechat: WechatStandIn
let api: TestApi
let line: SlowLine
beforeAll(async () => {
  wechat = await startWechatServer()
  api = await startTestApi({ wechat, limits: unhurried })
  const target = { host: '127.0.0.1', port: Number(new URL(api.url).port) }
  line = await startSlowLine(target, { bitsPerSecond: 64_000, lossPercent: 10, hurry, seed: 20261125 })
})
afterAll(async () => {
  await line.close()
  await api.close()
  await wechat.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A page with some print: what a phone makes of it is near the 300 kB it may have. */
async function picture(name: string): Promise<string> {
  const file = join(folder, `${name}.jpg`)
  const lines = Array.from(
    { length: 17 },
    (_, row) => `<text x="20" y="${60 + row * 70}" font-size="22">${`${name}第${row}行 `.repeat(9)}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#eee"/>${lines.join('')}</svg>`
  await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toFile(file)
  return file
}

/** What the family sees of its photos at this moment; nothing is a state that no photo may be in. */
const statesOn = (program: MiniProgram) =>
  program.texts().filter((text) => /^(等待|上传中 \d+%|已收到|需要处理)$/.test(text))

/** Goes on without waiting until all is quiet: on this line that takes minutes. */
const begin = (act: Promise<unknown>) => void act.catch(() => undefined)

async function until(program: MiniProgram, check: () => boolean): Promise<void> {
  const started = performance.now()
  while (!check()) {
    if (performance.now() - started > patienceMs) throw new Error(`never came to be: ${program.text()}`)
    await sleep(20)
  }
}

let ticking: NodeJS.Timeout | undefined
let looking: NodeJS.Timeout | undefined
function stopTime(): void {
  clearInterval(ticking)
  clearInterval(looking)
}

test('六张照片，64 kbit/s，丢一成：全程看得见进度，收到，发出的不到 2.2 MB', async () => {
  const pictures = await Promise.all(papers.map(picture))
  const dist = resolve(__dirname, '../../dist/weapp')
  const seen = new Set<string>()
  const through = { dist, apiUrl: line.url, wechat }
  await withMiniProgram(through, async (program) => {
    program.phone.privacy.agreed = true
    await fillIn(program)
    const started = program.phone.clock.elapsed()
    ticking = setInterval(() => program.timePasses(50 * (hurry - 1)), 50)
    const silent = new Set<string>()
    for (const [index, paper] of papers.entries()) {
      program.pickPhoto(pictures[index] ?? '')
      begin(program.tap(`拍照，${paper}`))
      await until(program, () => statesOn(program).length === index + 1)
    }
    looking = setInterval(() => {
      const states = statesOn(program)
      if (states.length !== papers.length && !/没传完|正在|已经收到|^$/.test(program.text()))
        silent.add(program.text())
      states.concat(/还有 \d 张照片没传完/.exec(program.text()) ?? []).forEach((state) => seen.add(state))
    }, 20)
    for (const paper of ['孩子爸爸的死亡证明', '孩子妈妈的判决书']) begin(program.tap(`材料稍后补，${paper}`))
    await until(program, () => statesOn(program).filter((state) => state === '已收到').length === 2)
    begin(program.tap('下一步'))
    await until(program, () => program.sees('提交申请'))
    begin(program.tap('提交申请'))
    await until(program, () => program.text().includes('申请已经收到'))
    stopTime()
    const minutes = (program.phone.clock.elapsed() - started) / 60_000
    console.log(
      `${papers.length} photos of ${pictures.map((file) => Math.round(statSync(file).size / 1000)).join(', ')} kB:`,
      `${line.sentBytes} bytes sent, ${line.heardBytes} heard, ${line.lostPackets} of ${line.packets} packets lost,`,
      `${minutes.toFixed(1)} minutes; ${[...seen].join(' ')}`,
    )
    expect([...silent]).toEqual([])
  }).finally(stopTime)
  const photos = await api.db.selectFrom('attachment').select(['source_bytes', 'application_id']).execute()
  expect(photos).toHaveLength(papers.length)
  expect(photos.every(({ application_id }) => application_id !== null)).toBe(true)
  // Small pictures would prove nothing.
  expect(photos.reduce((sum, { source_bytes }) => sum + source_bytes, 0)).toBeGreaterThan(1_200_000)
  expect(line.sentBytes).toBeLessThanOrEqual(mostBytes)
  expect(seen).toContain('已收到')
  expect([...seen].some((state) => state.startsWith('上传中'))).toBe(true)
})
