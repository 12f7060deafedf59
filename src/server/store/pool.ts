import type { PostgresPoolClient } from 'kysely'
import { Pool, type PoolClient, type PoolConfig, type QueryConfig, type QueryResult } from 'pg'
import { isDatabaseAway } from '../fault'
import { inTime } from './inTime'
import { waiting, WaitedTooLong, type Patience } from './patience'
import { createSharedLine } from './sharedLine'
import { nameOf, wireOf } from './statement'

/** Source: reliability §9. */
const limits = {
  connectionTimeoutMillis: 2000,
  /** Cancelled by the server … */
  statement_timeout: 2500,
  /** … and given up here a little earlier: a frozen server cancels nothing. */
  query_timeout: 2400,
  idle_in_transaction_session_timeout: 10_000,
  idleTimeoutMillis: 30_000,
  max: 16,
  // Statements that do not need each other's answers travel together (Promise.all in a transaction).
  pipeline: true,
} satisfies PoolConfig

/** Requests that wait for a connection. More would only wait until their time is over: they hear 503 at once. */
const mostWaiting = 120

export interface GuardedPool {
  /** @param patience of the request that asks; absent for a command */
  connect(patience?: Patience): Promise<PostgresPoolClient>
  /** One short read over the connection that all requests share. */
  read(text: string, parameters: readonly unknown[], patience: Patience): Promise<QueryResult>
  end(): Promise<void>
}

/**
 * A pool that never hands out a connection that broke.
 * node-postgres traps: an error of a checked-out client has no listener unless one is set on each client, and ends the
 * process; after a read timeout the connection still waits for the old answer and would give it to the next query.
 * Source: threats §5.2 (measured).
 * @param onLost told of each connection that was lost; the next one is made by itself
 */
export function guardedPool(connection: PoolConfig, onLost: (error: unknown) => void): GuardedPool {
  const settings = { ...limits, ...connection }
  const pool = new Pool(settings)
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
  const line = createSharedLine(() => pool.connect())
  return {
    read: (text, parameters, patience) =>
      waiting(patience, (leftMs = settings.query_timeout) => line.read(text, parameters, leftMs)),
    connect: async (patience) =>
      guardedClient(await waiting(patience, (leftMs) => connect(pool, leftMs)), settings, patience),
    end: () => pool.end(),
  }
}

async function connect(pool: Pool, leftMs: number | undefined): Promise<PoolClient> {
  if (pool.waitingCount >= mostWaiting) throw new WaitedTooLong()
  const coming = pool.connect()
  if (leftMs === undefined || leftMs >= limits.connectionTimeoutMillis) return coming
  return inTime(coming, leftMs, (client) => client.release())
}

/** PostgreSQL answers the commit of a transaction that has failed with a quiet `ROLLBACK`. */
function refuseSilentRollback<R extends QueryResult>(text: string, result: R): R {
  if (text === 'commit' && result.command !== 'COMMIT') throw new Error('the transaction was not committed')
  return result
}

/** What is sent in the same turn goes out in one piece, and not one system call a statement. */
function corkForNow(client: PoolClient): void {
  const wire = wireOf(client)
  wire.cork()
  process.nextTick(() => wire.uncork())
}

/** The driver reads the time limit of a single statement, its types do not tell (pg 8.23, lib/client.js). */
interface TimedQuery extends QueryConfig {
  query_timeout: number
}

function guardedClient(
  client: PoolClient,
  { query_timeout }: { query_timeout: number },
  patience: Patience | undefined,
): PostgresPoolClient {
  let broken: Error | undefined
  const run = async (text: string, parameters: readonly unknown[]) => {
    try {
      return await waiting(patience, async (leftMs = query_timeout) => {
        const limit = Math.min(query_timeout, leftMs)
        const query: TimedQuery = { name: nameOf(text), text, values: [...parameters], query_timeout: limit }
        corkForNow(client)
        return refuseSilentRollback(text, await client.query(query))
      })
    } catch (error) {
      if (isDatabaseAway(error)) broken = error as Error
      throw error
    }
  }
  return {
    // Kysely still sends ROLLBACK after a failure: over a broken connection it would only wait once more.
    query: ((text: string, parameters: readonly unknown[]) =>
      broken ? Promise.reject(broken) : run(text, parameters)) as PostgresPoolClient['query'],
    release: () => client.release(broken),
  }
}
