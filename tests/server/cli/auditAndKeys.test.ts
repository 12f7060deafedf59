import { execFile } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { auditKeys } from '@server/audit/keys'
import { verifyAudit } from '@server/audit/verify'
import { parseAuditCommand } from '@server/cli/auditCommand'
import { parseKeysCommand } from '@server/cli/keysCommand'
import { generateKeyring } from '@server/crypto/keyring'
import { openPatientDatabase } from '@server/store/database'
import { openCase } from '@server/usecases/desk'
import type { Staff } from '@server/usecases/staffSignIn'
import { staffMember, value } from '../support/desk'
import { Family } from '../support/family'
import { startTestApi, type TestApi } from '../support/testApi'
import { startTestDatabase } from '../support/testDatabase'
import { startS3StandIn } from '../../stand-ins/s3Server'

jest.setTimeout(180_000)

interface Ran {
  code: number
  out: string
  error: string
}

let api: TestApi
let street: Staff
let applicationId = ''
beforeAll(async () => {
  api = await startTestApi({ keyring: generateKeyring('k1'), cryptoSuite: 'aes' })
  street = await staffMember(api, 'street', '150302001', '街道甲')
  applicationId = (await (await Family.signIn(api)).apply()).applicationId
  value(await openCase(api.parts, street, applicationId, 'test'))
})
afterAll(() => api.close())

/** `npm run …` as a process of its own, beside the running server. */
function run(
  command: string,
  args: readonly string[],
  keyring = api.keyring,
  more: Record<string, string> = {},
): Promise<Ran> {
  const program = join(__dirname, `../../../src/server/cli/${command}.ts`)
  const tsx = join(__dirname, '../../../node_modules/.bin/tsx')
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: api.databaseUrl,
    DATA_DIR: api.dataDir,
    KEYRING: keyring,
    ...more,
  }
  return new Promise((resolve) => {
    execFile(tsx, [program, ...args], { env }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })
}

describe('写错了，说得出哪里错', () => {
  it.each<[string, string[], string]>([
    ['什么也没写', [], '要写明做什么。'],
    ['没有的命令', ['delete'], '没有这个命令。'],
    ['没有的参数', ['verify', '--all', 'x'], '有看不懂的参数。'],
    ['用不着的参数', ['head', '--actor', '123456'], 'head 不用 --actor。'],
    ['没写查谁', ['affected', '--from', '2026-11-01'], 'affected 要写 --actor 或 --object。'],
    ['日期不对', ['affected', '--actor', '123456', '--from', '昨天'], '日期不对：写成 2026-11-20。'],
  ])('audit，%s', (_, args, fault) => {
    const parsed = parseAuditCommand(args)
    if (parsed.ok) throw new Error('accepted')
    expect(parsed.fault).toBe(fault)
  })

  it('到哪一天，那一天也算', () => {
    const parsed = parseAuditCommand([
      'affected',
      '--actor',
      '1',
      '--from',
      '2026-11-01',
      '--to',
      '2026-11-02',
    ])
    expect(parsed).toMatchObject({
      command: {
        query: { from: new Date('2026-10-31T16:00:00Z'), to: new Date('2026-11-02T16:00:00Z') },
      },
    })
  })

  it.each([[[]], [['rotate', 'now']], [['delete']]])('keys：%p 不是命令', (args) =>
    expect(parseKeysCommand(args)).toBeUndefined(),
  )
})

