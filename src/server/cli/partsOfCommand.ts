import { currentAuditKey } from '../audit/keys'
import { systemClock } from '../clock'
import { createEnvelope } from '../crypto/envelope'
import { defaultLimits } from '../limits'
import { silentLog } from '../log'
import type { Parts } from '../parts'
import { createMetrics } from '../metrics/serverMetrics'
import { openDatabase } from '../store/database'
import { openVaultOfCommand } from './openVaultOfCommand'

export interface CommandParts {
  parts: Parts
  close(): Promise<void>
}

/**
 * What a command about kept records works with, whether or not the server runs.
 * @throws Error with one Chinese line
 */
export async function partsOfCommand(): Promise<CommandParts> {
  const vault = await openVaultOfCommand()
  const { connection, objects, keyring } = vault
  // A report may read a million rows.
  const db = openDatabase({ ...connection, statement_timeout: 0, query_timeout: 0 }, () => undefined)
  const metrics = createMetrics({ db })
  const close = async () => {
    metrics.stop()
    await db.destroy()
    await vault.close()
  }
  try {
    const envelope = createEnvelope(keyring)
    const auditKey = await currentAuditKey({ db, envelope }, keyring.suite.name, systemClock())
    const known = {
      clock: systemClock,
      log: silentLog,
      metrics,
      limits: defaultLimits,
      mode: 'production',
    } as const
    return { parts: { ...known, db, reads: db, objects, keyring, envelope, auditKey }, close }
  } catch (error) {
    await close()
    throw error
  }
}
