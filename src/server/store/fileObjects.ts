import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { minutes } from '../clock'
import { isObjectKey } from './objectKey'
import { ObjectMissing, StorageFull, StoreAway, type ObjectStore, type StoredObject } from './objectStore'

/** Far longer than any write: a replica on the same folder may be in the middle of one. */
const draftKeptMs = minutes(10)

export interface FileObjects extends ObjectStore {
  /** Removes what a killed process left half-written. @returns how many files */
  sweep(): Promise<number>
}

/**
 * Objects as files below `root`. A write goes to a temporary file first and takes its name only when complete, so
 * that an object exists whole or not at all, whatever is killed when.
 * Source: reliability §8.
 */
export async function openFileObjects(root: string): Promise<FileObjects> {
  const drafts = join(root, 'drafts')
  await mkdir(drafts, { recursive: true, mode: 0o700 })
  const get = (key: string) => guarded(() => readFile(pathOf(root, key)))

  return {
    get,
    async put(key, bytes) {
      const target = pathOf(root, key)
      if (await refusesOther(get, key, bytes)) return
      const draft = join(drafts, randomUUID())
      await guarded(() => writeThenName(root, draft, target, bytes)).catch(async (error: unknown) => {
        await rm(draft, { force: true }).catch(() => undefined)
        throw error
      })
      if (!(await get(key)).equals(bytes)) throw new StoreAway('READ_BACK')
    },
    remove: (key) => guarded(() => rm(pathOf(root, key), { force: true })),
    list: () => listBelow(root),
    check: () => guarded(() => access(drafts, constants.W_OK)),
    async sweep() {
      const isOld = async (path: string) => Date.now() - (await stat(path)).mtimeMs > draftKeptMs
      let swept = 0
      for (const name of await readdir(drafts)) {
        const path = join(drafts, name)
        // Another process that starts now may have taken it away already.
        if (!(await isOld(path).catch(() => false))) continue
        await rm(path, { force: true })
        swept += 1
      }
      return swept
    },
  }
}

/**
 * Whether exactly these bytes are there already.
 * @throws StoreAway `EXISTS` when the key holds something else
 */
async function refusesOther(get: ObjectStore['get'], key: string, bytes: Buffer): Promise<boolean> {
  try {
    if ((await get(key)).equals(bytes)) return true
  } catch (error) {
    if (error instanceof ObjectMissing) return false
    throw error
  }
  throw new StoreAway('EXISTS')
}

function pathOf(root: string, key: string): string {
  if (!isObjectKey(key)) throw new StoreAway('KEY')
  return join(root, key)
}

async function writeThenName(root: string, draft: string, target: string, bytes: Buffer): Promise<void> {
  const folder = join(target, '..')
  if (await mkdir(folder, { recursive: true, mode: 0o700 })) await syncFolder(root)
  await writeDurably(draft, bytes)
  await rename(draft, target)
  await syncFolder(folder)
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The name of a file is part of its folder: without this a power cut may lose the file although it was synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* listBelow(root: string): AsyncGenerator<StoredObject> {
  for (const folder of (await guarded(() => readdir(root))).sort()) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    for (const name of (await guarded(() => readdir(join(root, folder)))).sort()) {
      const key = `${folder}/${name}`
      const found = isObjectKey(key) && (await stat(join(root, key)).catch(() => undefined))
      if (found) yield { key, storedAt: found.mtime }
    }
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw storeError(error)
  }
}

const full = ['ENOSPC', 'EDQUOT', 'EFBIG']

function storeError(error: unknown): Error {
  if (error instanceof StoreAway) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new ObjectMissing()
  return code && full.includes(code) ? new StorageFull() : new StoreAway(code)
}
