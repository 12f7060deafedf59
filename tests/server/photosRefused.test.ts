import { randomBytes, randomUUID } from 'node:crypto'
import { errorTable, type ErrorCode } from '@contracts/errors'
import { readHeader } from '@server/images/header'
import { Family, multipart, photo, type MultipartPart } from './support/family'
import { animatedPng, blank, isoMedia, jpegBomb, noise, pngBomb } from './support/pictures'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let family: Family
beforeAll(async () => {
  api = await startTestApi({ limits: { uploads: { perDay: 500, bytesPerDay: 1e9 } } })
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const stored = async () => {
  const keys: string[] = []
  for await (const { key } of api.parts.objects.list()) keys.push(key)
  return [keys.length, (await api.db.selectFrom('attachment').select('id').execute()).length]
}
const text = (words: string) => Promise.resolve(Buffer.from(words, 'latin1'))
const script = '<html><script>alert(1)</script></html>'

describe('不能收的，各有各的话，什么都不留下', () => {
  const table: [string, ErrorCode, () => Promise<Buffer>][] = [
    ['空文件', 'PHOTO_EMPTY', () => text('')],
    ['一段文字', 'NOT_A_PHOTO', () => Promise.resolve(Buffer.from('这不是照片'))],
    ['网页', 'NOT_A_PHOTO', () => text(`<!doctype html>${script}`)],
    ['SVG', 'NOT_A_PHOTO', () => text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    [
      '带声明的 SVG',
      'FILE_NOT_PHOTO',
      () => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['PDF', 'FILE_NOT_PHOTO', () => text('%PDF-1.7\n1 0 obj\n')],
    ['ZIP', 'FILE_NOT_PHOTO', () => text('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaa')],
    ['录像', 'FILE_NOT_PHOTO', () => Promise.resolve(isoMedia('isom'))],
    ['动图 GIF', 'PHOTO_ANIMATED', () => blank(9, 9).gif().toBuffer()],
    ['GIF 开头，后面是脚本', 'PHOTO_ANIMATED', () => text(`GIF89a${script}`)],
    ['会动的 PNG', 'PHOTO_ANIMATED', animatedPng],
    ['WebP', 'PHOTO_FORMAT', () => blank(20, 20).webp().toBuffer()],
    ['AVIF', 'PHOTO_FORMAT', () => Promise.resolve(isoMedia('avif'))],
    ['TIFF', 'PHOTO_FORMAT', () => blank(20, 20).tiff().toBuffer()],
    ['HEIC', 'PHOTO_HEIC', () => Promise.resolve(isoMedia('heic'))],
    ['连拍的 HEIC', 'PHOTO_HEIC', () => Promise.resolve(isoMedia('hevc'))],
    ['JPEG 开头，后面是网页', 'PHOTO_BROKEN', () => text(`\xff\xd8\xff${script.repeat(20)}`)],
    ['只有 JPEG 的头', 'PHOTO_BROKEN', async () => (await photo()).subarray(0, 200)],
    ['截断的 JPEG', 'PHOTO_BROKEN', async () => (await noise(400, 300).jpeg().toBuffer()).subarray(0, 9_000)],
    ['截断的 PNG', 'PHOTO_BROKEN', async () => (await noise(200, 200).png().toBuffer()).subarray(0, 5_000)],
    ['渐进 JPEG 炸弹 16,000²', 'PHOTO_TOO_MANY_PIXELS', () => jpegBomb(16_000)],
    ['PNG 炸弹 20,000²', 'PHOTO_TOO_MANY_PIXELS', () => pngBomb(20_000, false)],
    ['隔行 PNG 炸弹 16,000²', 'PHOTO_TOO_MANY_PIXELS', () => pngBomb(16_000, true)],
    ['一边太长', 'PHOTO_TOO_MANY_PIXELS', () => blank(12_001, 10).png().toBuffer()],
    ['多一点点像素', 'PHOTO_TOO_MANY_PIXELS', () => blank(6_001, 4_000).jpeg().toBuffer()],
    [
      '8 MB 多一个字节',
      'PHOTO_TOO_LARGE',
      async () => Buffer.concat([await photo(), Buffer.alloc(8 * 1024 * 1024)]),
    ],
    ['20 MB', 'PHOTO_TOO_LARGE', () => Promise.resolve(randomBytes(20 * 1024 * 1024))],
  ]
  it.each(table)('%s → %s', async (_, code, make) => {
    const before = await stored()
    const answer = await family.sendPhoto('childPhoto', await make())
    expect(answer.json()).toMatchObject({ code, message: errorTable[code].message })
    expect(await stored()).toEqual(before)
  })

  it('每一种都有自己的话，都说了该怎么办', () => {
    const words = [...new Set(table.map(([, code]) => errorTable[code].message))]
    expect(words).toHaveLength(new Set(table.map(([, code]) => code)).size)
    for (const message of words) expect(message).toMatch(/请/)
  })
})

describe('名字和类型不算数，内容才算数', () => {
  const fields = (): MultipartPart[] => [
    { name: 'paper', value: 'childPhoto' },
    { name: 'clientId', value: randomUUID() },
  ]
  const send = (parts: MultipartPart[]) =>
    family.call({ method: 'POST', url: '/api/v1/attachments', ...multipart(parts) })

  it.each<[string, string | undefined, string | undefined]>([
    ['没有扩展名', 'blob', 'image/jpeg'],
    ['说是网页', 'a.html', 'text/html'],
    ['往上级走', '../../etc/passwd', 'image/jpeg'],
    ['三百个字、表情、从右往左', `${'长'.repeat(300)}😀\u202Egpj.exe`, 'image/png'],
    ['没有类型', 'x.jpg', undefined],
  ])('%s：照片就是照片', async (_, fileName, type) => {
    const answer = await send([...fields(), { name: 'file', value: await photo(), fileName, type }])
    expect(answer.statusCode).toBe(201)
  })

  it('说是 JPEG 的网页，不收', async () => {
    const lie = { name: 'file', value: script, fileName: 'a.jpg', type: 'image/jpeg' }
    expect((await send([...fields(), lie])).json()).toMatchObject({ code: 'NOT_A_PHOTO' })
  })

  it('照片后面的字段也看', async () => {
    const file = { name: 'file', value: await photo(), fileName: 'a', type: 'image/jpeg' }
    expect((await send([file, ...fields()])).statusCode).toBe(201)
    const extra = { name: 'status', value: 'confirmed' }
    expect((await send([...fields(), file, extra])).json()).toMatchObject({ code: 'INVALID_FIELD' })
  })

  it('两个文件：都不收，不是悄悄丢一个', async () => {
    const before = await stored()
    const file = async () => ({ name: 'file', value: await photo(), fileName: 'a', type: 'image/jpeg' })
    const answer = await send([...fields(), await file(), await file()])
    expect(answer.json()).toMatchObject({ code: 'TOO_MANY_FILES' })
    expect(await stored()).toEqual(before)
  })

  it('没有文件', async () => {
    expect((await send(fields())).json()).toMatchObject({ code: 'INVALID_FIELD' })
  })
})

describe('头里写的', () => {
  it.each<[string, () => Promise<Buffer>, object | undefined]>([
    ['普通 JPEG', () => blank(30, 20).jpeg().toBuffer(), { width: 30, height: 20, isHeldWhole: false }],
    ['渐进 JPEG', () => blank(30, 20).jpeg({ progressive: true }).toBuffer(), { isHeldWhole: true }],
    ['普通 PNG', () => blank(30, 20).png().toBuffer(), { width: 30, height: 20, isHeldWhole: false }],
    ['隔行 PNG', () => blank(30, 20).png({ progressive: true }).toBuffer(), { isHeldWhole: true }],
    ['会动的 PNG', animatedPng, { isAnimated: true }],
    ['带预览图的 JPEG：预览图不算', previewed, { width: 30, height: 20 }],
    ['长度是 0 的一段', () => text('\xff\xd8\xff\xe0\x00\x00' + '\xff'.repeat(40)), undefined],
    ['宽是 0', () => pngBomb(0, false), undefined],
  ])('%s', async (_, make, header) => {
    const read = readHeader(await make())
    if (header) expect(read).toMatchObject(header)
    else expect(read).toBeUndefined()
  })

  /** A whole small JPEG inside a segment of the large one, as cameras put it there. */
  async function previewed(): Promise<Buffer> {
    const [large, small] = [await blank(30, 20).jpeg().toBuffer(), await blank(5, 5).jpeg().toBuffer()]
    const length = Buffer.alloc(2)
    length.writeUInt16BE(small.length + 2)
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1]), length, small])
    return Buffer.concat([large.subarray(0, 2), segment, large.subarray(2)])
  }

  it('随便什么字节都读得完', () => {
    for (let times = 0; times < 2_000; times += 1) {
      const bytes = randomBytes(200)
      bytes.set(times % 2 ? [0xff, 0xd8, 0xff] : [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
      expect(() => readHeader(bytes)).not.toThrow()
    }
  })
})
