import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface Outgoing {
  method: string
  url: string
  headers: Record<string, string>
  body: Uint8Array
}

export interface Incoming {
  status: number
  /** Names in lower case; repeated ones joined with commas. */
  headers: Record<string, string>
  cookies: string[]
  body: Uint8Array
}

/** One exchange over a connection of its own, whose port `connected` hears. Aborting `signal` breaks the connection. */
export function exchange(
  outgoing: Outgoing,
  signal: AbortSignal,
  sent: (bytes: number) => void,
  connected: (port: number) => void = () => undefined,
): Promise<Incoming> {
  const send = outgoing.url.startsWith('https:') ? httpsRequest : httpRequest
  const { method, headers, body } = outgoing
  const length = body.byteLength > 0 ? { 'content-length': String(body.byteLength) } : {}
  return new Promise((resolve, reject) => {
    const call = send(outgoing.url, { method, headers: { ...headers, ...length }, agent: false, signal })
    call.on('error', reject)
    call.on('socket', (socket) => socket.on('connect', () => connected(socket.localPort ?? 0)))
    call.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('error', reject)
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const entries = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(entries) as Record<string, string>,
          cookies: response.headers['set-cookie'] ?? [],
          body: new Uint8Array(Buffer.concat(chunks)),
        })
      })
    })
    // In two pieces, so that progress has something to tell.
    const half = body.byteLength >> 1
    call.write(body.subarray(0, half), () => sent(half))
    call.end(body.subarray(half), () => sent(body.byteLength))
  })
}
