import type * as TheUploads from '@/stores/uploads'
import { type AttentionListener } from '@/platform/attention'
import { createHash } from 'node:crypto'
import { type StoredAttachment } from '@contracts/attachments'
import { sealedStorage as mockSealedStorage, phone, storage as mockStorage } from '../support/phone'
import {
  connection as mockConnection,
  network as mockNetwork,
  ok,
  refusal,
  server,
  settled,
} from '../support/server'

const mockAttention: { current?: AttentionListener } = {}
const mockPhotoPath = jest.fn((ref: string): Promise<string | undefined> => Promise.resolve(`path/${ref}`))

jest.mock('@/platform/storage', () => mockStorage)
jest.mock('@/platform/sealedStorage', () => mockSealedStorage)
jest.mock('@/platform/network', () => mockNetwork)
jest.mock('@/platform/connection', () => mockConnection)
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/photos', () => ({ photoPath: mockPhotoPath }))
jest.mock('@/platform/photoBytes', () => ({
  photoBytes: (ref: string) => Promise.resolve(Uint8Array.from(Buffer.from(ref))),
}))
jest.mock('@/platform/attention', () => ({
  watchAttention: (listener: AttentionListener) => (mockAttention.current = listener),
}))
jest.mock('@/platform/randomId', () => ({
  randomId: () => Promise.resolve('3b241101-e2bb-4255-8caf-4136c566a962'),
}))

type Uploads = typeof TheUploads

const hashOf = (name: string) => createHash('sha256').update(name).digest('hex')
const attachment: Omit<StoredAttachment, 'sentSha256'> = {
  id: '3b241101-e2bb-4255-8caf-4136c566a963',
  paper: 'childPhoto',
  sha256: 'a'.repeat(64),
  bytes: 1,
  width: 1,
  height: 1,
}
const storedAs = (name: string) => ok(201, { ...attachment, sentSha256: hashOf(name) })

/** A phone with these photos waiting. */
async function phoneWith(...names: string[]) {
  let uploads: Uploads | undefined
  jest.isolateModules(() => (uploads = jest.requireActual<Uploads>('@/stores/uploads')))
  if (!uploads) throw new Error('not loaded')
  const waiting = new Set(names)
  const received: string[] = []
  uploads.sendPhotosOf({
    pending: () => [...waiting].map((name) => ({ clientId: name, file: name, paper: 'childPhoto' as const })),
    received: ({ clientId }) => {
      waiting.delete(clientId)
      received.push(clientId)
    },
  })
  await settled()
  const { useUploads } = uploads
  return { ...uploads, waiting, received, stateOf: (name: string) => useUploads.getState().states[name] }
}

const sent = () => server.uploads.map(({ fields }) => fields.clientId)

/** The server answers the nth upload. */
async function answer(index: number, reply: Parameters<(typeof server.uploads)[number]['answer']>[0]) {
  server.uploads[index]?.answer(reply)
  await settled()
}

beforeEach(() => {
  phone.reset()
  server.reset()
  server.uploads = []
  server.backOnline = []
  jest.useFakeTimers()
})
afterEach(() => jest.useRealTimers())

test('一次传两张，传完一张再传一张', async () => {
  const { received } = await phoneWith('甲', '乙', '丙')
  expect(sent()).toEqual(['甲', '乙'])
  await answer(1, storedAs('乙'))
  expect(sent()).toEqual(['甲', '乙', '丙'])
  await answer(0, storedAs('甲'))
  await answer(2, storedAs('丙'))
  expect(received).toEqual(['乙', '甲', '丙'])
})

test.each([
  ['没有网', { ok: false, reason: 'offline' }],
  ['超时', { ok: false, reason: 'timeout' }],
  ['退到后台', { ok: false, reason: 'interrupted' }],
  ['服务忙', refusal('UNAVAILABLE')],
] as const)('%s：过一会儿自己再传，同一个编号', async (_, reply) => {
  const { received, stateOf } = await phoneWith('甲')
  await answer(0, reply)
  expect(stateOf('甲')).toEqual({ is: 'waiting', words: expect.any(String) as unknown })
  await jest.advanceTimersByTimeAsync(5_000)
  await settled()
  expect(sent()).toEqual(['甲', '甲'])
  await answer(1, storedAs('甲'))
  expect(received).toEqual(['甲'])
  expect(stateOf('甲')).toEqual({ is: 'received' })
})

