import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackup, type Backup } from '@server/backup/createBackup'
import { restoreBackup } from '@server/backup/restoreBackup'
import { systemClock } from '@server/clock'
import { sql } from 'kysely'
import { generateKeyring, parseKeyring, type Keyring } from '@server/crypto/keyring'
import { silentLog } from '@server/log'
import { startServer } from '@server/main'
import { openPatientDatabase } from '@server/store/database'
import { openFileObjects } from '@server/store/fileObjects'
import { decide } from '@server/usecases/decisions'
import { staffMember, value } from './support/desk'
import { Family, idNumber, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'
import { startTestDatabase, type TestDatabase } from './support/testDatabase'

const canaries = {
  child: '金丝雀宝宝',
  applicant: '金丝雀奶奶',
  number: idNumber('20160229'),
  phone: '13912349876',
}
const person = '6f1f0a52-58a2-4c43-9d4f-0d5a5c0e6a01'

let api: TestApi
let folder: string
let backup: Backup
let caseId: string
let photoId: string
beforeAll(async () => {
  api = await startTestApi()
  folder = mkdtempSync(join(tmpdir(), 'child-support-backup-'))
  const family = new Family(api, await api.signIn(person))
  const { applicant } = submission()
  const body = {
    applicant: { ...applicant, name: canaries.applicant, phone: canaries.phone },
    child: { name: canaries.child, idNumber: canaries.number },
  }
  caseId = (await family.apply(body)).applicationId
  photoId = (await family.caseOf(caseId)).files[0]?.id ?? ''
  const clerk = await staffMember(api, 'street', '150302001')
  value(await decide(api.parts, clerk, { applicationId: caseId, kind: 'accepted', version: 1 }, 'test'))
  backup = await backUp()
})
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true, force: true })
})

async function backUp(): Promise<Backup> {
  const db = openPatientDatabase({ connectionString: api.databaseUrl })
  try {
    return await createBackup({ ...api.parts, db, clock: systemClock }, mkdtempSync(join(folder, 'to-')))
  } finally {
    await db.destroy()
  }
}

interface Empty {
  database: TestDatabase
  dataDir: string
  restore(from: string, keyring?: Keyring): ReturnType<typeof restoreBackup>
}

async function emptyPlace(): Promise<Empty> {
  const database = await startTestDatabase()
  const dataDir = mkdtempSync(join(folder, 'data-'))
  return {
    database,
    dataDir,
    restore: async (from, keyring = api.parts.keyring) =>
      restoreBackup(
        {
          connection: { connectionString: database.url },
          objects: await openFileObjects(join(dataDir, 'objects')),
          keyring,
        },
        from,
      ),
  }
}

it('恢复到空的数据库：行数、摘要都一样，加密的都打得开，服务接着能用', async () => {
  const place = await emptyPlace()
  const { values, photos } = await place.restore(backup.folder)
  expect(photos).toBe(1)
  expect(values).toBeGreaterThan(4)
  const server = await startServer({
    settings: {
      mode: 'demo',
      host: '127.0.0.1',
      port: 0,
      dataDir: place.dataDir,
      databaseUrl: place.database.url,
      keyring: api.parts.keyring,
      trustProxy: [],
    },
    log: silentLog,
    siteFolder: join(place.dataDir, 'none'),
  })
  try {
    const restored = { ...api, app: server.app }
    const session = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sessions/demo',
      payload: { person },
    })
    const family = new Family(restored, session.json<{ token: string }>().token)
    const before = await new Family(api, await api.signIn(person)).caseOf(caseId)
    expect(await family.caseOf(caseId)).toEqual(before)
    expect((await family.get(`/api/v1/attachments/${photoId}/content`)).statusCode).toBe(200)
    // Counters go on behind what was restored.
    expect((await family.submit(submission())).statusCode).toBe(201)
  } finally {
    await server.stop()
    await place.database.close()
  }
})

