import { Migrator, sql, type Kysely } from 'kysely'
import { silentLog } from '@server/log'
import { startServer } from '@server/main'
import { openPatientDatabase } from '@server/store/database'
import { migrationProvider } from '@server/store/migrations/list'
import { decide } from '@server/usecases/decisions'
import { openCase } from '@server/usecases/desk'
import { readQueue } from '@server/usecases/queue'
import { staffMember, value } from './support/desk'
import { Family } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

/*
 * A deploy of several servers: the newer one has changed the tables, the older ones go on for a while. A migration only
 * adds; this one adds to every table that there is, as the next one may.
 */

async function nextMigration(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not like 'kysely%'`.execute(db)
  for (const { name } of rows) {
    await sql`alter table ${sql.id(name)} add column brought_by_next text`.execute(db)
    await sql`alter table ${sql.id(name)} add column counted_by_next integer not null default 0`.execute(db)
  }
  await sql`create table of_the_next (id uuid primary key)`.execute(db)
}

let api: TestApi
let family: Family
beforeAll(async () => {
  api = await startTestApi()
  family = await Family.signIn(api)
  await family.apply()
  await applyNext()
})
afterAll(() => api.close())

async function applyNext(): Promise<void> {
  const db = openPatientDatabase({ connectionString: api.databaseUrl })
  const known = await migrationProvider.getMigrations()
  const provider = { getMigrations: () => Promise.resolve({ ...known, '9999-next': { up: nextMigration } }) }
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
  await db.destroy()
  if (error) throw error
  expect(results).toHaveLength(1)
}

it('新版本已经加了列和表，旧版本还在跑：交、看、受理都照样', async () => {
  const { applicationId } = await family.apply()
  const clerk = await staffMember(api, 'street', '150302001')
  value(await decide(api.parts, clerk, { applicationId, kind: 'accepted', version: 1 }, 'test'))
  expect(value(await openCase(api.parts, clerk, applicationId, 'test')).status).toBe('accepted')
  expect(value(await readQueue(api.parts, clerk, 'test')).toDo.length).toBeGreaterThan(0)
  expect((await family.caseOf(applicationId)).version).toBe(2)
  expect((await Family.signIn(api).then((one) => one.get('/api/v1/applications'))).statusCode).toBe(200)
})

it('旧版本这时候重启，也起得来，不动新版本的表', async () => {
  const server = await startServer({
    settings: {
      mode: 'demo',
      host: '127.0.0.1',
      port: 0,
      dataDir: api.dataDir,
      databaseUrl: api.databaseUrl,
      keyring: api.parts.keyring,
      trustProxy: [],
    },
    log: silentLog,
    siteFolder: 'none',
  })
  expect((await server.app.inject('/readyz')).statusCode).toBe(200)
  await server.stop()
  expect((await sql`select 1 from of_the_next`.execute(api.db)).rows).toEqual([])
})
