import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Clock } from '../clock'
import type { Keyring } from '../crypto/keyring'
import { appliedMigrations, type Database, type Tx } from '../store/database'
import type { ObjectStore } from '../store/objectStore'
import { backupKey, type BackupKey } from './backupKey'
import { manifestName, manifestText, objectsFile, tableFile, type Manifest } from './manifest'
import { objectChunk, objectKeys, objectOrGone } from './photoObjects'
import { writeSealed } from './sealedFile'
import { countRows, tableLines, tablesInOrder } from './tableRows'

export interface BackupSource {
  /** Without the time limits of requests. */
  db: Database
  objects: ObjectStore
  keyring: Keyring
  clock: Clock
}

export interface Backup {
  folder: string
  manifest: Manifest
}

/**
 * Writes everything, as it is at one moment, into a new folder below `to`. The server may go on working. The folder
 * has its name only when it is complete and on disk.
 * @throws Error, StoreAway; nothing that could be taken for a backup stays behind
 */
export async function createBackup(source: BackupSource, to: string): Promise<Backup> {
  const key = backupKey(source.keyring)
  if (!key) throw new Error('unreachable: a keyring has a first key')
  const createdAt = source.clock().toISOString()
  const folder = join(to, `backup-${createdAt.replace(/[-:]|\.\d+/g, '')}`)
  const draft = `${folder}.part`
  await mkdir(to, { recursive: true, mode: 0o700 })
  await mkdir(draft, { mode: 0o700 })
  try {
    const manifest = await source.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => writeFiles(source, tx, draft, { id: randomUUID(), createdAt, key }))
    await writeFile(join(draft, manifestName), manifestText(manifest, key), { mode: 0o600, flush: true })
    await rename(draft, folder)
    await syncFolder(to)
    return { folder, manifest }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

interface Header {
  id: string
  createdAt: string
  key: BackupKey
}

async function writeFiles(
  source: BackupSource,
  tx: Tx,
  draft: string,
  { id, createdAt, key }: Header,
): Promise<Manifest> {
  // Times are written in this zone, so that the same rows give the same bytes everywhere.
  await sql`set local time zone 'UTC'`.execute(tx)
  const tables: Manifest['tables'] = []
  for (const name of await tablesInOrder(tx)) {
    const rows = await countRows(tx, name)
    const sealing = { envelope: key.envelope, place: `${id}:${name}` }
    const file = await writeSealed(join(draft, tableFile(name)), tableLines(tx, name), sealing)
    tables.push({ name, rows, ...file })
  }
  const migrations = await appliedMigrations(tx)
  const objects = await writeObjects(source, tx, draft, { id, key })
  return { format: 1, id, createdAt, keyId: key.id, migrations, tables, objects }
}

async function writeObjects(
  { db, objects }: BackupSource,
  tx: Tx,
  draft: string,
  { id, key }: Pick<Header, 'id' | 'key'>,
): Promise<Manifest['objects']> {
  const keys = await objectKeys(tx)
  const gone: string[] = []
  let bytes = 0
  async function* photos() {
    for (const one of keys) {
      const object = await objectOrGone(objects, db, one)
      if (!object) gone.push(one)
      else {
        bytes += object.bytes.length
        yield objectChunk(object)
      }
    }
  }
  const sealing = { envelope: key.envelope, place: `${id}:${objectsFile}` }
  const file = await writeSealed(join(draft, objectsFile), photos(), sealing)
  return { count: file.chunks, bytes, gone, ...file }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
