import { setTimeout as sleep } from 'node:timers/promises'
import type { Holdings } from '@contracts/rights'
import { StoreAway } from '@server/store/objectStore'
import { Family, photo } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

async function storedObjects(): Promise<number> {
  let count = 0
  for await (const _ of api.parts.objects.list()) count += 1
  return count
}

it('一边删账号一边传照片、要副本：不出错，传的说没登录，什么也不剩', async () => {
  const before = await storedObjects()
  const trial = async (wait: number) => {
    const family = await Family.signIn(api)
    await family.upload('bankCard')
    const others = [family.sendPhoto('bankCard', await photo()), family.post('/api/v1/me/copies', {})]
    await sleep(wait)
    const deleted = await family.call({ method: 'DELETE', url: '/api/v1/me' })
    const codes = (await Promise.all(others)).map(({ statusCode }) => statusCode)
    return { deleted: deleted.statusCode, odd: codes.filter((code) => code !== 201 && code !== 401) }
  }
  for (let round = 0; round < 3; round += 1) {
    const results = await Promise.all(Array.from({ length: 6 }, (_, step) => trial(8 * step)))
    for (const result of results) expect(result).toEqual({ deleted: 204, odd: [] })
  }
  expect(await storedObjects()).toBe(before)
})

it('账号在传照片的路上没了：和没登录一样，照片不留', async () => {
  const family = await Family.signIn(api)
  const before = await storedObjects()
  const { put: real } = api.parts.objects
  api.parts.objects.put = async (key, bytes) => {
    await real(key, bytes)
    await family.call({ method: 'DELETE', url: '/api/v1/me' })
  }
  const answer = await family.sendPhoto('bankCard', await photo()).finally(() => {
    api.parts.objects.put = real
  })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'NOT_SIGNED_IN'])
  expect(await storedObjects()).toBe(before)
})

it('删照片删到一半坏了：删了的有记录', async () => {
  const family = await Family.signIn(api)
  for (let count = 0; count < 22; count += 1) await family.upload('bankCard')
  const { remove } = api.parts.objects
  let removed = 0
  api.parts.objects.remove = (key) =>
    (removed += 1) > 20 ? Promise.reject(new StoreAway('EIO')) : remove(key)
  const answer = await family.call({ method: 'DELETE', url: '/api/v1/me/drafts' }).finally(() => {
    api.parts.objects.remove = remove
  })
  expect(answer.statusCode).toBe(503)
  const { kinds } = (await family.get('/api/v1/me')).json<Holdings>()
  expect(kinds.find(({ kind }) => kind === 'loosePhoto')?.count).toBe(2)
  const rows = await api.db
    .selectFrom('audit')
    .select('sequence')
    .where('action', '=', 'draftsDeleted')
    .where('trace_id', '=', answer.json<{ traceId: string }>().traceId)
    .execute()
  expect(rows).toHaveLength(1)
})
