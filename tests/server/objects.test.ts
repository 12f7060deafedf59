import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { openFileObjects } from '@server/store/fileObjects'
import { newObjectKey } from '@server/store/objectKey'
import { guardObjects } from '@server/store/objectGuard'
import { ObjectMissing, StorageFull, StoreAway, type ObjectStore } from '@server/store/objectStore'
import { parseS3Address } from '@server/store/s3Address'
import { openS3Objects } from '@server/store/s3Objects'
import { hasSwift } from '../../config/swift'
import { startS3StandIn, type S3StandIn, type S3Trouble } from '../stand-ins/s3Server'
import { startSwift } from '../stand-ins/s3Swift'

interface Opened {
  store: ObjectStore
  close(): Promise<unknown>
}
type S3Server = Pick<S3StandIn, 'host' | 'accessKey' | 'secret'>

function bucketOf({ host, accessKey, secret }: S3Server, bucket = 'photos'): ObjectStore {
  const account = `${encodeURIComponent(accessKey)}:${encodeURIComponent(secret)}`
  const parsed = parseS3Address(`s3://${account}@${host}/${bucket}?tls=0`)
  if (!parsed.ok) throw new Error(parsed.fault)
  return openS3Objects(parsed.address)
}

async function openFiles(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'child-support-objects-'))
  return {
    store: await openFileObjects(folder),
    close: () => Promise.resolve(rmSync(folder, { recursive: true })),
  }
}

async function openStandIn(): Promise<Opened> {
  const server = await startS3StandIn()
  server.pageSize = 3
  return { store: bucketOf(server), close: () => server.close() }
}

async function openSwift(): Promise<Opened> {
  const swift = await startSwift()
  const { accessKey: accessKeyId, secret: secretAccessKey } = swift
  const making = {
    url: `http://${swift.host}/photos`,
    method: 'PUT',
    service: 's3',
    accessKeyId,
    secretAccessKey,
  }
  const { url, method, headers } = await new AwsV4Signer(making).sign()
  const create = async () => (await fetch(url, { method, headers })).status
  let status = await create()
  // Its proxy answers before the servers behind it do, on a busy computer by seconds.
  for (let tries = 0; status === 503 && tries < 300; tries += 1) {
    await sleep(100)
    status = await create()
  }
  if (status !== 200) await swift.stop()
  expect(status).toBe(200)
  return { store: bucketOf(swift), close: () => swift.stop() }
}

const stores: [string, () => Promise<Opened>][] = [
  ['文件', openFiles],
  ['S3 替身', openStandIn],
  ...(hasSwift() ? ([['OpenStack Swift 的 S3 接口', openSwift]] as [string, () => Promise<Opened>][]) : []),
]

describe.each(stores)('%s', (_, open) => {
  let opened: Opened | undefined
  let store: ObjectStore
  beforeAll(async () => {
    opened = await open()
    store = opened.store
  }, 120_000)
  afterAll(() => opened?.close())

  const keysOf = async () => {
    const keys: string[] = []
    for await (const { key } of store.list()) keys.push(key)
    return keys
  }

  it('空的时候：能用，什么也没有', async () => {
    await store.check()
    expect(await keysOf()).toEqual([])
  })

  it.each([0, 1, 4_096, 1_500_001])('%i 个字节，放进去什么，拿出来就是什么', async (size) => {
    const [key, bytes] = [newObjectKey(), randomBytes(size)]
    await store.put(key, bytes)
    expect((await store.get(key)).equals(bytes)).toBe(true)
  })

  it('同样的内容再放一次没关系，别的内容不能盖上去', async () => {
    const [key, bytes] = [newObjectKey(), randomBytes(100)]
    await store.put(key, bytes)
    await store.put(key, bytes)
    await expect(store.put(key, randomBytes(100))).rejects.toMatchObject({ code: 'EXISTS' })
    expect((await store.get(key)).equals(bytes)).toBe(true)
  })

  it('没有的说没有，删两次没关系', async () => {
    const key = newObjectKey()
    await expect(store.get(key)).rejects.toBeInstanceOf(ObjectMissing)
    await store.put(key, randomBytes(10))
    await store.remove(key)
    await store.remove(key)
    await expect(store.get(key)).rejects.toBeInstanceOf(ObjectMissing)
  })

  it('全部列出来，按顺序，带着时间', async () => {
    const keys = Array.from({ length: 8 }, newObjectKey)
    for (const key of keys) await store.put(key, randomBytes(10))
    const listed = await keysOf()
    expect(listed).toEqual([...listed].sort())
    expect(listed).toEqual(expect.arrayContaining(keys))
    for await (const { storedAt } of store.list())
      expect(Math.abs(Date.now() - storedAt.getTime())).toBeLessThan(300_000)
  })

  it.each(['../../etc/passwd', 'ab/x', '', 'AB/ABABABAB-0000-4000-8000-000000000000'])(
    '不是我们的名字“%s”，碰也不碰',
    async (key) => {
      for (const act of [store.get(key), store.put(key, randomBytes(1)), store.remove(key)])
        await expect(act).rejects.toMatchObject({ code: 'KEY' })
    },
  )
})

