import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verify, type SignedRequest } from './s3Signature'

/** What the next requests meet, until it is set again. */
export type S3Trouble =
  'none' | 'silent' | 'error500' | 'full' | 'cut' | 'storesOther' | 'endless' | 'lostAnswer' | 'moved'

export interface S3StandIn {
  host: string
  accessKey: string
  secret: string
  trouble: S3Trouble
  /** False: refuses conditional puts with 501, as some real servers do. */
  knowsConditions: boolean
  /** Key → bytes and time. Tests put strangers in, or age what is there. */
  objects: Map<string, { bytes: Buffer; storedAt: Date }>
  /** Method and path of each request that came with a valid signature. */
  heard: string[]
  /** Entries on one page of a listing. */
  pageSize: number
  close(): Promise<void>
}

const owner = { accessKey: 'stand-in', secret: 'a/secret+with=signs' }

/**
 * Stands in for an S3 server where none can be installed, and for one in trouble everywhere. It checks what a real one
 * checks: signature, hash of the content, age of the request, `If-None-Match`. One bucket, `photos`.
 */
export async function startS3StandIn(): Promise<S3StandIn> {
  const state: S3StandIn = {
    host: '',
    ...owner,
    trouble: 'none',
    knowsConditions: true,
    objects: new Map(),
    heard: [],
    pageSize: 1000,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => answer(state, request, Buffer.concat(chunks), response))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  state.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return state
}

function answer(state: S3StandIn, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  if (state.trouble === 'silent') return
  if (state.trouble === 'cut') return void response.destroy()
  if (state.trouble === 'error500') return fail(response, 500, 'InternalError')
  if (state.trouble === 'full') return fail(response, 507, 'InsufficientStorage')
  if (state.trouble === 'moved')
    return void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()
  const { method = '', url: target = '' } = request
  const headers = request.headers as SignedRequest['headers']
  const verdict = verify({ method, target, headers, body }, owner, new Date())
  if (verdict !== 'valid') return fail(response, verdict === 'BadDigest' ? 400 : 403, verdict)
  const url = new URL(target, 'http://stand-in')
  state.heard.push(`${method} ${url.pathname}`)
  const key = /^\/photos\/(.*)$/.exec(url.pathname)?.[1]
  if (key === undefined) return fail(response, 404, 'NoSuchBucket')
  if (key === '' && method === 'GET') return list(state, url.searchParams, response)
  if (method === 'PUT') return put(state, key, headers, body, response)
  if (method === 'GET') return get(state, key, response)
  if (method !== 'DELETE') return fail(response, 405, 'MethodNotAllowed')
  state.objects.delete(key)
  response.writeHead(204).end()
}

function put(
  state: S3StandIn,
  key: string,
  headers: SignedRequest['headers'],
  body: Buffer,
  response: ServerResponse,
): void {
  const condition = headers['if-none-match']
  if (condition !== undefined && !state.knowsConditions) return fail(response, 501, 'NotImplemented')
  if (condition === '*' && state.objects.has(key)) return fail(response, 412, 'PreconditionFailed')
  const bytes = state.trouble === 'storesOther' ? Buffer.concat([Buffer.from('5;chunk\r\n'), body]) : body
  state.objects.set(key, { bytes, storedAt: new Date() })
  if (state.trouble === 'lostAnswer') {
    state.trouble = 'none'
    return void response.destroy()
  }
  response.writeHead(200).end()
}

function get(state: S3StandIn, key: string, response: ServerResponse): void {
  const found = state.objects.get(key)
  if (!found) return fail(response, 404, 'NoSuchKey')
  response.writeHead(200, { 'content-type': 'application/octet-stream' })
  if (state.trouble !== 'endless') return void response.end(found.bytes)
  const more = () => {
    while (response.writable && response.write(Buffer.alloc(1024 * 1024)));
    if (response.writable) response.once('drain', more)
  }
  more()
}

function list(state: S3StandIn, query: URLSearchParams, response: ServerResponse): void {
  const most = Math.min(Number(query.get('max-keys') ?? state.pageSize), state.pageSize)
  const after = query.get('continuation-token') ?? ''
  const rest = [...state.objects].filter(([key]) => key > after).sort(([a], [b]) => (a < b ? -1 : 1))
  const page = rest.slice(0, most)
  const isTruncated = rest.length > page.length
  const entries = page.map(
    ([key, { storedAt }]) =>
      `<Contents><Key>${key}</Key><LastModified>${storedAt.toISOString()}</LastModified></Contents>`,
  )
  const next = isTruncated
    ? `<NextContinuationToken>${page[page.length - 1]?.[0] ?? ''}</NextContinuationToken>`
    : ''
  const xml = `<ListBucketResult><IsTruncated>${String(isTruncated)}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`
  response.writeHead(200, { 'content-type': 'application/xml' }).end(xml)
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`)
}