test('再试的间隔越来越长', async () => {
  await phoneWith('甲')
  for (const [index, pause] of [5_000, 15_000, 45_000, 120_000, 120_000].entries()) {
    await answer(index, { ok: false, reason: 'offline' })
    await jest.advanceTimersByTimeAsync(pause - 1)
    expect(sent()).toHaveLength(index + 1)
    await jest.advanceTimersByTimeAsync(1)
    await settled()
    expect(sent()).toHaveLength(index + 2)
  }
})

test('网络一好，马上再传，不等', async () => {
  await phoneWith('甲')
  await answer(0, { ok: false, reason: 'offline' })
  server.backOnline.forEach((listener) => listener())
  await settled()
  expect(sent()).toEqual(['甲', '甲'])
})

test.each(['NOT_A_PHOTO', 'PHOTO_TOO_LARGE', 'PHOTO_BROKEN', 'PHOTO_HEIC'] as const)(
  '%s：说清楚，等人来办，不自己再传',
  async (code) => {
    const { stateOf, sendOnceMore } = await phoneWith('甲')
    const refused = refusal(code)
    await answer(0, refused)
    expect(stateOf('甲')).toEqual({
      is: 'needed',
      words: refused.ok ? (refused.body as { message: string }).message : '',
    })
    server.backOnline.forEach((listener) => listener())
    await jest.advanceTimersByTimeAsync(600_000)
    expect(sent()).toHaveLength(1)
    sendOnceMore('甲')
    await settled()
    expect(sent()).toHaveLength(2)
  },
)

test('手机里找不到照片：请重拍，不发请求', async () => {
  mockPhotoPath.mockResolvedValueOnce(undefined)
  const { stateOf } = await phoneWith('甲')
  expect(stateOf('甲')).toEqual({ is: 'needed', words: '手机里找不到这张照片，请重拍。' })
  expect(sent()).toEqual([])
})

test('传的时候删掉：不传了，也不算收到', async () => {
  const { received, waiting, forgetUpload, stateOf } = await phoneWith('甲')
  waiting.delete('甲')
  forgetUpload('甲')
  await settled()
  expect(server.uploads[0]?.isAborted).toBe(true)
  expect(received).toEqual([])
  expect(stateOf('甲')).toBeUndefined()
})

test('会话过期：登录一次，再传一次', async () => {
  const { received } = await phoneWith('甲')
  await answer(0, refusal('SESSION_EXPIRED'))
  expect(sent()).toEqual(['甲', '甲'])
  await answer(1, storedAs('甲'))
  expect(received).toEqual(['甲'])
})

test('进度一格一格走，不是每个百分点', async () => {
  const { stateOf, useUploads } = await phoneWith('甲')
  let changes = 0
  useUploads.subscribe(() => (changes += 1))
  for (let percent = 0; percent < 100; percent += 1) server.uploads[0]?.onProgress?.(percent)
  expect(stateOf('甲')).toEqual({ is: 'uploading', percent: 80 })
  expect(changes).toBe(4)
})

test.each([
  ['没说收到的是哪一张', { ...attachment }],
  ['收到的是另一张', { ...attachment, sentSha256: hashOf('乙') }],
])('回答里%s：不算收到，过一会儿再传', async (_, body) => {
  const { received, stateOf } = await phoneWith('甲')
  expect(server.uploads[0]?.fields.sentSha256).toBe(hashOf('甲'))
  await answer(0, ok(201, body))
  expect(received).toEqual([])
  expect(stateOf('甲')).toEqual({ is: 'waiting', words: '照片没传上。网络好了会自动再传。' })
})

test('退到后台断掉的：回来马上接着传，不等', async () => {
  await phoneWith('甲')
  mockAttention.current?.left()
  await answer(0, { ok: false, reason: 'interrupted' })
  await jest.advanceTimersByTimeAsync(600_000)
  expect(sent()).toHaveLength(1)
  mockAttention.current?.cameBack()
  await settled()
  expect(sent()).toEqual(['甲', '甲'])
})

test('草稿里没有这张了：不传了', async () => {
  const { waiting, sendPhotos, stateOf } = await phoneWith('甲')
  waiting.delete('甲')
  sendPhotos()
  await settled()
  expect(server.uploads[0]?.isAborted).toBe(true)
  expect(stateOf('甲')).toBeUndefined()
})