it('备份里搜不到任何人的名字、号码', () => {
  for (const name of readdirSync(backup.folder)) {
    const content = readFileSync(join(backup.folder, name))
    for (const word of Object.values(canaries)) expect([name, content.includes(word)]).toEqual([name, false])
  }
})

it('已经有数据的数据库不恢复', async () => {
  const place = await emptyPlace()
  await place.restore(backup.folder)
  await expect(place.restore(backup.folder)).rejects.toThrow('只能恢复到空的数据库')
  await place.database.close()
})

describe('不对的备份不恢复，数据库里一行也不留', () => {
  const change = (name: string, edit: (bytes: Buffer) => Buffer) => (from: string) =>
    writeFileSync(join(from, name), edit(readFileSync(join(from, name))))
  const flip = (bytes: Buffer) => {
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    return bytes
  }
  const asText = (edit: (text: string) => string) => (bytes: Buffer) =>
    Buffer.from(edit(bytes.toString('utf8')))

  it.each<[string, (from: string) => void]>([
    ['改了一个字节', change('application.rows', flip)],
    ['照片文件截短了', change('objects', (bytes) => bytes.subarray(0, bytes.length - 9))],
    [
      '整张表换成另一张表的',
      (from) => writeFileSync(join(from, 'audit.rows'), readFileSync(join(from, 'outbox.rows'))),
    ],
    [
      '清单里的行数改了',
      change(
        'manifest.json',
        asText((text) => text.replace(/"rows": 1,/, '"rows": 2,')),
      ),
    ],
    ['清单没有了', (from) => rmSync(join(from, 'manifest.json'))],
  ])('%s', async (_, damage) => {
    const copy = (await backUp()).folder
    damage(copy)
    const place = await emptyPlace()
    await expect(place.restore(copy)).rejects.toThrow()
    const db = openPatientDatabase({ connectionString: place.database.url })
    const tables = await db.introspection.getTables()
    if (tables.length > 0) expect(await db.selectFrom('application').select('id').execute()).toEqual([])
    await db.destroy()
    await place.database.close()
  })

  it('备份以前就被改过的操作记录', async () => {
    const altered = sql`update audit set action = 'caseRead' where action = 'accepted'`
    const change = (query: typeof altered) =>
      api.db.transaction().execute(async (tx) => {
        // As somebody who holds the whole database could: past the triggers.
        await sql`set local session_replication_role = replica`.execute(tx)
        await query.execute(tx)
      })
    await change(altered)
    const { folder: from } = await backUp()
    await change(sql`update audit set action = 'accepted' where action = 'caseRead'`)
    const place = await emptyPlace()
    await expect(place.restore(from)).rejects.toThrow('操作记录被改过')
    await place.database.close()
  })

  it('别的密钥', async () => {
    const other = parseKeyring(generateKeyring('k2'))
    if (!other.ok) throw new Error(other.fault)
    const place = await emptyPlace()
    await expect(place.restore(backup.folder, other.keyring)).rejects.toThrow('没有做这份备份的密钥')
    await place.database.close()
  })
})

it('备份的时候家里删了一张没交的照片：备份还是成，恢复时没有那张', async () => {
  const family = new Family(api, await api.signIn(person))
  const { id } = await family.upload('bankCard')
  const slow = { ...api.parts.objects, get: api.parts.objects.get.bind(api.parts.objects) }
  // Deleted after the snapshot was taken and before its photo is read.
  slow.get = async (key) => {
    await family.call({ method: 'DELETE', url: `/api/v1/attachments/${id}` })
    return api.parts.objects.get(key)
  }
  const db = openPatientDatabase({ connectionString: api.databaseUrl })
  const made = await createBackup(
    { db, objects: slow, keyring: api.parts.keyring, clock: systemClock },
    mkdtempSync(join(folder, 'to-')),
  )
  await db.destroy()
  expect(made.manifest.objects.gone).toHaveLength(1)
  const place = await emptyPlace()
  expect(await place.restore(made.folder)).toMatchObject({ photos: 1 })
  await place.database.close()
})
