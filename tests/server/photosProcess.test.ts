import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { GateFull } from '@server/gate'
import type { Mark } from '@server/images/mark'
import { withMark } from '@server/images/markedPhoto'
import { reencodePhoto } from '@server/images/photo'
import { bounds, createWorkshop } from '@server/images/workshop'
import { blank } from './support/pictures'

const folder = mkdtempSync(join(tmpdir(), 'child-support-workshop-'))
afterAll(() => rmSync(folder, { recursive: true }))

const frames = join(__dirname, '../../src/server/images/frames.ts')

/** A process in the decoder's place, which notes what it was given and does what the photo says. */
function workshopOf(script: string, jobMs = bounds.jobMs) {
  const entry = join(folder, `${String(Math.random()).slice(2)}.mjs`)
  const notes = `${entry}.txt`
  writeFileSync(
    entry,
    `import { appendFileSync } from 'node:fs'
     import { framesOf, writeFrame } from ${JSON.stringify(frames)}
     const note = (text) => appendFileSync(${JSON.stringify(notes)}, text + '\\n')
     note('env ' + Object.keys(process.env).sort().join(' '))
     const done = (id) => writeFrame(process.stdout, { id, width: 1, height: 1 }, Buffer.from('ok'))
     writeFrame(process.stdout, 'ready')
     for await (const { words: { id }, bytes } of framesOf(process.stdin)) {
       const word = String(bytes); note(word); ${script}
     }`,
  )
  return {
    workshop: createWorkshop(entry, { ...bounds, jobMs }),
    notes: () => readFileSync(notes, 'utf8').trim().split('\n'),
  }
}
const job = (word: string) => ({ kind: 'reencode' as const, bytes: Buffer.from(word) })

describe('解码在另一个进程里', () => {
  it('那个进程没有密钥，没有数据库地址，什么设置都没有', async () => {
    process.env.KEYRING = 'main:secret'
    const { workshop, notes } = workshopOf('done(id)')
    await workshop.run(job('photo'))
    delete process.env.KEYRING
    const names = notes()[0]?.split(' ').slice(1) ?? []
    expect(names.filter((name) => /KEYRING|DATABASE|SECRET|WECHAT|STORE/.test(name))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['MALLOC_ARENA_MAX', 'PATH']))
  })

  it('一张照片弄死了解码的进程：只退回那一张，别的接着办', async () => {
    const { workshop } = workshopOf(
      `if (word === 'poison') process.kill(process.pid, 'SIGKILL'); else setTimeout(() => done(id), 300)`,
    )
    const [good, poison] = await Promise.all([workshop.run(job('good')), workshop.run(job('poison'))])
    expect(poison).toBeUndefined()
    const again = good ?? (await workshop.run(job('good')))
    expect(again).toMatchObject({ width: 1 })
  })

  it('死了以后，下一张用新的进程', async () => {
    const { workshop, notes } = workshopOf(`if (word === 'poison') process.exit(1); else done(id)`)
    expect(await workshop.run(job('poison'))).toBeUndefined()
    expect(await workshop.run(job('good'))).toMatchObject({ width: 1 })
    expect(notes().filter((line) => line === 'poison')).toHaveLength(2)
  })

  it('不回答的，到时候就结束它', async () => {
    const { workshop, notes } = workshopOf(`if (word !== 'endless') done(id)`, 1_500)
    expect(await workshop.run(job('endless'))).toBeUndefined()
    expect(notes().filter((line) => line === 'endless')).toHaveLength(1)
    expect(await workshop.run(job('good'))).toMatchObject({ width: 1 })
  })

  it.each([
    ['说一张比什么都大的照片来了', `process.stdout.write(Buffer.alloc(8, 255))`],
    [
      '说的不成话',
      `process.stdout.write(Buffer.concat([Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]), Buffer.from('{{')]))`,
    ],
  ])('那个进程%s：结束它，下一张用新的', async (_, say) => {
    const { workshop, notes } = workshopOf(`if (word === 'liar') { ${say} } else done(id)`)
    expect(await workshop.run(job('liar'))).toBeUndefined()
    expect(notes().filter((line) => line === 'liar')).toHaveLength(bounds.tries)
    expect(await workshop.run(job('good'))).toMatchObject({ width: 1 })
  })

  it('照片一个字节也不变，大的分很多次到也一样', async () => {
    const { workshop } = workshopOf(
      `const { createHash } = await import('node:crypto')
       writeFrame(process.stdout, { id, width: bytes.length, height: 1 }, Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]))`,
    )
    const photos = [3_000_000, 1, 700_001].map((length) => randomBytes(length))
    const seen = await Promise.all(photos.map((bytes) => workshop.run({ kind: 'reencode', bytes })))
    for (const [at, bytes] of photos.entries()) {
      const hash = createHash('sha256').update(bytes).digest()
      expect(seen[at]?.width).toBe(bytes.length)
      expect(seen[at]?.jpeg.equals(Buffer.concat([hash, bytes]))).toBe(true)
    }
  })

  it('进程起不来：说忙，不说照片坏', async () => {
    await expect(createWorkshop(join(folder, 'absent.mjs')).run(job('photo'))).rejects.toBeInstanceOf(
      GateFull,
    )
  })

  it('重新编码：24 百万像素、渐进的、躺着的', async () => {
    const large = await blank(6000, 4000)
      .jpeg({ progressive: true })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect(await reencodePhoto(large)).toMatchObject({ ok: true, value: { width: 1707, height: 2560 } })
  })
})

