import { noteCommand } from '../audit/commands'
import { currentAuditKey } from '../audit/keys'
import { createBackup } from '../backup/createBackup'
import { systemClock } from '../clock'
import { createEnvelope } from '../crypto/envelope'
import { openPatientDatabase } from '../store/database'
import { openVaultOfCommand } from './openVaultOfCommand'
import { readArgs } from './readArgs'

const usage = '用法：npm run backup -- --to 文件夹'

/**
 * `npm run backup -- --to DIR`: one encrypted folder with everything, while the server goes on working.
 * @returns the exit code: 0 done, 1 not done, 2 wrong arguments
 */
async function backup(args: readonly string[]): Promise<number> {
  const to = readArgs(args, ['to'])?.given.to
  if (!to) {
    console.error(usage)
    return 2
  }
  const vault = await openVaultOfCommand()
  const db = openPatientDatabase(vault.connection)
  try {
    const envelope = createEnvelope(vault.keyring)
    const auditKey = await currentAuditKey({ db, envelope }, vault.keyring.suite.name, systemClock())
    await noteCommand({ db, clock: systemClock, auditKey }, 'backupMade', { kind: 'backup' })
    const { folder, manifest } = await createBackup({ ...vault, db, clock: systemClock }, to)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`备份好了：${folder}`)
    console.log(`${manifest.tables.length} 张表，${rows} 行，${manifest.objects.count} 张照片。`)
    console.log(`恢复时要用 KEYRING 里的密钥 ${manifest.keyId}。请把密钥和备份分开保管。`)
    return 0
  } finally {
    await db.destroy()
    await vault.close()
  }
}

backup(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有备份成。')
    process.exitCode = 1
  },
)
