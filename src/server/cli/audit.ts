import { readFileSync } from 'node:fs'
import { noteCommand } from '../audit/commands'
import { affectedBy } from '../audit/affected'
import { exportHead, readHead } from '../audit/head'
import { auditKeys, currentAuditKey } from '../audit/keys'
import { verifyAudit } from '../audit/verify'
import { systemClock } from '../clock'
import { createEnvelope, type Envelope } from '../crypto/envelope'
import type { Keyring } from '../crypto/keyring'
import { openDatabase, type Database } from '../store/database'
import { parseAuditCommand, usage, type AuditCommand } from './auditCommand'
import { affectedLines, verifiedLines } from './auditReport'
import { openVaultOfCommand } from './openVaultOfCommand'

const exit = { done: 0, failed: 1, badArguments: 2 }

interface AuditParts {
  db: Database
  keyring: Keyring
  envelope: Envelope
}

/**
 * `npm run audit -- …`: whether the log is whole, where it ends, and who was affected.
 * @returns the exit code: 0 done, 1 the log is not whole, 2 wrong arguments
 */
async function audit(args: readonly string[]): Promise<number> {
  const parsed = parseAuditCommand(args)
  if (!parsed.ok) {
    console.error(`${parsed.fault}\n\n${usage}`)
    return exit.badArguments
  }
  const vault = await openVaultOfCommand()
  // A report may read a million rows.
  const db = openDatabase({ ...vault.connection, statement_timeout: 0, query_timeout: 0 }, () => undefined)
  try {
    const { keyring } = vault
    return await run(parsed.command, { db, keyring, envelope: createEnvelope(keyring) })
  } finally {
    await db.destroy()
    await vault.close()
  }
}

async function run(command: AuditCommand, parts: AuditParts): Promise<number> {
  switch (command.kind) {
    case 'verify':
      return verify(parts, command.headFile)
    case 'head': {
      const key = await currentAuditKey(parts, parts.keyring.suite.name, systemClock())
      console.log(JSON.stringify(await exportHead(parts.db, key, systemClock()), null, 2))
      return exit.done
    }
    case 'affected': {
      const auditKey = await currentAuditKey(parts, parts.keyring.suite.name, systemClock())
      await noteCommand({ db: parts.db, clock: systemClock, auditKey }, 'affectedAsked', { kind: 'audit' })
      console.log(affectedLines(await affectedBy(parts.db, command.query)).join('\n'))
      return exit.done
    }
  }
}

async function verify(parts: AuditParts, headFile?: string): Promise<number> {
  const keys = await auditKeys(parts)
  const head = headFile === undefined ? undefined : readHead(readFileSync(headFile, 'utf8'), keys)
  if (headFile !== undefined && !head) throw new Error('这个文件不是这里导出的，或者被改过。')
  const verified = await verifyAudit(parts.db, keys, head)
  const lines = verifiedLines(verified).join('\n')
  if (verified.flaws.length === 0) console.log(lines)
  else console.error(lines)
  return verified.flaws.length === 0 ? exit.done : exit.failed
}

audit(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有办成。')
    process.exitCode = exit.failed
  },
)
