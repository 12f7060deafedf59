import { join } from 'node:path'
import { sql } from 'kysely'
import type { PoolConfig } from 'pg'
import { auditKeys } from '../audit/keys'
import { verifyChains } from '../audit/verify'
import { createEnvelope, type Envelope } from '../crypto/envelope'
import type { Keyring } from '../crypto/keyring'
import { appliedMigrations, migrate, openPatientDatabase, type Database, type Tx } from '../store/database'
import { migrationProvider } from '../store/migrations/list'
import type { ObjectStore } from '../store/objectStore'
import type { BackupKey } from './backupKey'
import { objectsFile, readManifest, tableFile, type Manifest } from './manifest'
import { openEverything } from './openEverything'
import { objectOf } from './photoObjects'
import { readSealed } from './sealedFile'
import { advanceSequences, countRows, insertLines, tableHash, tablesInOrder } from './tableRows'

export interface RestoreTarget {
  connection: PoolConfig
  objects: ObjectStore
  keyring: Keyring
}

export interface Restored {
  manifest: Manifest
  /** Sealed values and photos that were opened. */
  values: number
  photos: number
}

/**
 * Brings a backup into an empty database and an object store, and keeps it only when all of it is right: every file as
 * it was written, every table with the same rows and the same hash, the audit's chains whole, every sealed value and
 * every photo opens.
 * @throws Error with one Chinese line; the database holds no row of the backup then
 */
export async function restoreBackup(target: RestoreTarget, folder: string): Promise<Restored> {
  const { manifest, key } = await readManifest(folder, target.keyring)
  const db = openPatientDatabase(target.connection)
  try {
    await prepare(target.connection, db, manifest)
    const opened = await db.transaction().execute(async (tx) => {
      await sql`set local time zone 'UTC'`.execute(tx)
      await refuseUsed(tx)
      await loadTables(tx, folder, manifest, key)
      await loadObjects(target.objects, folder, manifest, key)
      await dropGone(tx, manifest)
      await advanceSequences(tx)
      const envelope = createEnvelope(target.keyring)
      await refuseBrokenAudit(tx, envelope)
      return openEverything(tx, { envelope, objects: target.objects })
    })
    // What this release added since the backup.
    await migrate(target.connection)
    return { manifest, ...opened }
  } finally {
    await db.destroy()
  }
}

/** The tables exactly as they were when the backup was made. */
async function prepare(connection: PoolConfig, db: Database, { migrations }: Manifest): Promise<void> {
  const known = Object.keys(await migrationProvider.getMigrations())
  const foreign = migrations.find((name) => !known.includes(name))
  if (foreign) throw new Error(`这份备份是更新的版本做的（${foreign}），请用那个版本恢复。`)
  if ((await appliedMigrations(db)).length === 0) await migrate(connection, migrations.at(-1))
  const applied = await appliedMigrations(db)
  if (applied.join() !== migrations.join())
    throw new Error('数据库的表和备份的不是同一个版本，请换一个空的数据库。')
}

/** What a fresh server writes before anybody uses it is no use of the database. */
const usedTables = ['account', 'staff', 'application', 'attachment', 'audit'] as const

async function refuseUsed(tx: Tx): Promise<void> {
  for (const table of usedTables)
    if ((await countRows(tx, table)) > 0) throw new Error('数据库里已经有数据。只能恢复到空的数据库。')
}

async function loadTables(tx: Tx, folder: string, manifest: Manifest, key: BackupKey): Promise<void> {
  const tables = await tablesInOrder(tx)
  // Rows that migrations and a first start have made stand in the backup as well.
  for (const table of [...tables].reverse()) {
    if ((await countRows(tx, table)) > 0) await sql`delete from ${sql.id(table)}`.execute(tx)
  }
  for (const name of tables) {
    const file = manifest.tables.find((one) => one.name === name)
    if (!file) throw new Error(`备份里没有表 ${name}。`)
    const sealing = { envelope: key.envelope, place: `${manifest.id}:${name}` }
    for await (const lines of readSealed(join(folder, tableFile(name)), sealing))
      await insertLines(tx, name, lines)
    const isSame = (await countRows(tx, name)) === file.rows && (await tableHash(tx, name)) === file.sha256
    if (!isSame) throw new Error(`表 ${name} 恢复出来和备份时不一样。`)
  }
}

async function loadObjects(
  objects: ObjectStore,
  folder: string,
  manifest: Manifest,
  key: BackupKey,
): Promise<void> {
  const sealing = { envelope: key.envelope, place: `${manifest.id}:${objectsFile}` }
  let count = 0
  for await (const chunk of readSealed(join(folder, objectsFile), sealing)) {
    const object = objectOf(chunk)
    // Reads it back and compares: what is not on disk as it was is an error here.
    await objects.put(object.key, object.bytes)
    count += 1
  }
  if (count !== manifest.objects.count) throw new Error('照片的张数和备份的清单不一样。')
}

async function refuseBrokenAudit(tx: Tx, envelope: Envelope): Promise<void> {
  const { flaws } = await verifyChains(tx, await auditKeys({ db: tx, envelope }))
  if (flaws.length > 0) throw new Error('备份里的操作记录被改过或缺了，没有恢复。')
}

/** Photos that were deleted while the backup was made. */
async function dropGone(tx: Tx, { objects: { gone } }: Manifest): Promise<void> {
  for (const key of gone)
    await sql`delete from attachment where object_key = ${key} and application_id is null`.execute(tx)
}
