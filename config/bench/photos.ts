import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { createVictim, type Victim } from '../../tests/faults/support/victim'
import { jpegBomb, pngBomb } from '../../tests/server/support/pictures'
import { median, type Figure } from './figures'

/** Source: issue "must hold". */
const goals = { share: 0.8, bombMegabytes: 100, readMs: 150 }
const rounds = 3
const inFlight = 4
const bombsAtOnce = 30

/** Photos a second beside bare sharp on the same pictures; memory and other requests under bombs. */
export async function photoFigures(): Promise<Figure[]> {
  const victim = await createVictim()
  try {
    await victim.start()
    const tokens = await Promise.all(Array.from({ length: bombsAtOnce }, () => signIn(victim.url)))
    return [...(await speedFigures(victim, tokens)), ...(await bombFigures(victim, tokens))]
  } finally {
    await victim.stop()
    victim.remove()
  }
}

/** What phones send, and an original of 12 million pixels: with texture, so that there is something to decode. */
async function pictures(): Promise<Record<string, Buffer[]>> {
  return {
    '手机缩过的 1600 px': await several(24, () => textured(1600, 1200)),
    '12 百万像素原图': await several(8, () => textured(4000, 3000)),
  }
}

async function textured(width: number, height: number): Promise<Buffer> {
  const [tiny, channels] = [160, 3 as const]
  return sharp(randomBytes(tiny * tiny * channels), { raw: { width: tiny, height: tiny, channels } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer()
}

async function several(count: number, make: () => Promise<Buffer>): Promise<Buffer[]> {
  const made: Buffer[] = []
  while (made.length < count) made.push(await make())
  return made
}

async function speedFigures(victim: Victim, tokens: readonly string[]): Promise<Figure[]> {
  sharp.concurrency(1)
  sharp.cache(false)
  const figures: Figure[] = []
  for (const [name, batch] of Object.entries(await pictures())) {
    // The first photo starts the process that decodes.
    await upload(victim.url, tokens[0] ?? '', batch[0] ?? Buffer.alloc(0))
    const [bare, ours]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      bare.push(batch.length / (await secondsOf(() => inParallel(batch, 2, reencode))))
      const send = (photo: Buffer, at: number) => upload(victim.url, tokens[at % tokens.length] ?? '', photo)
      ours.push(batch.length / (await secondsOf(() => inParallel(batch, inFlight, send))))
    }
    const share = median(ours.map((value, index) => value / (bare[index] ?? NaN)))
    figures.push(
      { name: `${name}：只用 sharp 重新编码`, value: `${median(bare).toFixed(1)} 张/s` },
      { name: `${name}：上传到存好`, value: `${median(ours).toFixed(1)} 张/s` },
      {
        name: `${name}：是它的几成`,
        value: share.toFixed(2),
        least: String(goals.share),
        ok: share >= goals.share,
      },
    )
  }
  return figures
}

function reencode(photo: Buffer): Promise<unknown> {
  return sharp(photo, { limitInputPixels: 24_000_000, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: 2560, height: 2560, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer()
}

async function inParallel<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T, at: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) await work(items[at] as T, at)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function bombFigures(victim: Victim, tokens: readonly string[]): Promise<Figure[]> {
  const large = sharp({
    create: { width: 20_000, height: 20_000, channels: 3, background: '#888888' },
    limitInputPixels: false,
  })
  const bombs = [
    await large.png({ compressionLevel: 9 }).toBuffer(),
    await jpegBomb(16_000),
    await pngBomb(16_000, true),
  ]
  const heavy = await sharp({ create: { width: 6000, height: 4000, channels: 3, background: '#888888' } })
    .jpeg({ progressive: true })
    .toBuffer()
  const calm = await readsDuring(victim, tokens, () => sleep(3_000))
  const bombed = await readsDuring(victim, tokens, () => throwAll(victim, tokens, bombs))
  const heavily = await readsDuring(victim, tokens, () => throwAll(victim, tokens, [heavy]))
  const megabytes = (value: number) => `${value.toFixed(0)} MB`
  const ms = (value: number) => `${value.toFixed(0)} ms`
  return [
    { name: '平时查进度，95% 在', value: ms(calm.p95) },
    {
      name: `${bombsAtOnce} 个炸弹同时来：多用的内存`,
      value: megabytes(bombed.extra),
      limit: megabytes(goals.bombMegabytes),
      ok: bombed.extra <= goals.bombMegabytes,
    },
    {
      name: '这时查进度，95% 在',
      value: ms(bombed.p95),
      limit: ms(goals.readMs),
      ok: bombed.p95 <= goals.readMs,
    },
    { name: `${bombsAtOnce} 张 24 百万像素的渐进 JPEG 同时来：多用的内存`, value: megabytes(heavily.extra) },
    { name: '这时查进度，95% 在', value: ms(heavily.p95) },
  ]
}

async function throwAll(victim: Victim, tokens: readonly string[], bombs: readonly Buffer[]): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      tokens.map((token, at) =>
        upload(victim.url, token, bombs[at % bombs.length] ?? Buffer.alloc(0), { mayFail: true }),
      ),
    )
  }
}