describe('S3 出了毛病', () => {
  let server: S3StandIn
  let store: ObjectStore
  beforeEach(async () => {
    server = await startS3StandIn()
    store = bucketOf(server)
  })
  afterEach(() => server.close())

  const troubles: [S3Trouble, string][] = [
    ['silent', 'NO_ANSWER'],
    ['cut', 'NO_ANSWER'],
    ['error500', 'STATUS_500'],
    ['moved', 'NO_ANSWER'],
    ['endless', 'NO_ANSWER'],
    ['storesOther', 'READ_BACK'],
  ]
  it.each(troubles)('%s：放不进去，说 %s', async (trouble, code) => {
    server.trouble = trouble
    await expect(store.put(newObjectKey(), randomBytes(1000))).rejects.toMatchObject({
      name: 'StoreAway',
      code,
    })
  })

  it('满了就说满了', async () => {
    server.trouble = 'full'
    await expect(store.put(newObjectKey(), randomBytes(10))).rejects.toBeInstanceOf(StorageFull)
  })

  it('写进去了但回答丢了：再试一次，就是它', async () => {
    server.trouble = 'lostAnswer'
    const [key, bytes] = [newObjectKey(), randomBytes(1000)]
    await store.put(key, bytes)
    expect(server.objects.get(key)?.bytes.equals(bytes)).toBe(true)
    expect(server.heard.filter((line) => line.startsWith('PUT'))).toHaveLength(2)
  })

  it('不认识条件写入的服务器：先看看有没有，再写', async () => {
    server.knowsConditions = false
    const [key, bytes] = [newObjectKey(), randomBytes(100)]
    await store.put(key, bytes)
    await expect(store.put(key, randomBytes(100))).rejects.toMatchObject({ code: 'EXISTS' })
    expect(server.objects.get(key)?.bytes.equals(bytes)).toBe(true)
  })

  it('密码不对、桶不对：不能用', async () => {
    await expect(bucketOf({ ...server, secret: 'wrong' }).check()).rejects.toMatchObject({
      code: 'STATUS_403',
    })
    await expect(bucketOf(server, 'other').check()).rejects.toMatchObject({ code: 'STATUS_404' })
  })

  it('桶里别人的东西不当成照片', async () => {
    server.objects.set('notes.txt', { bytes: Buffer.from('x'), storedAt: new Date() })
    for await (const { key } of store.list()) expect(key).toBeUndefined()
  })
})

describe('文件', () => {
  it('别的进程正在写的留着，十分钟以前没写完的清掉', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'child-support-objects-'))
    mkdirSync(join(folder, 'drafts'))
    for (const name of ['old', 'new']) writeFileSync(join(folder, 'drafts', name), 'half')
    const longAgo = Date.now() / 1000 - 3600
    utimesSync(join(folder, 'drafts', 'old'), longAgo, longAgo)
    const store = await openFileObjects(folder)
    expect(await store.sweep()).toBe(1)
    expect(readdirSync(join(folder, 'drafts'))).toEqual(['new'])
    rmSync(folder, { recursive: true })
  })

  it('磁盘坏了、文件夹没了：说不在，不说内容', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'child-support-objects-'))
    const store = await openFileObjects(folder)
    rmSync(folder, { recursive: true })
    // A link into itself: whoever runs this, root or not, no file can be made below it.
    symlinkSync(folder, folder)
    await expect(store.put(newObjectKey(), randomBytes(10))).rejects.toBeInstanceOf(StoreAway)
    await expect(store.check()).rejects.toBeInstanceOf(StoreAway)
    rmSync(folder)
  })
})

describe('守着存储的人', () => {
  const never = () => new Promise<never>(() => undefined)
  const hanging: ObjectStore = {
    put: never,
    get: never,
    remove: never,
    check: never,
    list: () => never() as never,
  }

  it('一直不回答的，到时候就放弃；连着几次以后不再问', async () => {
    let asked = 0
    const get = () => {
      asked += 1
      return never()
    }
    const store = guardObjects({ ...hanging, get }, { answerMs: 20, failures: 3, pauseMs: 60_000 })
    const codes: (string | undefined)[] = []
    for (let times = 0; times < 5; times += 1)
      await store.get(newObjectKey()).catch((error: unknown) => codes.push((error as StoreAway).code))
    expect(codes).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT', 'PAUSED', 'PAUSED'])
    expect(asked).toBe(3)
  })

  it('说“没有”的存储是好的', async () => {
    const store = guardObjects({ ...hanging, get: () => Promise.reject(new ObjectMissing()) })
    for (let times = 0; times < 6; times += 1)
      await expect(store.get(newObjectKey())).rejects.toBeInstanceOf(ObjectMissing)
  })
})

describe('OBJECT_STORE_URL', () => {
  it.each<[string, Record<string, string>]>([
    [
      's3://id:a%2Fb%2B@oss.example.cn/photos',
      { origin: 'https://oss.example.cn', path: '/photos', secret: 'a/b+', region: 'us-east-1' },
    ],
    ['s3://id:pw@10.0.0.7:9000/photos?tls=0&region=cn-1', { origin: 'http://10.0.0.7:9000', region: 'cn-1' }],
    ['s3://id:pw@minio:9000/photos?tls=0', { origin: 'http://minio:9000' }],
    ['s3://id:pw@oss.example.cn/photos?style=host', { origin: 'https://photos.oss.example.cn', path: '' }],
  ])('%s', (text, address) => {
    expect(parseS3Address(text)).toMatchObject({ ok: true, address })
  })

  it.each([
    'https://id:pw@oss.example.cn/photos',
    's3://oss.example.cn/photos',
    's3://id:pw@oss.example.cn',
    's3://id:pw@oss.example.cn/photos/deep',
    's3://id:%E0%A4%A@oss.example.cn/photos',
    's3://id:pw@oss.example.cn/photos?tls=0',
    's3://id:pw@11.0.0.7/photos?tls=0',
    's3://id:pw@oss.example.cn/photos?ssl=no',
    's3://id:pw@oss.example.cn/photos?tls=maybe',
    'nonsense',
  ])('%s：不收，也不重复里面的密码', (text) => {
    const parsed = parseS3Address(text)
    expect(parsed.ok).toBe(false)
    expect(JSON.stringify(parsed)).not.toContain('pw')
  })
})