it('核对、导出头、查涉及谁；改了一条，说出是哪一条，退出码是 1', async () => {
  const whole = await run('audit', ['verify'])
  expect([whole.code, whole.out]).toEqual([0, expect.stringMatching(/^核对了 \d+ 条，前后都连得上。/)])

  const head = await run('audit', ['head'])
  const file = join(api.dataDir, 'head.json')
  writeFileSync(file, head.out)
  expect((await run('audit', ['verify', '--head', file])).code).toBe(0)

  const affected = await run('audit', ['affected', '--actor', street.number])
  expect(affected.out).toMatch(/^涉及 1 户，1 件。/)
  expect(affected.out).toContain('caseRead')
  const { case_number } = await api.db
    .selectFrom('application')
    .select('case_number')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  const touched = await run('audit', ['affected', '--object', case_number])
  expect(touched.out).toContain(`\t${street.number}\t1 次\t`)
  const nobody = await run('audit', ['affected', '--actor', street.number, '--to', '2020-01-01'])
  expect(nobody.out).toBe('涉及 0 户，0 件。\n')

  await sql`alter table audit disable trigger user`.execute(api.db)
  await sql`update audit set action = 'queueRead' where action = 'caseRead'`.execute(api.db)
  const { sequence } = await api.db
    .selectFrom('audit')
    .select('sequence')
    .where('action', '=', 'queueRead')
    .executeTakeFirstOrThrow()
  const altered = await run('audit', ['verify'])
  expect([altered.code, altered.error]).toEqual([1, expect.stringContaining(`流水号 ${sequence}，`)])
  await sql`update audit set action = 'caseRead' where action = 'queueRead'`.execute(api.db)
  await sql`alter table audit enable trigger user`.execute(api.db)
})

describe('读走或搬走大家的数据的命令，留下一行', () => {
  const rowsOf = async (action: string, db = api.db) =>
    (
      await db
        .selectFrom('audit')
        .select(['actor_kind', 'object_kind'])
        .where('action', '=', action)
        .execute()
    ).map(({ actor_kind, object_kind }) => `${actor_kind} ${object_kind}`)

  it('查涉及谁、审计材料', async () => {
    const before = await rowsOf('affectedAsked')
    expect((await run('audit', ['affected', '--actor', street.number])).code).toBe(0)
    expect(await rowsOf('affectedAsked')).toEqual([...before, 'command audit'])
    expect((await run('register', ['evidence'])).code).toBe(0)
    expect(await rowsOf('evidenceMade')).toEqual(['command register'])
  })

  it('备份、恢复：恢复出来的库里，两行都有，链条完整', async () => {
    const to = join(api.dataDir, 'backups')
    const made = await run('backup', ['--to', to])
    expect([made.code, made.error]).toEqual([0, ''])
    expect(await rowsOf('backupMade')).toEqual(['command backup'])
    const database = await startTestDatabase()
    const db = openPatientDatabase({ connectionString: database.url })
    try {
      const place = { DATABASE_URL: database.url, DATA_DIR: join(api.dataDir, 'restored') }
      const from = join(to, readdirSync(to)[0] ?? '')
      const restored = await run('restore', ['--from', from], api.keyring, place)
      expect([restored.code, restored.error]).toEqual([0, ''])
      expect(await rowsOf('backupMade', db)).toEqual(['command backup'])
      expect(await rowsOf('backupRestored', db)).toEqual(['command backup'])
      const keys = await auditKeys({ ...api.parts, db })
      expect(await verifyAudit(db, keys)).toMatchObject({ flaws: [], unlinked: 0 })
    } finally {
      await db.destroy()
      await database.close()
    }
  })

  it('复制照片', async () => {
    const store = await startS3StandIn()
    try {
      const COPY_TO = `s3://${store.accessKey}:${encodeURIComponent(store.secret)}@${store.host}/photos?tls=0`
      const copied = await run('objects', ['copy'], api.keyring, { COPY_TO })
      expect([copied.code, copied.error]).toEqual([0, ''])
      expect(await rowsOf('objectsCopied')).toEqual(['command objects'])
    } finally {
      await store.close()
    }
  })
})

it('换密钥：换完只认新的也打得开；少了要用的密钥，说出打不开的，退出码是 1', async () => {
  const fresh = generateKeyring('k2')
  const rotated = await run('keys', ['rotate'], `${fresh},${api.keyring}`)
  expect([rotated.code, rotated.out]).toEqual([0, expect.stringContaining('现在都用 k2（aes）。')])
  const verified = await run('keys', ['verify'], fresh)
  expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/打开了 \d+ 处。/)])
  expect((await run('keys', ['list'], fresh)).out).toMatch(/ {2}k2 aes {2}\d+ 处/)
  const other = await run('keys', ['verify'], generateKeyring('k3'))
  expect(other.code).toBe(1)
})
