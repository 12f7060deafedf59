import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { auditKeys } from '@server/audit/keys'
import { verifyAudit } from '@server/audit/verify'
import { createEnvelope } from '@server/crypto/envelope'
import { generateKeyring, parseKeyring, type Keyring } from '@server/crypto/keyring'
import type { SuiteName } from '@server/crypto/suite'
import { keyedHashes } from '@server/rotation/keyedHashes'
import { rotate } from '@server/rotation/rotate'
import { renewColumn } from '@server/rotation/sealedRows'
import { verifyKeys } from '@server/rotation/verifyKeys'
import { placeOf, sealedColumns } from '@server/store/sealedColumns'
import { openCase } from '@server/usecases/desk'
import type { Staff } from '@server/usecases/staffSignIn'
import { staffMember, value } from './support/desk'
import { Family, submission } from './support/family'
import { submissionFor } from './support/submissionFor'
import { startTestApi, type TestApi } from './support/testApi'

const [k1, k2] = [generateKeyring('k1'), generateKeyring('k2')]

function ringOf(text: string, suite: SuiteName): Keyring {
  const parsed = parseKeyring(text, suite)
  if (!parsed.ok) throw new Error(parsed.fault)
  return parsed.keyring
}

/** What a restart with another KEYRING does to the running server. */
function restartWith(api: TestApi, text: string, suite: SuiteName = 'aes'): void {
  const keyring = ringOf(text, suite)
  Object.assign(api.parts, { keyring, envelope: createEnvelope(keyring) })
}

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ keyring: k1, cryptoSuite: 'aes' })
})
afterAll(() => api.close())

