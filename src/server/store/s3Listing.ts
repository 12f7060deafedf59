import type { StoredObject } from './objectStore'

/** One page of ListObjectsV2. */
export interface S3Page {
  objects: StoredObject[]
  /** Where the next page begins; absent on the last one. */
  next?: string
}

/**
 * Reads the few fields of a ListObjectsV2 answer that we use. It is not XML in general: keys of ours need no escaping,
 * and what is not understood is no object of ours.
 */
export function readListing(xml: string): S3Page | undefined {
  if (!xml.includes('<ListBucketResult')) return undefined
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, entry = '']) => {
    const [key, time] = [textOf(entry, 'Key'), textOf(entry, 'LastModified')]
    const storedAt = new Date(time ?? NaN)
    return key === undefined || Number.isNaN(storedAt.getTime()) ? [] : [{ key, storedAt }]
  })
  const next = textOf(xml, 'IsTruncated') === 'true' ? textOf(xml, 'NextContinuationToken') : undefined
  return next === undefined ? { objects } : { objects, next }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function textOf(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return text?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '')
}
