import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorCode } from '@contracts/errors'
import exifr from 'exifr'
import sharp from 'sharp'
import { sha256 } from '@server/crypto/tokens'
import { StorageFull, StoreAway, type ObjectStore } from '@server/store/objectStore'
import { Family, photo } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let family: Family
beforeAll(async () => {
  api = await startTestApi({ limits: { uploads: { perDay: 500, bytesPerDay: 1e9 } } })
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888888' }, limitInputPixels: false })

function objectFiles(): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? walk(path) : [path]
    })
  return walk(join(api.dataDir, 'objects'))
}
const rowCount = async () => (await api.db.selectFrom('attachment').select('id').execute()).length

describe('不能收的，各有各的话，什么都不留下', () => {
  const table: [string, ErrorCode, () => Promise<Buffer>][] = [
    ['空文件', 'NOT_A_PHOTO', async () => Buffer.alloc(0)],
    ['一段文字', 'NOT_A_PHOTO', async () => Buffer.from('这不是照片')],
    ['网页', 'NOT_A_PHOTO', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'SVG',
      'NOT_A_PHOTO',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['PDF', 'NOT_A_PHOTO', async () => Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['ZIP', 'NOT_A_PHOTO', async () => Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaa')],
    ['动图 GIF', 'NOT_A_PHOTO', async () => Buffer.from('GIF89a<script>alert(1)</script>')],
    ['WebP', 'NOT_A_PHOTO', () => blank(20, 20).webp().toBuffer()],
    [
      'HEIC',
      'PHOTO_HEIC',
      async () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]),
    ],
    [
      'JPEG 开头，后面是网页',
      'PHOTO_BROKEN',
      async () =>
        Buffer.concat([
          Buffer.from([0xff, 0xd8, 0xff]),
          Buffer.from('<html><script>alert(1)</script></html>'.repeat(20)),
        ]),
    ],
    ['截断的 JPEG', 'PHOTO_BROKEN', async () => (await noise(400, 300)).subarray(0, 9_000)],
    ['截断的 PNG', 'PHOTO_BROKEN', async () => (await blank(200, 200).png().toBuffer()).subarray(0, 120)],
    [
      'PNG 炸弹 20,000²',
      'PHOTO_TOO_MANY_PIXELS',
      () => blank(20_000, 20_000).png({ compressionLevel: 9 }).toBuffer(),
    ],
    [
      '渐进 JPEG 10,000²',
      'PHOTO_TOO_MANY_PIXELS',
      () => blank(10_000, 10_000).jpeg({ progressive: true, quality: 1 }).toBuffer(),
    ],
    ['一边太长', 'PHOTO_TOO_MANY_PIXELS', () => blank(12_001, 10).png().toBuffer()],
    [
      '8 MB 多一个字节',
      'PHOTO_TOO_LARGE',
      async () => Buffer.concat([await photo(), Buffer.alloc(8 * 1024 * 1024)]),
    ],
    ['20 MB', 'PHOTO_TOO_LARGE', async () => randomBytes(20 * 1024 * 1024)],
  ]
  it.each(table)('%s → %s', async (_, code, make) => {
    const [rows, files] = [await rowCount(), objectFiles().length]
    const answer = await family.sendPhoto('childPhoto', await make())
    expect(answer.json()).toMatchObject({ code })
    expect(await rowCount()).toBe(rows)
    expect(objectFiles()).toHaveLength(files)
  })
})

const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()

async function contentOf(id: string): Promise<Buffer> {
  return (await family.get(`/api/v1/attachments/${id}/content`)).rawPayload
}

describe('能收的', () => {
  it.each<[string, () => Promise<Buffer>, [number, number]]>([
    ['JPEG', () => blank(640, 480).jpeg().toBuffer(), [640, 480]],
    ['PNG', () => blank(640, 480).png().toBuffer(), [640, 480]],
    [
      '透明的 PNG',
      () =>
        sharp({ create: { width: 30, height: 20, channels: 4, background: '#0000' } })
          .png()
          .toBuffer(),
      [30, 20],
    ],
    [
      '横着拍的（方向 6）',
      () => blank(640, 480).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      [480, 640],
    ],
    ['大照片缩小', () => blank(4000, 3000).jpeg().toBuffer(), [2560, 1920]],
    ['正好 24 百万像素', () => blank(6000, 4000).jpeg().toBuffer(), [2560, 1707]],
  ])('%s', async (_, make, [width, height]) => {
    const answer = await family.sendPhoto('childPhoto', await make())
    expect(answer.statusCode).toBe(201)
    const attachment = answer.json()
    const stored = await contentOf(attachment.id)
    expect(attachment).toMatchObject({ width, height, bytes: stored.length, sha256: sha256(stored) })
    expect(await sharp(stored).metadata()).toMatchObject({ format: 'jpeg', width, height })
  })

  it('位置、相机、附在后面的脚本和压缩包，存下来都没有了', async () => {
    const tagged = await blank(200, 200)
      .jpeg()
      .withExif({
        IFD0: { Make: 'CameraOfGrandma' },
        IFD3: {
          GPSLatitude: '39/1 40/1 0/1',
          GPSLatitudeRef: 'N',
          GPSLongitude: '106/1 49/1 0/1',
          GPSLongitudeRef: 'E',
        },
      })
      .toBuffer()
    const source = Buffer.concat([tagged, Buffer.from('<script>alert(1)</script>PK\x03\x04payload')])
    expect(await exifr.gps(source)).toMatchObject({ latitude: expect.closeTo(39.67, 1) })
    const { id } = (await family.sendPhoto('childPhoto', source)).json()
    const stored = await contentOf(id)
    expect(await exifr.parse(stored).catch(() => undefined)).toBeUndefined()
    for (const trace of ['CameraOfGrandma', '<script>', 'payload', 'Exif'])
      expect(stored.includes(trace)).toBe(false)
  })

  it('照片只给自己看，不缓存，没有文件名', async () => {
    const { id } = await family.upload('childPhoto')
    const answer = await family.get(`/api/v1/attachments/${id}/content`)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    })
    const other = await Family.signIn(api)
    expect((await other.get(`/api/v1/attachments/${id}/content`)).statusCode).toBe(404)
  })

  it('存在磁盘上的是密文，名字什么也不说', async () => {
    const { id } = await family.upload('mother.criminalJudgment')
    const row = await api.db
      .selectFrom('attachment')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const file = readFileSync(join(api.dataDir, 'objects', row.object_key))
    expect(row.object_key).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/)
    expect(file.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
    expect(row.sealed.includes('criminalJudgment')).toBe(false)
  })

  it('删掉没提交的：行和文件都没了', async () => {
    const { id } = await family.upload('childPhoto')
    const [rows, files] = [await rowCount(), objectFiles().length]
    const answer = await family.call({ method: 'DELETE', url: `/api/v1/attachments/${id}` })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect([await rowCount(), objectFiles().length]).toEqual([rows - 1, files - 1])
    expect((await family.get(`/api/v1/attachments/${id}/content`)).statusCode).toBe(404)
  })

  it('已经随申请交了的，不能删', async () => {
    const { applicationId } = await family.apply()
    const id = (await family.caseOf(applicationId)).files[0]?.id ?? ''
    const answer = await family.call({ method: 'DELETE', url: `/api/v1/attachments/${id}` })
    expect(answer.json()).toMatchObject({ code: 'ATTACHMENT_IN_USE' })
    expect((await family.get(`/api/v1/attachments/${id}/content`)).statusCode).toBe(200)
  })
})