describe('数据库里封着的列和查找用的哈希，表里一列不少', () => {
  const columnsLike = async (condition: string) => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and ${sql.raw(condition)} order by 1`.execute(api.db)
    return rows.map(({ name }) => name)
  }
  /** Hashes of the audit's chain. */
  const notSealed = [
    'audit.hash',
    'audit.previous_hash',
    'audit_head.hash',
    'audit_head.start_hash',
    'audit_head.start_mac',
  ]

  it('封着的', async () => {
    const found = await columnsLike(`data_type = 'bytea'`)
    expect(found.filter((name) => !notSealed.includes(name))).toEqual(Object.keys(sealedColumns).sort())
  })

  it('每一列都写着主键，次序也对', async () => {
    for (const [name, key] of Object.entries(sealedColumns)) {
      const { rows } = await sql<{ column: string }>`
        select attname as column from pg_index
        join pg_attribute on attrelid = indrelid and attnum = any (indkey)
        where indrelid = ${name.split('.')[0]}::regclass and indisprimary
        order by array_position(indkey::int2[], attnum)`.execute(api.db)
      expect([name, ...rows.map(({ column }) => column)]).toEqual([name, ...key])
    }
  })

  it('哈希', async () => {
    const found = await columnsLike(`column_name like '%hmac%'`)
    expect(keyedHashes.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(found)
  })
})

describe('服务开着换密钥', () => {
  const person = randomUUID()
  const kept = { applicationId: '', photo: '', key: randomUUID(), body: submission(), receipt: '' }
  let family: Family
  let street: Staff

  beforeAll(async () => {
    family = new Family(api, await api.signIn(person))
    const { applicationId } = await family.apply()
    const first = await family.submit(kept.body, kept.key)
    await family.submit(submissionFor('COUNSEL_REQUEST'))
    Object.assign(kept, { applicationId, photo: (await family.upload('bankCard')).id, receipt: first.body })
    street = await staffMember(api, 'street', '150302001', '街道甲')
    value(await openCase(api.parts, street, applicationId, 'test'))
  })

  it('换的时候家里人照样办事；换完只剩新密钥', async () => {
    restartWith(api, `${k2},${k1}`)
    let isRotating = true
    const write = async () => {
      let count = 0
      // The last round begins while the rotation still runs.
      while (isRotating) {
        const another = await Family.signIn(api)
        await another.apply()
        const { id } = await another.upload('bankCard')
        expect((await another.call({ method: 'DELETE', url: `/api/v1/attachments/${id}` })).statusCode).toBe(
          204,
        )
        expect((await family.get(`/api/v1/attachments/${kept.photo}/content`)).statusCode).toBe(200)
        count += 1
      }
      return count
    }
    const writing = write()
    const { renewed, broken } = await rotate(api.parts).finally(() => (isRotating = false))
    expect(await writing).toBeGreaterThan(0)
    expect(broken).toEqual([])
    expect(renewed).toBeGreaterThan(8)
    const verified = await verifyKeys(api.parts)
    expect([...verified.byKey.keys()]).toEqual(['k2 aes'])
    expect(verified).toMatchObject({ broken: [], oldHashes: 0 })
  })

  it('再换一次，什么也不用换', async () => {
    expect(await rotate(api.parts)).toEqual({ renewed: 0, broken: [] })
  })

  it('去掉旧密钥：同一个人还是同一个账号，办件、照片、回执都在，审计连得上', async () => {
    restartWith(api, k2)
    const again = new Family(api, await api.signIn(person))
    expect((await again.get('/api/v1/applications')).json().cases).toHaveLength(3)
    expect((await again.caseOf(kept.applicationId)).files).toHaveLength(1)
    expect((await again.get(`/api/v1/attachments/${kept.photo}/content`)).statusCode).toBe(200)
    expect((await again.submit(kept.body, kept.key)).body).toBe(kept.receipt)
    const other = { ...kept.body, child: submission().child }
    expect((await again.submit(other, kept.key)).json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    expect(await verifyAudit(api.db, await auditKeys(api.parts))).toMatchObject({ flaws: [] })
  })

  it('同一个孩子的另一件，换了密钥也查得出来', async () => {
    const { child } = kept.body
    await (await Family.signIn(api)).submit(submission({ child }))
    const { id } = await api.db
      .selectFrom('application')
      .select('id')
      .where('child_hmac', 'in', api.parts.keyring.indexes('child', child.idNumber))
      .executeTakeFirstOrThrow()
    expect(value(await openCase(api.parts, street, id, 'test')).sameChildCases).toBe(1)
  })

  it('没有号码的孩子，换了密钥，这一家还是按名字认', async () => {
    const again = new Family(api, await api.signIn(person))
    expect((await again.submit(submissionFor('COUNSEL_REQUEST'))).statusCode).toBe(201)
    const rows = await api.db
      .selectFrom('application')
      .select('child_hmac')
      .where('service', '=', 'COUNSEL_REQUEST')
      .execute()
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map(({ child_hmac: hash }) => hash)).size).toBe(1)
  })

  it('换成国密：数据也重新封，两种都打得开', async () => {
    restartWith(api, k2, 'sm')
    await (await Family.signIn(api)).apply()
    const mixed = await verifyKeys(api.parts)
    expect([...mixed.byKey.keys()].sort()).toEqual(['k2 aes', 'k2 sm'])
    expect(mixed.broken).toEqual([])
    expect((await rotate(api.parts)).broken).toEqual([])
    const verified = await verifyKeys(api.parts)
    expect([...verified.byKey.keys()]).toEqual(['k2 sm'])
    expect(verified.oldHashes).toBe(0)
    const again = new Family(api, await api.signIn(person))
    expect((await again.get('/api/v1/applications')).json().cases).toHaveLength(4)
  })
})

it('换到一半，别人正好写了这一行：别人写的留下', async () => {
  restartWith(api, `${k1},${k2}`, 'aes')
  const { applicationId: id } = await (await Family.signIn(api)).apply()
  const place = placeOf('application.sealed', id)
  const later = api.parts.envelope.sealJson({ child: { idNumber: '别人写的' } }, place)
  restartWith(api, `${k2},${k1}`, 'aes')
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  let isHeld: () => void = () => undefined
  const holding = new Promise<void>((resolve) => (isHeld = resolve))
  const writer = api.db.transaction().execute(async (tx) => {
    await tx.updateTable('application').set({ sealed: later }).where('id', '=', id).execute()
    isHeld()
    await held
  })
  await holding
  const renewing = renewColumn(api.parts, 'application.sealed')
  await waitingForLock()
  release()
  await Promise.all([writer, renewing])
  const row = await api.db
    .selectFrom('application')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.sealed.equals(later)).toBe(true)
  await api.db.deleteFrom('attachment').where('application_id', '=', id).execute()
})

/** Until the rotation waits for the row that somebody else is writing. */
async function waitingForLock(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: string }>`
      select count(*) as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(api.db)
    if (Number(rows[0]?.count) > 0) return
  }
}

it('有一处坏了：说出是哪一处，别处照样换', async () => {
  restartWith(api, `${k1},${k2}`, 'aes')
  const { applicationId: id } = await (await Family.signIn(api)).apply()
  await sql`update application set sealed = substring(sealed from 1 for 60) || '\\x00' where id = ${id}`.execute(
    api.db,
  )
  restartWith(api, `${k2},${k1}`, 'aes')
  const place = placeOf('application.sealed', id)
  const { broken, renewed } = await rotate(api.parts)
  expect(broken).toContain(place)
  expect(renewed).toBeGreaterThan(0)
  expect((await verifyKeys(api.parts)).broken).toContain(place)
})
