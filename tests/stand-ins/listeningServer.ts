import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo } from 'node:net'

export interface Heard {
  method: string | undefined
  url: string | undefined
  headers: IncomingMessage['headers']
  body: string
}

export interface ListeningServer {
  url: string
  /** Every request, complete with its body. */
  heard: Heard[]
  /** Status of the next answers. */
  status: number
}

/** A server that answers everything with `{"ok":1}` and keeps what it heard. */
export async function withServer(act: (server: ListeningServer) => Promise<void>): Promise<void> {
  const state: ListeningServer = { url: '', heard: [], status: 200 }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      state.heard.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(state.status, { 'content-type': 'application/json' }).end('{"ok":1}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await act(state)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
