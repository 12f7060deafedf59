import { join } from 'node:path'
import type { Settings } from '../env'
import { openFileObjects } from './fileObjects'
import type { ObjectStore } from './objectStore'
import { openS3Objects } from './s3Objects'

/** The folder below `DATA_DIR` that holds the photos when no other store is set. */
export const objectsFolder = (dataDir: string) => join(dataDir, 'objects')

/**
 * The photo store of these settings: the S3 bucket of `OBJECT_STORE_URL`, or files. What a killed process left
 * half-written is removed first.
 * @returns the store, and how many half-written files were removed
 * @throws StoreAway when the folder cannot be made; an S3 server may still be away
 */
export async function openObjects({
  objectStore,
  dataDir,
}: Pick<Settings, 'objectStore' | 'dataDir'>): Promise<{ objects: ObjectStore; swept: number }> {
  if (objectStore) return { objects: openS3Objects(objectStore), swept: 0 }
  const files = await openFileObjects(objectsFolder(dataDir))
  return { objects: files, swept: await files.sweep() }
}
