import { setTimeout as sleep } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { boundedBytes } from '../boundedBytes'
import { sha256 } from '../crypto/tokens'
import { isObjectKey } from './objectKey'
import { ObjectMissing, StorageFull, StoreAway, type ObjectStore, type StoredObject } from './objectStore'
import type { S3Address } from './s3Address'
import { readListing } from './s3Listing'

/** All tries of one call together stay below what a person waits for at most (2.5 s, with the decoding before). */
const patience = { tries: 3, tryMs: 1_200, totalMs: 1_700, pauseMs: 100 }

/** A sealed photo is a little larger than its JPEG, a page of a listing smaller than that. */
const mostBytes = 16 * 1024 * 1024

interface Call {
  method: 'GET' | 'PUT' | 'DELETE'
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Buffer
}
interface Answer {
  status: number
  bytes: Buffer
}

/**
 * Objects in a bucket of any S3 server. Each put is read back and compared: servers are known to store something else
 * than what was sent (measured: the framing of a chunked body inside the object).
 * Source: api §5.
 */
export function openS3Objects(address: S3Address): ObjectStore {
  const { accessKey: accessKeyId, secret: secretAccessKey, region } = address
  const cache = new Map<string, ArrayBuffer>()

  async function once({ method, key, query, headers, body }: Call, timeoutMs: number): Promise<Answer> {
    const url = new URL(`${address.origin}${address.path}/${key ?? ''}`)
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
    const signer = new AwsV4Signer({
      ...{ accessKeyId, secretAccessKey, region, cache, service: 's3', method, url: url.href },
      // The signature covers the content: nobody on the way can change it.
      headers: { ...headers, 'x-amz-content-sha256': sha256(body ?? Buffer.alloc(0)) },
    })
    const signed = await signer.sign()
    const answer = await fetch(signed.url, {
      method,
      headers: signed.headers,
      body: body && new Uint8Array(body),
      // An answer that leads elsewhere would take the signature along.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const bytes = await boundedBytes(answer, mostBytes)
    if (!bytes) throw new StoreAway('TOO_LONG')
    return { status: answer.status, bytes }
  }

  /** Again after a pause when nothing or 5xx came; each call here may be repeated without harm. */
  async function send(call: Call): Promise<Answer> {
    const deadline = performance.now() + patience.totalMs
    let last: Answer | undefined
    for (let tries = 1; tries <= patience.tries; tries += 1) {
      const left = deadline - performance.now()
      if (left < patience.pauseMs) break
      const answer = await once(call, Math.min(left, patience.tryMs)).catch(() => undefined)
      if (answer && !isPassing(answer.status)) return answer
      last = answer ?? last
      await sleep(patience.pauseMs * tries * (0.5 + Math.random()))
    }
    throw last ? refusal(last.status) : new StoreAway('NO_ANSWER')
  }

  async function get(key: string): Promise<Buffer> {
    const { status, bytes } = await send({ method: 'GET', key: checked(key) })
    if (status === 200) return bytes
    throw status === 404 ? new ObjectMissing() : refusal(status)
  }

  /** Some servers know no conditional put (measured: Swift answers 501). Then the key is looked for before. */
  let canCreateOnly = true

  /** @returns whether the key was taken: by a try of ours whose answer was lost, or by something else */
  async function create(key: string, bytes: Buffer): Promise<boolean> {
    const { status } = await send(write(key, bytes, { 'if-none-match': '*' }))
    if (status === 501) canCreateOnly = false
    if (status === 501) return writeUnlessThere(key, bytes)
    if (status === 412 || status === 409) return true
    accepted(status)
    return false
  }

  async function writeUnlessThere(key: string, bytes: Buffer): Promise<boolean> {
    const isThere = await get(key).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ObjectMissing) return false
        throw error
      },
    )
    if (!isThere) accepted((await send(write(key, bytes))).status)
    return isThere
  }

  return {
    get,
    async put(key, bytes) {
      const isThere = canCreateOnly ? await create(key, bytes) : await writeUnlessThere(key, bytes)
      if (!(await get(key)).equals(bytes)) throw new StoreAway(isThere ? 'EXISTS' : 'READ_BACK')
    },
    async remove(key) {
      const { status } = await send({ method: 'DELETE', key: checked(key) })
      if (status !== 404) accepted(status)
    },
    list: () => pages((query) => send({ method: 'GET', query })),
    async check() {
      const { status } = await send({ method: 'GET', query: { 'list-type': '2', 'max-keys': '1' } })
      if (status !== 200) throw refusal(status)
    },
  }
}

function write(key: string, body: Buffer, condition: Record<string, string> = {}): Call {
  const headers = { 'content-type': 'application/octet-stream', ...condition }
  return { method: 'PUT', key: checked(key), body, headers }
}

/** @throws StoreAway unless the status says success */
function accepted(status: number): void {
  if (status < 200 || status > 299) throw refusal(status)
}

function checked(key: string): string {
  if (!isObjectKey(key)) throw new StoreAway('KEY')
  return key
}

async function* pages(ask: (query: Record<string, string>) => Promise<Answer>): AsyncGenerator<StoredObject> {
  let next: string | undefined
  do {
    const { status, bytes } = await ask({
      'list-type': '2',
      ...(next !== undefined && { 'continuation-token': next }),
    })
    const page = status === 200 ? readListing(bytes.toString('utf8')) : undefined
    if (!page) throw refusal(status)
    yield* page.objects.filter(({ key }) => isObjectKey(key))
    next = page.next
  } while (next !== undefined)
}

/** Whether another try may soon bring something else: not where the server cannot at all (501) or is full (507). */
const isPassing = (status: number) => status === 429 || (status >= 500 && status !== 501 && status !== 507)

/** 507 is WebDAV's word, which some servers use; S3 itself has none for a full disk. */
const refusal = (status: number) => (status === 507 ? new StorageFull() : new StoreAway(`STATUS_${status}`))
