import { types } from 'node:util'
import { WaitedTooLong } from './store/patience'

/** What may be said about an unexpected error: its kind and the place in our own code, never its message. */
export interface Fault {
  /** Class of the error. */
  name: string
  /** PostgreSQL's SQLSTATE or Node's code, e.g. `23505`, `ECONNREFUSED`. */
  code?: string
  constraint?: string
  /** `usecases/submitApplication.ts:41` */
  where?: string
}

const safeName = /^[A-Za-z][A-Za-z0-9_]{0,60}$/
const safeCode = /^[A-Z0-9_]{2,40}$/

/**
 * A database error carries the failing row in `detail` and in its message, so neither is read.
 * Source: threats §5.2, §6 (measured).
 */
export function faultOf(error: unknown): Fault {
  if (!isError(error)) return { name: typeof error }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    name: safeName.test(error.name) ? error.name : 'Error',
    code: typeof code === 'string' && safeCode.test(code) ? code : undefined,
    constraint: typeof constraint === 'string' && safeName.test(constraint) ? constraint : undefined,
    where: ownFrame(error.stack),
  }
}

/** Node's own errors are not of this realm's class when the code runs inside a `vm` (a test runner does that). */
function isError(error: unknown): error is Error {
  return types.isNativeError(error) || error instanceof Error
}

function ownFrame(stack: string | undefined): string | undefined {
  return stack && /src\/server\/([\w/.]+:\d+):\d+/.exec(stack)?.[1]
}

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  // query_canceled: the statement timeout; idle_in_transaction_session_timeout
  '57014',
  '25P03',
  // serialization_failure, deadlock_detected: another transaction came first.
  '40001',
  '40P01',
  // disk_full, out_of_memory: nothing was written.
  '53100',
  '53200',
  // admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** Messages of node-postgres that come without a code. */
const lostMessages =
  /^(Connection terminated|timeout (expired|exceeded) when trying to connect|Query read timeout|Client was closed|Client has encountered a connection error)/

/** Whether the database is away or too slow: the same request may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!isError(error)) return false
  if (error instanceof WaitedTooLong) return true
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && (lostConnection.has(code) || code.startsWith('08'))) return true
  if (error.cause !== undefined && isDatabaseAway(error.cause)) return true
  return lostMessages.test(error.message)
}
