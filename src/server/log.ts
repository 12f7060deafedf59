import { pino } from 'pino'
import type { ErrorCode } from '@contracts/errors'
import type { Mode } from './env'
import type { Fault } from './fault'
import type { RetentionKind } from './privacy/retention/clocks'
import type { WechatFault } from './wechat/call'

/** The closed list of what may be logged. Personal data has no field to go into. Source: threats §6. */
export interface LogEvents {
  'server.ready': { port: number; mode: Mode }
  'server.stopping': Record<never, never>
  'server.stopped': Record<never, never>
  'database.started': { attached: boolean }
  'database.restarted': Record<never, never>
  'database.lost': { fault: Fault }
  'database.migrated': { applied: number }
  'objects.swept': { files: number }
  'retention.done': { removed: number }
  /** With the kind that was not finished; without one nothing was. */
  'retention.failed': { kind?: RetentionKind; fault: Fault }
  'request.done': {
    traceId: string
    method: string
    route: string
    status: number
    ms: number
    code?: ErrorCode
  }
  /** Something broke: what kind, and where in our own code. */
  'request.failed': { traceId: string; method: string; route: string; fault: Fault }
  /** The table of limits could not be asked: each replica counts on its own for this minute. */
  'limits.away': { fault: Fault }
  'wechat.fault': { kind: WechatFault['kind']; errcode?: number; rid?: string }
}
export type LogEvent = keyof LogEvents

export interface Log {
  write<E extends LogEvent>(event: E, fields: LogEvents[E]): void
}

const warnings: readonly LogEvent[] = [
  'database.lost',
  'database.restarted',
  'request.failed',
  'limits.away',
  'retention.failed',
  'wechat.fault',
]

/** One JSON line per event. @param destination anything with `write`, standard output by default */
export function createLog(destination: { write(line: string): void } = process.stdout): Log {
  const logger = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  return {
    write(event, fields) {
      const level = warnings.includes(event) ? 'warn' : 'info'
      logger[level]({ event, ...fields })
    },
  }
}

export const silentLog: Log = { write: () => undefined }
