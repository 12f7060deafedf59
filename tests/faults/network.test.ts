import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ErrorBody } from '@contracts/errorBody'
import { silentLog } from '@server/log'
import { startServer, type Server } from '@server/main'
import { Family, submission } from '../server/support/family'
import { startTestApi, type TestApi } from '../server/support/testApi'
import { unhurried, withoutQuotas } from '../server/support/withoutQuotas'
import { emptyNotes, runClient } from './support/clients'
import { clean, reckonDatabase } from './support/reckoning'
import { startProxy, type TcpProxy } from './support/tcpProxy'

describe('手机和服务之间，回答丢在路上', () => {
  let api: TestApi
  let proxy: TcpProxy
  beforeAll(async () => {
    api = await startTestApi({ limits: unhurried })
    proxy = await startProxy({ host: '127.0.0.1', port: Number(new URL(api.url).port) })
  })
  afterAll(async () => {
    await proxy.close()
    await api.close()
  })

  it('已经办好、没听到回答的，再发一次得到第一次的回执；一件也不丢，一件也不重', async () => {
    let sends = 0
    proxy.losesAnswer = (sent) => sent.includes('POST /api/v1/applications ') && (sends += 1) % 2 === 1
    const notes = emptyNotes()
    const isOver = () => notes.submissions.length >= 12
    const url = `http://127.0.0.1:${proxy.port}`
    await Promise.all([1, 2, 3].map(() => runClient(url, notes, isOver, { photos: false })))
    expect(proxy.lost).toBeGreaterThan(5)
    expect(notes.wrongAnswers).toEqual([])
    expect(await reckonDatabase(notes, api.db)).toEqual(clean)
  })
})

describe('服务和数据库之间', () => {
  let api: TestApi
  let proxy: TcpProxy
  let server: Server
  let family: Family
  const folder = mkdtempSync(join(tmpdir(), 'child-support-wire-'))
  beforeAll(async () => {
    api = await startTestApi({ limits: unhurried })
    const { hostname: host, port, username, password, pathname } = new URL(api.databaseUrl)
    proxy = await startProxy({ host, port: Number(port) })
    server = await startServer({
      settings: {
        mode: 'demo',
        host: '127.0.0.1',
        port: 0,
        dataDir: folder,
        databaseUrl: `postgresql://${username}:${password}@127.0.0.1:${proxy.port}${pathname}`,
        keyring: api.parts.keyring,
        trustProxy: [],
      },
      log: silentLog,
      limits: withoutQuotas,
      siteFolder: join(folder, 'none'),
    })
    family = new Family({ ...api, app: server.app }, await api.signIn())
  })
  beforeEach(() => {
    proxy.losesAnswer = () => false
    proxy.delayMs = 0
  })
  afterAll(async () => {
    await server.stop()
    await proxy.close()
    await api.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const cases = async () => (await api.db.selectFrom('application').select('id').execute()).length

  it('数据库已经写好、服务没听到：503，请再试；再发一次，还是只有一件', async () => {
    const [key, body, before] = [randomUUID(), submission(), await cases()]
    let filing: number | undefined
    proxy.losesAnswer = (piece, wire) => {
      if (piece.includes('into "application"')) filing ??= wire
      // What the database answers: the statement itself may have been prepared before, and has only a number then.
      return wire === filing && piece.includes('COMMIT')
    }
    const unheard = await family.submit(body, key)
    expect([unheard.statusCode, unheard.json<ErrorBody>().code]).toEqual([503, 'UNAVAILABLE'])
    expect(unheard.headers['retry-after']).toBeDefined()
    expect(proxy.lost).toBe(1)
    expect(await cases()).toBe(before + 1)
    expect((await family.submit(body, key)).statusCode).toBe(201)
    expect(await cases()).toBe(before + 1)
  })

  it('数据库每一步都慢：一次请求等够了就说 503，不是每一步各等一回；好了以后用同一个编号能办', async () => {
    const [key, body, before] = [randomUUID(), submission(), await cases()]
    // No single statement reaches its own limit; all of them together would take ten seconds.
    proxy.delayMs = 700
    const slow = await family.submit(body, key)
    expect([slow.statusCode, slow.json<ErrorBody>().code]).toEqual([503, 'UNAVAILABLE'])
    proxy.delayMs = 0
    expect((await family.submit(body, key)).statusCode).toBe(201)
    expect(await cases()).toBe(before + 1)
  })
})
