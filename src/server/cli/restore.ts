import { noteCommand } from '../audit/commands'
import { currentAuditKey } from '../audit/keys'
import { restoreBackup } from '../backup/restoreBackup'
import { systemClock } from '../clock'
import { createEnvelope } from '../crypto/envelope'
import { SealBroken } from '../crypto/sealBroken'
import { openPatientDatabase } from '../store/database'
import { openVaultOfCommand, type Vault } from './openVaultOfCommand'
import { readArgs } from './readArgs'

const usage = '用法：npm run restore -- --from 备份的文件夹'

/**
 * `npm run restore -- --from DIR`: into an empty database, checked to the last row.
 * @returns the exit code: 0 done, 1 not done, 2 wrong arguments
 */
async function restore(args: readonly string[]): Promise<number> {
  const from = readArgs(args, ['from'])?.given.from
  if (!from) {
    console.error(usage)
    return 2
  }
  const vault = await openVaultOfCommand()
  try {
    const { manifest, values, photos } = await restoreBackup(vault, from)
    await noteRestored(vault)
    console.log(`恢复好了，是 ${manifest.createdAt} 的备份。`)
    console.log(`${manifest.tables.length} 张表，行数和摘要都和备份时一样。`)
    console.log(`操作记录的链条完整。${values} 处加密内容、${photos} 张照片都打得开。`)
    return 0
  } finally {
    await vault.close()
  }
}

/** Afterwards: before it the database has no audit to write to. */
async function noteRestored({ connection, keyring }: Vault): Promise<void> {
  const db = openPatientDatabase(connection)
  try {
    const parts = { db, envelope: createEnvelope(keyring) }
    const auditKey = await currentAuditKey(parts, keyring.suite.name, systemClock())
    await noteCommand({ db, clock: systemClock, auditKey }, 'backupRestored', { kind: 'backup' })
  } finally {
    await db.destroy()
  }
}

/** One line; an error of the database may hold a row. */
function lineOf(error: unknown): string {
  if (error instanceof SealBroken) return '备份里有一处被改过或不完整，没有恢复。'
  if (error instanceof Error && /^[^\x00-\x7f]/.test(error.message)) return error.message
  return '没有恢复成。数据库还是空的。'
}

restore(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(lineOf(error))
    process.exitCode = 1
  },
)
