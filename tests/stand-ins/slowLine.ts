import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { seededRandom, type Random } from '../../config/bench/random'

export interface SlowLine {
  url: string
  /** On the wire from the phone to the server: payload, a header for each packet, and everything that had to go again. */
  sentBytes: number
  /** The same back to the phone. */
  heardBytes: number
  packets: number
  lostPackets: number
  close(): Promise<void>
}

export interface LineOptions {
  bitsPerSecond: number
  /** Of a hundred packets so many never arrive and go again. */
  lossPercent: number
  /** Time runs so many times faster than on the wall; the phone's clock has to run as fast. */
  hurry: number
  seed: number
}

const packetBytes = 1400
/** IPv4 and TCP with its options. */
const headerBytes = 52
/** Milliseconds: one way, and until a loss is noticed. */
const latencyMs = 150
const noticedAfterMs = 1_000

/** One direction of the line. All connections share its rate; within a connection what was lost holds up the rest. */
class Direction {
  bytes = 0
  packets = 0
  lost = 0
  private freeAt = 0

  constructor(
    private readonly options: LineOptions,
    private readonly random: Random,
    private readonly now: () => number,
  ) {}

  /** @returns when the packet has arrived, milliseconds of the line's own time */
  arrivalOf(size: number): number {
    const { bitsPerSecond, lossPercent } = this.options
    let noticed = 0
    for (;;) {
      const onWire = size + headerBytes
      this.bytes += onWire
      this.packets += 1
      this.freeAt = Math.max(this.freeAt, this.now()) + (onWire * 8_000) / bitsPerSecond
      if (this.random() * 100 >= lossPercent) return this.freeAt + noticed + latencyMs
      this.lost += 1
      noticed += noticedAfterMs
    }
  }
}

/**
 * A line as in a village: slow, far, and losing packets. TCP itself runs over the loopback, so loss is told as its cost:
 * each lost packet takes its time on the line again and holds up its connection until it is noticed.
 */
export async function startSlowLine(
  target: { host: string; port: number },
  options: LineOptions,
): Promise<SlowLine> {
  const started = performance.now()
  const now = () => (performance.now() - started) * options.hurry
  const random = seededRandom(options.seed)
  const [up, down] = [new Direction(options, random, now), new Direction(options, random, now)]
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target)
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
    flow(near, far, up, now, options.hurry)
    flow(far, near, down, now, options.hurry)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get sentBytes() {
      return up.bytes
    },
    get heardBytes() {
      return down.bytes
    },
    get packets() {
      return up.packets + down.packets
    },
    get lostPackets() {
      return up.lost + down.lost
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
}

/** Everything in its order: what is due goes on, the rest waits for one timer. */
function flow(from: Socket, to: Socket, line: Direction, now: () => number, hurry: number): void {
  const onWire: { at: number; arrives: () => void }[] = []
  let last = 0
  let timer: NodeJS.Timeout | undefined
  const pump = () => {
    timer = undefined
    while (onWire[0] && onWire[0].at <= now()) onWire.shift()?.arrives()
    const [next] = onWire
    if (next) timer = setTimeout(pump, Math.max(1, (next.at - now()) / hurry))
  }
  const put = (at: number, arrives: () => void) => {
    onWire.push({ at, arrives })
    timer ??= setTimeout(pump, Math.max(1, (at - now()) / hurry))
  }
  from.on('data', (piece) => {
    // Nothing more is taken than the line carries: what lies in a buffer has not been sent.
    from.pause()
    for (let offset = 0; offset < piece.length; offset += packetBytes) {
      const packet = piece.subarray(offset, offset + packetBytes)
      last = Math.max(last, line.arrivalOf(packet.length))
      put(last, () => void to.write(packet))
    }
    put(last, () => void from.resume())
  })
  from.on('close', () => put(last, () => void to.destroy()))
}
