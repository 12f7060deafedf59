import { randomBytes, randomUUID } from 'node:crypto'
import fastify from 'fastify'
import { Pool, type PoolClient } from 'pg'

/*
 * The peer: a handler that does the same inserts into the same tables, and one that reads with two queries, and nothing
 * else: no session, no checks, no encryption, no rules. A process of its own, as ours is.
 */

interface Row {
  table: string
  values: Record<string, unknown>
}

/** Fewer than ours has: the two together must not ask for more than the database gives, or some of these would fail. */
const connections = 10

/** Noise in the place of everything that ours seals. */
type Sealed = Record<'application' | 'event' | 'answer' | 'body', Buffer>

/** As long as what ours sealed for an application that it has taken. */
async function sealedLikeOurs(pool: Pool): Promise<Sealed> {
  const { rows } = await pool.query<Record<keyof Sealed, number>>(`select length(a.sealed) as application,
      length(e.sealed) as event, length(i.response_sealed) as answer, length(i.body_sealed) as body
    from application a join case_event e on e.application_id = a.id
      join idempotency i on i.account_id = a.account_id and i.route = 'submitApplication' limit 1`)
  const [lengths] = rows
  if (!lengths) throw new Error('nothing was submitted yet')
  const noise = (name: keyof Sealed) => randomBytes(lengths[name])
  return {
    application: noise('application'),
    event: noise('event'),
    answer: noise('answer'),
    body: noise('body'),
  }
}

function rowsOf(accountId: string, sealed: Sealed): Row[] {
  const [id, now] = [randomUUID(), new Date()]
  const event = { application_id: id, at: now, kind: 'submitted', actor_kind: 'family', actor_id: accountId }
  return [
    {
      table: 'idempotency',
      values: {
        account_id: accountId,
        key: randomUUID(),
        route: 'bare',
        body_hash: randomBytes(32).toString('hex'),
        status: 201,
        response_sealed: sealed.answer,
        body_sealed: sealed.body,
        created_at: now,
      },
    },
    {
      table: 'application',
      values: {
        id,
        case_number: randomUUID(),
        account_id: accountId,
        service: 'DFUC_ALLOWANCE',
        hukou_division: '150302001',
        intake_division: '150302001',
        deciding_division: '150302',
        status: 'submitted',
        version: 1,
        policy_version: 'bare',
        settings_version: 'bare',
        form_version: 1,
        child_hmac: randomBytes(32).toString('hex'),
        sealed: sealed.application,
        created_at: now,
        updated_at: now,
      },
    },
    { table: 'case_event', values: { ...event, sequence: 1, sealed: sealed.event } },
    {
      table: 'outbox',
      values: {
        id: randomUUID(),
        account_id: accountId,
        application_id: id,
        event_sequence: 1,
        created_at: now,
        attempts: 0,
        next_attempt_at: now,
      },
    },
    {
      table: 'consent',
      values: {
        id: randomUUID(),
        application_id: id,
        account_id: accountId,
        kind: 'childData',
        notice_version: 'bare',
        notice_hash: randomBytes(32).toString('hex'),
        actor: 'guardian',
        given_at: now,
      },
    },
    {
      table: 'audit',
      values: {
        at: now,
        actor_kind: 'citizen',
        actor_id: accountId,
        action: 'applicationSubmitted',
        object_kind: 'application',
        object_id: id,
        application_id: id,
        account_id: accountId,
        trace_id: 'bare',
      },
    },
  ]
}

async function insert(client: PoolClient, { table, values }: Row): Promise<void> {
  const names = Object.keys(values)
  const places = names.map((_, place) => `$${place + 1}`)
  await client.query(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(values),
  )
}

async function run(): Promise<void> {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: connections })
  const sealed = await sealedLikeOurs(pool)
  const app = fastify()
  const accountId = randomUUID()
  await pool.query('insert into account values ($1, $2, $3, $4, now())', [
    accountId,
    'demo',
    randomUUID(),
    randomBytes(80),
  ])
  app.post('/bare', async (_request, reply) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const row of rowsOf(accountId, sealed)) await insert(client, row)
      await client.query('commit')
      return await reply.code(201).send({ ok: true })
    } finally {
      client.release()
    }
  })
  app.get<{ Params: { id: string; token: string } }>('/bare/:token/:id', async ({ params }) => {
    const session = await pool.query('select * from citizen_session where token_hash = $1', [params.token])
    const { rows } = await pool.query('select * from application where id = $1', [params.id])
    return { sessions: session.rowCount, case: rows[0] as unknown }
  })
  app.get('/readyz', () => ({ status: 'ok' }))
  await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