/** Reads go on while `act` does: the 95th percentile in milliseconds, and how far memory rose at most, megabytes. */
async function readsDuring(
  victim: Victim,
  tokens: readonly string[],
  act: () => Promise<unknown>,
): Promise<{ p95: number; extra: number }> {
  const [server = 0] = victim.processes().server
  const before = memoryOfTree(server)
  let [over, peak] = [false, before]
  const times: number[] = []
  const reading = async () => {
    while (!over) {
      const started = performance.now()
      const headers = { authorization: `Bearer ${tokens[times.length % tokens.length] ?? ''}` }
      await (await fetch(`${victim.url}/api/v1/applications`, { headers })).text()
      times.push(performance.now() - started)
      await sleep(10)
    }
  }
  const watching = async () => {
    while (!over) {
      peak = Math.max(peak, memoryOfTree(server))
      await sleep(50)
    }
  }
  const acting = act().finally(() => {
    over = true
  })
  await Promise.all([acting, reading(), watching()])
  times.sort((a, b) => a - b)
  return { p95: times[Math.floor(times.length * 0.95)] ?? NaN, extra: peak - before }
}

/** The server with the process that decodes, without PostgreSQL. Megabytes that are its own. */
function memoryOfTree(server: number): number {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' })
  const children = table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, name]) => Number(parent) === server && name !== 'postgres')
    .map(([pid]) => Number(pid))
  return [server, ...children].reduce((sum, pid) => sum + memoryOf(pid), 0)
}

function memoryOf(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return Number(kilobytes) / 1024
  } catch {
    // Ended meanwhile.
    return 0
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sessions/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: randomUUID() }),
  })
  return ((await answer.json()) as { token: string }).token
}

const agent = new Agent({ keepAlive: true })

/** Sent as bytes that lie ready: what a phone has to do for it is not done on the server's processor. */
async function upload(url: string, token: string, photo: Buffer, { mayFail = false } = {}): Promise<void> {
  const { boundary, body } = multipart({ paper: 'childHukouBook', clientId: randomUUID() }, photo)
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': body.length,
  }
  // A refusal may come before the whole body was sent, which breaks the connection.
  const status = await new Promise<number>((resolve) => {
    const sending = request(`${url}/api/v1/attachments`, { agent, method: 'POST', headers }, (answer) => {
      answer.resume().once('close', () => resolve(answer.statusCode ?? 0))
    })
    sending.once('error', () => resolve(0)).end(body)
  })
  if (status !== 201 && !mayFail) throw new Error(`上传没有成功：${status || '没有回答'}`)
}

/** Source: RFC 7578. */
function multipart(fields: Record<string, string>, photo: Buffer): { boundary: string; body: Buffer } {
  const boundary = randomUUID()
  const head = (more: string) => `--${boundary}\r\ncontent-disposition: form-data; ${more}\r\n\r\n`
  const texts = Object.entries(fields).map(([name, value]) => `${head(`name="${name}"`)}${value}\r\n`)
  const start = `${texts.join('')}${head('name="file"; filename="photo"')}`
  return {
    boundary,
    body: Buffer.concat([Buffer.from(start), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return (performance.now() - started) / 1000
}
