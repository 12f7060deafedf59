import type { Server } from '../main'

/** The whole stop stays below this; a hanging part must not keep the process alive. */
const stopWithinMs = 9_900

/**
 * Stops the server on SIGTERM or SIGINT and ends the process: 0 when it went in order. A signal that comes while
 * the server is still starting is heard too: whoever reads that it is ready may stop it at once.
 * @param starting from {@link startServer}
 */
export function runUntilStopped(starting: Promise<Server>): Promise<Server> {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return starting
}

/** One line on standard error, then the end. */
export function refuseToStart(error: unknown): never {
  console.error(error instanceof Error ? error.message : '没有启动成功。')
  process.exit(1)
}
