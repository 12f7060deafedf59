import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { silentLog } from '@server/log'
import { startServer, type Server } from '@server/main'
import { openPatientDatabase, type Database } from '@server/store/database'
import { addStaff } from '@server/store/staff'
import { readQueue } from '@server/usecases/queue'
import type { Staff } from '@server/usecases/staffSignIn'
import { Family, submission } from '../../../tests/server/support/family'
import type { TestApi } from '../../../tests/server/support/testApi'
import { withoutQuotas } from '../../../tests/server/support/withoutQuotas'
import { startTestDatabase } from '../../../tests/server/support/testDatabase'
import { median, type Figure } from '../figures'

/*
 * A family's list and status and a clerk's queue among 10,000 applications and among a hundred times as many. The many
 * are copies in the same offices, all decided by a colleague or withdrawn before anybody took them: a clerk's own open
 * cases are as many as before.
 */

const sizes = [10_000, 1_000_000]
const mostGrowth = 1.5
const reads = 60
const colleague = '街道乙'

export async function grownFigures(): Promise<Figure[]> {
  const database = await startTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'child-support-grown-'))
  const db = openPatientDatabase({ connectionString: database.url })
  const server = await startServer({
    settings: {
      mode: 'demo',
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      databaseUrl: database.url,
      trustProxy: [],
    },
    log: silentLog,
    limits: withoutQuotas,
    siteFolder: join(folder, 'none'),
  })
  try {
    const acts = await readers(server)
    const times: Record<string, number>[] = []
    for (const size of sizes) {
      await growTo(db, size)
      times.push(await timesOf(acts))
    }
    return Object.keys(acts).map((name) => growthOf(name, times))
  } finally {
    await server.stop()
    await db.destroy()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Acts = Record<string, () => Promise<unknown>>

async function readers({ app, parts }: Server): Promise<Acts> {
  const session = await app.inject({
    method: 'POST',
    url: '/api/v1/sessions/demo',
    payload: { person: '6f1f0a52-58a2-4c43-9d4f-0d5a5c0e6a01' },
  })
  const { token } = session.json<{ token: string }>()
  const family = new Family({ app } as TestApi, token)
  const { applicationId } = await family.apply()
  await someDone(family)
  await addStaff(parts, { name: '街道甲', role: 'street', division: '150302001' })
  const row = await parts.db.selectFrom('staff').selectAll().executeTakeFirstOrThrow()
  await addStaff(parts, { name: colleague, role: 'street', division: '150302001' })
  const clerk = { ...row, mustChangePassword: false } as unknown as Staff
  return {
    我的办件: () => family.get('/api/v1/applications'),
    看进度: () => family.caseOf(applicationId),
    街道的待办: () => readQueue(parts, clerk, 'bench'),
  }
}

/** The newest decided ones of the queue are real: they are opened. */
async function someDone(family: Family): Promise<void> {
  for (let count = 0; count < 110; count += 1) {
    const answer = await family.submit(submission())
    const { applicationId } = answer.json<{ applicationId: string }>()
    await family.post(`/api/v1/applications/${applicationId}/withdrawal`, { version: 1 })
  }
}

/** Copies of one row with other ids; decided long ago. Their sealed part is nobody's and never opened. */
async function growTo(db: Database, size: number): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from application`.execute(db)
  const missing = size - (rows[0]?.count ?? 0)
  await sql`insert into account (id, kind, subject_hmac, subject_sealed, created_at)
    select gen_random_uuid(), 'demo', gen_random_uuid()::text, '\\x00', now()
    from generate_series(1, ${Math.ceil(missing / 3)}::int)`.execute(db)
  await sql`insert into application (id, case_number, account_id, service, hukou_division, intake_division,
      deciding_division, street_assignee, status, version, policy_version, form_version, child_hmac, sealed, created_at,
      updated_at)
    select gen_random_uuid(), gen_random_uuid()::text, a.id, 'DFUC_ALLOWANCE', d.street, d.street, left(d.street, 6),
      case when n % 3 < 2 then (select id from staff where name = ${colleague}) end,
      (array['confirmed', 'refused', 'withdrawn'])[1 + n % 3], 1, 'bench', 1, gen_random_uuid()::text,
      decode(repeat('00', 600), 'hex'), now() - interval '1 year', now() - n * interval '1 second' - interval '100 days'
    from (select id, row_number() over () as place from account) a
    cross join generate_series(1, 3) as n
    cross join lateral (select (array['150302001', '150302002', '150303001', '150304001'])[1 + (a.place + n) % 4] as street) d
    limit ${missing}::int`.execute(db)
  await sql`insert into case_event (application_id, sequence, kind, actor_kind, actor_id, at)
    select id, 1, 'submitted', 'family', account_id, created_at from application p
    where not exists (select 1 from case_event e where e.application_id = p.id)`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

/** Milliseconds of each, by the median of many. */
async function timesOf(acts: Acts): Promise<Record<string, number>> {
  const times: Record<string, number> = {}
  for (const [name, act] of Object.entries(acts)) {
    const taken: number[] = []
    for (let count = 0; count < reads; count += 1) {
      const started = performance.now()
      await act()
      taken.push(performance.now() - started)
    }
    times[name] = median(taken)
  }
  return times
}

function growthOf(name: string, times: Record<string, number>[]): Figure {
  const [few = NaN, many = NaN] = times.map((all) => all[name] ?? NaN)
  const growth = many / few
  return {
    name: `${name}：一万件时 ${few.toFixed(1)} ms，一百万件时 ${many.toFixed(1)} ms`,
    value: growth.toFixed(2),
    limit: String(mostGrowth),
    ok: growth <= mostGrowth,
  }
}