describe('工作人员看到的照片上有谁、什么时候、哪一件', () => {
  const mark: Mark = { staffNumber: '123456', caseNumber: '150302000017', moment: '20261125-041333' }
  const pixels = async (jpeg: Buffer) => sharp(jpeg).greyscale().raw().toBuffer()

  /** Share of pixels, of a plain grey photo, that differ by more than the grain of a JPEG. */
  async function difference(one: Buffer, other: Buffer): Promise<number> {
    const [a, b] = [await pixels(one), await pixels(other)]
    return a.filter((value, index) => Math.abs(value - (b[index] ?? 0)) > 8).length / a.length
  }

  it.each<[string, number, number]>([
    ['大照片', 1600, 1200],
    ['窄的', 200, 1600],
    ['很小的', 120, 90],
  ])('%s：看得见，又不挡字', async (_, width, height) => {
    const plain = await blank(width, height).jpeg({ quality: 85 }).toBuffer()
    const share = await difference(plain, await withMark(plain, mark))
    expect(share).toBeGreaterThan(0.01)
    expect(share).toBeLessThan(0.35)
  })

  it('整张都有：每一块都看得到', async () => {
    const plain = await blank(1680, 1040).jpeg({ quality: 85 }).toBuffer()
    const marked = await withMark(plain, mark)
    for (const left of [0, 420, 840, 1260])
      for (const top of [0, 260, 520, 780]) {
        const part = (jpeg: Buffer) =>
          sharp(jpeg).extract({ left, top, width: 420, height: 260 }).jpeg().toBuffer()
        expect(await difference(await part(plain), await part(marked))).toBeGreaterThan(0.01)
      }
  })

  it.each<[string, Partial<Mark>]>([
    ['换一个人', { staffNumber: '123457' }],
    ['换一件', { caseNumber: '150302000018' }],
    ['过一秒', { moment: '20261125-041334' }],
  ])('%s，照片就不一样', async (_, change) => {
    const plain = await blank(800, 600).jpeg({ quality: 85 }).toBuffer()
    const [one, other] = [await withMark(plain, mark), await withMark(plain, { ...mark, ...change })]
    expect(await difference(one, await withMark(plain, mark))).toBe(0)
    expect(await difference(one, other)).toBeGreaterThan(0)
  })
})
