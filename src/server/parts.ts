import type { AuditKey } from './audit/chain'
import type { Clock } from './clock'
import type { Envelope } from './crypto/envelope'
import type { Keyring } from './crypto/keyring'
import type { Mode } from './env'
import type { Limits } from './limits'
import type { Log } from './log'
import type { Metrics } from './metrics/serverMetrics'
import type { Database } from './store/database'
import type { ObjectStore } from './store/objectStore'
import type { Wechat } from './wechat/client'

/** What a running server is made of. Use cases get it whole; a test swaps single parts. */
export interface Parts {
  mode: Mode
  clock: Clock
  log: Log
  metrics: Metrics
  limits: Limits
  db: Database
  /** The same, for reads of a few rows by an index, outside of a transaction: requests share one connection for them. */
  reads: Database
  objects: ObjectStore
  keyring: Keyring
  envelope: Envelope
  /** Links the rows of the audit. */
  auditKey: AuditKey
  /** Absent in demo mode without WeChat settings. */
  wechat?: Wechat
}
