import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** What the way between a phone and the server can do to one request. */
export const fates = [
  'passes',
  /** Cut before the server heard anything. */
  'cutBefore',
  /** The server hears half of it. */
  'cutDuring',
  /** Nothing moves until the phone gives up. */
  'stalls',
  /** Some machine on the way answers with a page. */
  'errorPage',
  /** A hotel's sign-in page: 200, and nothing of ours. */
  'signInPage',
  /** The server hears it twice, at the same moment. */
  'doubled',
  /** The server has done it, and the phone never hears. */
  'replyLost',
  /** Half of the answer. */
  'replyCut',
  /** The answer comes after that of a later request. */
  'overtaken',
  /** A byte of the photo is another one. */
  'altered',
  /** The session ends just before the server hears it. */
  'sessionEnds',
] as const
export type Fate = (typeof fates)[number]

export interface BadNetwork {
  url: string
  /** The fate of the next request. @param line e.g. `POST /api/v1/attachments HTTP/1.1` */
  fateOf: (line: string) => Fate
  /** Ends every session the server knows. */
  endSessions: () => Promise<void>
  /** A request hangs: whoever waits for it need not. @param port of the phone's end */
  onStall: (port: number) => void
  close(): Promise<void>
}

/**
 * A way to the server that can be bad. Each connection carries one request, as from WeChat's phones in the harness; the
 * request is heard whole before its fate is asked.
 */
export async function startBadNetwork(target: { host: string; port: number }): Promise<BadNetwork> {
  const sockets = new Set<Socket>()
  const network: BadNetwork = {
    url: '',
    fateOf: () => 'passes',
    endSessions: () => Promise.resolve(),
    onStall: () => undefined,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
  const keep = (socket: Socket) => {
    sockets.add(socket)
    return socket.on('error', () => undefined).on('close', () => void sockets.delete(socket))
  }
  const server: Server = createServer((near) => {
    keep(near)
    void heardWhole(near).then((request) => carry(network, near, request, () => keep(connect(target))))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  network.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return network
}

/** The whole request: its headers say how long it is. Never resolves when the phone hangs up before. */
function heardWhole(near: Socket): Promise<Buffer> {
  return new Promise((resolve) => {
    let heard = Buffer.alloc(0)
    near.on('data', (piece) => {
      heard = Buffer.concat([heard, piece])
      const headers = heard.indexOf('\r\n\r\n')
      if (headers < 0) return
      const length = /content-length: (\d+)/i.exec(heard.subarray(0, headers).toString('latin1'))
      if (heard.length >= headers + 4 + Number(length?.[1] ?? 0)) resolve(heard)
    })
  })
}

const page = (status: string) => {
  const body = '<!DOCTYPE html><title>?</title>'
  return `HTTP/1.1 ${status}\r\ncontent-type: text/html\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`
}

/** Milliseconds in which a later request overtakes. */
const overtakingMs = 60

async function carry(network: BadNetwork, near: Socket, request: Buffer, open: () => Socket): Promise<void> {
  const line = request.subarray(0, request.indexOf('\r\n')).toString('latin1')
  const cut = () => void near.destroy()
  const send = (bytes: Buffer = request) => answerOf(open(), bytes)
  const pass = async (bytes?: Buffer) => void near.end(await send(bytes))
  const acts: Record<Fate, () => Promise<void> | void> = {
    passes: () => pass(),
    cutBefore: cut,
    cutDuring: () => {
      const far = open()
      far.write(request.subarray(0, request.length >> 1), () => {
        far.destroy()
        cut()
      })
    },
    stalls: () => network.onStall(near.remotePort ?? 0),
    errorPage: () => void near.end(page('502 Bad Gateway')),
    signInPage: () => void near.end(page('200 OK')),
    doubled: async () => void near.end((await Promise.all([send(), send()]))[0]),
    replyLost: async () => {
      await send()
      cut()
    },
    replyCut: async () => {
      const answer = await send()
      near.write(answer.subarray(0, answer.length >> 1), cut)
    },
    overtaken: async () => {
      const answer = await send()
      setTimeout(() => near.end(answer), overtakingMs)
    },
    altered: () => pass(line.startsWith('POST /api/v1/attachments') ? withAnotherByte(request) : request),
    sessionEnds: async () => {
      await network.endSessions()
      await pass()
    },
  }
  await acts[network.fateOf(line)]()
}

/** In the middle: inside the photo. */
function withAnotherByte(request: Buffer): Buffer {
  const middle = request.length >> 1
  const altered = Buffer.from(request)
  altered.writeUInt8(altered.readUInt8(middle) ^ 0xff, middle)
  return altered
}

function answerOf(far: Socket, request: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = []
  far.write(request)
  return new Promise((resolve) => {
    far.on('data', (piece) => pieces.push(piece)).on('close', () => resolve(Buffer.concat(pieces)))
  })
}
