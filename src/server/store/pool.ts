import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { Pool, type PoolClient, type PoolConfig, type QueryConfig, type QueryResult } from 'pg'
import { isDatabaseAway } from '../fault'
import { waiting, WaitedTooLong } from './patience'

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

/**
 * A pool that never hands out a connection that broke.
 * node-postgres traps: an error of a checked-out client has no listener unless one is set on each client, and ends the
 * process; after a read timeout the connection still waits for the old answer and would give it to the next query.
 * Source: threats §5.2 (measured).
 * @param onLost told of each connection that was lost; the next one is made by itself
 */
export function guardedPool(connection: PoolConfig, onLost: (error: unknown) => void): PostgresPool {
  const settings = { ...limits, ...connection }
  const pool = new Pool(settings)
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
  return {
    connect: async () => guardedClient(await waiting((leftMs) => connect(pool, leftMs)), settings),
    end: () => pool.end(),
  }
}

async function connect(pool: Pool, leftMs: number | undefined): Promise<PoolClient> {
  if (pool.waitingCount >= mostWaiting) throw new WaitedTooLong()
  const coming = pool.connect()
  if (leftMs === undefined || leftMs >= limits.connectionTimeoutMillis) return coming
  return inTime(coming, leftMs)
}

/** Gives up after `leftMs`; a connection that comes later goes back to the pool. */
function inTime(coming: Promise<PoolClient>, leftMs: number): Promise<PoolClient> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      reject(new WaitedTooLong())
    }, leftMs)
    coming.then(
      (client) => {
        clearTimeout(timer)
        if (isLate) client.release()
        else resolve(client)
      },
      (error: Error) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}

/** PostgreSQL answers the commit of a transaction that has failed with a quiet `ROLLBACK`. */
function refuseSilentRollback<R extends QueryResult>(text: string, result: R): R {
  if (text === 'commit' && result.command !== 'COMMIT') throw new Error('the transaction was not committed')
  return result
}

/**
 * Statements that the server has prepared once for a connection, by their text. Not one that gives back every column: a
 * migration that adds one would make the prepared one fail on the servers that still run ("cached plan must not change
 * result type").
 */
const names = new Map<string, string>()
const mostNames = 200
const givesEveryColumn = /\*/

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || givesEveryColumn.test(text) || names.size >= mostNames) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

interface Wire {
  cork(): void
  uncork(): void
}

/** What is sent in the same turn goes out in one piece, and not one system call a statement. */
function corkForNow(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Wire } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** The driver reads the time limit of a single statement, its types do not tell (pg 8.23, lib/client.js). */
interface TimedQuery extends QueryConfig {
  query_timeout: number
}

function guardedClient(client: PoolClient, { query_timeout }: { query_timeout: number }): PostgresPoolClient {
  let broken: Error | undefined
  const run = async (text: string, parameters: readonly unknown[]) => {
    try {
      return await waiting(async (leftMs = query_timeout) => {
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
