import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import exifr from 'exifr'
import sharp from 'sharp'
import { sha256 } from '@server/crypto/tokens'
import { Family } from './support/family'
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
