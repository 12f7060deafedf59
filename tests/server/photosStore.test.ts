import type { ErrorCode } from '@contracts/errors'
import type { LightMyRequestResponse } from 'fastify'
import { checkObjects } from '@server/store/objectCheck'
import { copyObjects } from '@server/store/copyObjects'
import { openFileObjects } from '@server/store/fileObjects'
import { newObjectKey } from '@server/store/objectKey'
import { StorageFull, StoreAway, type ObjectStore } from '@server/store/objectStore'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startS3StandIn, type S3StandIn } from '../stand-ins/s3Server'
import { Family, photo, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let server: S3StandIn
let api: TestApi
let family: Family
beforeAll(async () => {
  server = await startS3StandIn()
  const { host, accessKey, secret } = server
  const objectStore = { origin: `http://${host}`, path: '/photos', accessKey, secret, region: 'us-east-1' }
  api = await startTestApi({ objectStore, limits: { uploads: { perDay: 500, bytesPerDay: 1e9 } } })
  family = await Family.signIn(api)
})
afterAll(async () => {
  await api.close()
  await server.close()
})
beforeEach(() => {
  server.trouble = 'none'
})

const contentOf = (id: string, of = family) => of.get(`/api/v1/attachments/${id}/content`)
const codeOf = (answer: LightMyRequestResponse) => answer.json<{ code?: ErrorCode }>().code
const counted = async () => {
  const rows = await api.db.selectFrom('upload_day').select('uploads').execute()
  return rows.reduce((sum, { uploads }) => sum + uploads, 0)
}

describe('照片放在 S3 里', () => {
  it('交上去、看得到、随申请交、删得掉，桶里只有密文', async () => {
    const { id } = await family.upload('childPhoto')
    const [key = ''] = server.objects.keys()
    const object = server.objects.get(key)
    expect(key).toMatch(/^[0-9a-f]{2}\//)
    expect(object?.bytes.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
    expect((await contentOf(id)).rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    await family.apply()
    expect((await family.call({ method: 'DELETE', url: `/api/v1/attachments/${id}` })).statusCode).toBe(204)
    expect(server.objects.has(key)).toBe(false)
  })

  it('退出登录以后、换一个人，都看不到', async () => {
    const leaving = await Family.signIn(api)
    const { id } = await leaving.upload('childPhoto')
    expect((await contentOf(id, leaving)).headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
    })
    expect((await contentOf(id, family)).statusCode).toBe(404)
    await leaving.call({ method: 'DELETE', url: '/api/v1/sessions/current' })
    expect((await contentOf(id, leaving)).statusCode).toBe(401)
    expect((await api.app.inject({ url: `/api/v1/attachments/${id}/content` })).statusCode).toBe(401)
  })
})

describe('存储不在了', () => {
  it.each([
    // First: after three failures in a row the store is not asked for a while.
    ['full', 'STORAGE_FULL'],
    ['silent', 'UNAVAILABLE'],
    ['error500', 'UNAVAILABLE'],
    ['cut', 'UNAVAILABLE'],
  ] as const)('%s：照片 503，过一会儿再传，今天的张数不算；没有新照片的申请照办', async (trouble, code) => {
    const before = await counted()
    server.trouble = trouble
    const answer = await family.sendPhoto('childPhoto', await photo())
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, code])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(await counted()).toBe(before)
    expect((await family.submit(submission())).statusCode).toBe(201)
    expect((await family.get('/api/v1/applications')).statusCode).toBe(200)
  })

  it('readyz 变红，healthz 还是绿的；回来了就好', async () => {
    server.trouble = 'silent'
    expect((await api.app.inject('/readyz')).statusCode).toBe(503)
    expect((await api.app.inject('/healthz')).statusCode).toBe(200)
    server.trouble = 'none'
    // The pause after failures is told by another test; here the way back is.
    const ready = async () => (await api.app.inject('/readyz')).statusCode === 200
    for (let tries = 0; tries < 100 && !(await ready()); tries += 1) await sleep(100)
    expect(await ready()).toBe(true)
  })

  const withStore = async (broken: Partial<ObjectStore>, work: () => Promise<void>) => {
    const whole = { ...api.parts.objects }
    Object.assign(api.parts.objects, broken)
    await work().finally(() => Object.assign(api.parts.objects, whole))
  }

  it.each<[string, Error, ErrorCode]>([
    ['磁盘满了', new StorageFull(), 'STORAGE_FULL'],
    ['磁盘坏了', new StoreAway('EIO'), 'UNAVAILABLE'],
  ])('%s：什么都不留下', async (_, error, code) => {
    const rows = async () => (await api.db.selectFrom('attachment').select('id').execute()).length
    const before = await rows()
    await withStore({ put: () => Promise.reject(error) }, async () => {
      expect(codeOf(await family.sendPhoto('childPhoto', await photo()))).toBe(code)
    })
    expect(await rows()).toBe(before)
  })
})

describe('照片和记录对得上', () => {
  const findings = async () => {
    const { lost, orphans } = await checkObjects(api.db, api.parts.objects)
    return { lost, orphans: orphans.map(({ key }) => key) }
  }

  it('都在：没有问题；丢了的、多出来的，都点名', async () => {
    server.pageSize = 2
    for (let times = 0; times < 5; times += 1) await family.upload('childPhoto')
    expect(await findings()).toEqual({ lost: [], orphans: [] })
    const [lost = ''] = server.objects.keys()
    const kept = server.objects.get(lost)
    server.objects.delete(lost)
    const orphans = [newObjectKey(), newObjectKey()].sort()
    for (const key of orphans) await api.parts.objects.put(key, Buffer.from('left over'))
    expect(await findings()).toEqual({ lost: [lost], orphans })
    for (const key of orphans) await api.parts.objects.remove(key)
    if (kept) server.objects.set(lost, kept)
    server.pageSize = 1000
  })

  it('复制到别的存储：逐张一样；断了接着来；那边有别的东西就停下', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'child-support-copy-'))
    const files = await openFileObjects(folder)
    const count = server.objects.size
    const [first = ''] = [...server.objects.keys()].sort()
    await files.put(first, server.objects.get(first)?.bytes ?? Buffer.alloc(0))
    expect(await copyObjects(api.parts.objects, files)).toEqual({ copied: count - 1, present: 1 })
    for (const [key, { bytes }] of server.objects) expect((await files.get(key)).equals(bytes)).toBe(true)
    expect(await copyObjects(api.parts.objects, files)).toEqual({ copied: 0, present: count })
    await files.remove(first)
    await files.put(first, Buffer.from('something else'))
    await expect(copyObjects(api.parts.objects, files)).rejects.toMatchObject({ code: 'EXISTS' })
    rmSync(folder, { recursive: true })
  })
})
