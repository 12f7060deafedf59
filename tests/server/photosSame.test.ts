import { randomUUID } from 'node:crypto'
import type { StoredAttachment } from '@contracts/attachments'
import { sha256 } from '@server/crypto/tokens'
import { Family, multipart, photo } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

// Both ends must mean the same photo: what arrived is what the phone says it sent.

let api: TestApi
let family: Family
beforeAll(async () => {
  api = await startTestApi({ limits: { uploads: { perDay: 4, bytesPerDay: 1e9 } } })
})
beforeEach(async () => {
  family = await Family.signIn(api)
})
afterAll(() => api.close())

function send(bytes: Buffer, sentSha256: string, clientId: string = randomUUID()) {
  const { payload, headers } = multipart([
    { name: 'paper', value: 'childPhoto' },
    { name: 'clientId', value: clientId },
    { name: 'sentSha256', value: sentSha256 },
    { name: 'file', value: bytes, fileName: 'photo', type: 'image/jpeg' },
  ])
  return family.call({ method: 'POST', url: '/api/v1/attachments', payload, headers })
}
const rows = async () => (await api.db.selectFrom('attachment').select('id').execute()).length

it('手机说的和收到的一样：收下，回答里有这张照片的核对码', async () => {
  const bytes = await photo()
  const answer = await send(bytes, sha256(bytes))
  expect(answer.statusCode).toBe(201)
  expect(answer.json<StoredAttachment>().sentSha256).toBe(sha256(bytes))
})

it('没说的：收下，也告诉收到的是哪一张', async () => {
  const bytes = await photo()
  const answer = await family.sendPhoto('childPhoto', bytes)
  expect(answer.json<StoredAttachment>().sentSha256).toBe(sha256(bytes))
})

it('路上变了样：不收，请再传一次；好的再来，还是同一个编号', async () => {
  const [bytes, clientId, before] = [await photo(), randomUUID(), await rows()]
  const altered = await send(Buffer.concat([bytes, Buffer.from('x')]), sha256(bytes), clientId)
  expect(altered.statusCode).toBe(422)
  expect(altered.json()).toMatchObject({ code: 'PHOTO_ALTERED' })
  expect(altered.headers['retry-after']).toBe('1')
  expect(await rows()).toBe(before)
  expect((await send(bytes, sha256(bytes), clientId)).statusCode).toBe(201)
})

it('已经收下了，再来一次在路上变了样：请再传，不说编号用过', async () => {
  const [bytes, clientId] = [await photo(), randomUUID()]
  await send(bytes, sha256(bytes), clientId)
  const altered = await send(Buffer.concat([bytes, Buffer.from('x')]), sha256(bytes), clientId)
  expect(altered.json()).toMatchObject({ code: 'PHOTO_ALTERED' })
  expect((await send(bytes, sha256(bytes), clientId)).statusCode).toBe(201)
})

it('变了样的也算一天里的：谁也不能白白让我们收', async () => {
  const bytes = await photo()
  const codes: (string | undefined)[] = []
  for (let times = 0; times < 5; times += 1)
    codes.push((await send(bytes, 'a'.repeat(64))).json<{ code?: string }>().code)
  expect(codes.slice(3)).toEqual(['PHOTO_ALTERED', 'UPLOAD_QUOTA'])
})
