import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageFull, StoreAway, type ObjectStore } from './objectStore'

const keyPattern = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

/** A key that tells nothing and spreads objects over 256 folders. */
export function newObjectKey(): string {
  const id = randomUUID()
  return `${id.slice(0, 2)}/${id}`
}

/**
 * Objects as files below `root`. A write goes to a temporary file first and takes its name only when complete, so
 * that an object exists whole or not at all, whatever is killed when.
 * Source: reliability §8.
 */
export async function openFileObjects(root: string): Promise<ObjectStore & { sweep(): Promise<number> }> {
  const drafts = join(root, 'drafts')
  await mkdir(drafts, { recursive: true, mode: 0o700 })

  async function put(key: string, bytes: Buffer): Promise<void> {
    const target = pathOf(root, key)
    const folder = join(target, '..')
    const draft = join(drafts, randomUUID())
    try {
      if (await mkdir(folder, { recursive: true, mode: 0o700 })) await syncFolder(root)
      await writeDurably(draft, bytes)
      await rename(draft, target)
      await syncFolder(folder)
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      throw storeError(error)
    }
    const stored = await get(key)
    if (!stored.equals(bytes)) throw new StoreAway('READ_BACK')
  }

  async function get(key: string): Promise<Buffer> {
    return guarded(() => readFile(pathOf(root, key)))
  }

  return {
    put,
    get,
    remove: (key) => guarded(() => rm(pathOf(root, key), { force: true })),
    check: () => guarded(() => access(drafts, constants.W_OK)),
    /** Removes what a killed process left half-written. Only at start: a running upload looks the same. */
    async sweep() {
      const left = await readdir(drafts)
      await Promise.all(left.map((name) => rm(join(drafts, name), { force: true })))
      return left.length
    },
  }
}

function pathOf(root: string, key: string): string {
  if (!keyPattern.test(key)) throw new StoreAway('KEY')
  return join(root, key)
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
  return code && full.includes(code) ? new StorageFull() : new StoreAway(code)
}
