import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { isDatabaseAway } from '../fault'

/** Source: reliability §9. */
const limits: PoolConfig = {
  connectionTimeoutMillis: 2000,
  /** Cancelled by the server … */
  statement_timeout: 2500,
  /** … and given up here a little earlier: a frozen server cancels nothing. */
  query_timeout: 2400,
  idle_in_transaction_session_timeout: 10_000,
  idleTimeoutMillis: 30_000,
  max: 16,
}

export interface GuardedPool extends PostgresPool {
  /** A connection was lost; the next one is made by itself. */
  onLost?: (error: Error) => void
}

/**
 * A pool that never hands out a connection that broke.
 * node-postgres traps: an error of a checked-out client has no listener unless one is set on each client, and ends the
 * process; after a read timeout the connection still waits for the old answer and would give it to the next query.
 * Source: threats §5.2 (measured).
 */
export function guardedPool(connection: PoolConfig, onLost: (error: unknown) => void): PostgresPool {
  const pool = new Pool({ ...limits, ...connection })
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
  return {
    connect: async () => guardedClient(await pool.connect()),
    end: () => pool.end(),
  }
}

function guardedClient(client: PoolClient): PostgresPoolClient {
  let broken: Error | undefined
  const guard = async <T>(query: Promise<T>): Promise<T> => {
    try {
      return await query
    } catch (error) {
      if (isDatabaseAway(error)) broken = error as Error
      throw error
    }
  }
  return {
    query: ((statement: string, parameters: readonly unknown[]) =>
      // Kysely still sends ROLLBACK after a failure: over a broken connection it would only wait once more.
      broken
        ? Promise.reject(broken)
        : guard(client.query(statement, [...parameters]))) as PostgresPoolClient['query'],
    release: () => client.release(broken),
  }
}
