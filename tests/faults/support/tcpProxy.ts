import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire between two programs that can be bad. */
export interface TcpProxy {
  port: number
  /**
   * Whether from this piece on, a question or an answer, no answer arrives any more and the connection is lost: the other
   * side has done its work.
   * @param wire number of the connection: other work of the server goes over others
   */
  losesAnswer: (piece: Buffer, wire: number) => boolean
  /** Each piece of an answer comes this much later. */
  delayMs: number
  /** Answers that were lost. */
  lost: number
  close(): Promise<void>
}

export function startProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let wires = 0
  const proxy: TcpProxy = {
    port: 0,
    losesAnswer: () => false,
    delayMs: 0,
    lost: 0,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
  const server = createServer((near) => {
    const far = connect(target)
    const wire = (wires += 1)
    let isLost = false
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
    near
      .on('close', () => far.destroy())
      .on('data', (sent) => {
        isLost ||= proxy.losesAnswer(sent, wire)
        far.write(sent)
      })
    far
      .on('close', () => near.destroy())
      .on('data', (answer) => {
        isLost ||= proxy.losesAnswer(answer, wire)
        if (isLost) {
          proxy.lost += 1
          near.destroy()
        } else if (proxy.delayMs > 0) setTimeout(() => near.write(answer), proxy.delayMs)
        else near.write(answer)
      })
  })
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => {
      proxy.port = (server.address() as AddressInfo).port
      done(proxy)
    }),
  )
}