describe('存储出了问题', () => {
  const withStore = async (broken: Partial<ObjectStore>, work: () => Promise<void>) => {
    const whole = { ...api.parts.objects }
    Object.assign(api.parts.objects, broken)
    try {
      await work()
    } finally {
      Object.assign(api.parts.objects, whole)
    }
  }

  it.each<[string, Error, ErrorCode]>([
    ['磁盘满了', new StorageFull(), 'STORAGE_FULL'],
    ['存储不在了', new StoreAway('EIO'), 'UNAVAILABLE'],
  ])('%s：照片 503，文字照办', async (_, error, code) => {
    const rows = await rowCount()
    await withStore({ put: () => Promise.reject(error) }, async () => {
      const answer = await family.sendPhoto('childPhoto', await photo())
      expect(answer.json()).toMatchObject({ code })
      expect(answer.headers['retry-after']).toBeDefined()
      expect(await rowCount()).toBe(rows)
      expect((await family.get('/api/v1/applications')).statusCode).toBe(200)
    })
  })

  it('存储不在了：readyz 变红，healthz 还是绿的', async () => {
    await withStore({ check: () => Promise.reject(new StoreAway('EIO')) }, async () => {
      expect((await api.app.inject('/readyz')).json()).toMatchObject({ code: 'UNAVAILABLE' })
      expect((await api.app.inject('/healthz')).statusCode).toBe(200)
    })
    expect((await api.app.inject('/readyz')).statusCode).toBe(200)
  })
})

it('一天的张数用完，说明天再来', async () => {
  const strict = await startTestApi({ limits: { uploads: { perDay: 2, bytesPerDay: 1e9 } } })
  try {
    const other = await Family.signIn(strict)
    await other.upload('childPhoto')
    await other.upload('childPhoto')
    expect((await other.sendPhoto('childPhoto', await photo())).json()).toMatchObject({
      code: 'UPLOAD_QUOTA',
    })
  } finally {
    await strict.close()
  }
})
