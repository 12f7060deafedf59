import { Query, type PoolClient, type QueryResult } from 'pg'
import { isDatabaseAway } from '../fault'
import { inTime } from './inTime'
import { nameOf, wireOf } from './statement'

/** One connection for the short reads of all requests that run now. */
export interface SharedLine {
  /** @throws WaitedTooLong after `leftMs`; the database's error */
  read(text: string, parameters: readonly unknown[], leftMs: number): Promise<QueryResult>
}

/** A line that has been silent for so long waits for something, a lock perhaps: who comes next takes another one. */
const silentMs = 100

interface Line {
  client: Promise<PoolClient>
  /** Reads that wait for their answer. */
  readers: number
  heardAt: number
  isCorked: boolean
  broken?: Error
}

/**
 * What several requests ask in the same turn of the event loop goes out in one piece, and nobody waits for a connection
 * of one's own (measured: a status page costs 0.6 of the processor). The connection is taken for the first read and given
 * back when nobody reads any more. Answers come in the order of the questions: only for reads of a few rows by an index,
 * outside of any transaction.
 * @param take of the pool
 */
export function createSharedLine(take: () => Promise<PoolClient>): SharedLine {
  let current: Line | undefined

  function open(): Line {
    const line: Line = { client: take(), readers: 0, heardAt: performance.now(), isCorked: false }
    current = line
    return line
  }

  function giveBack(line: Line): void {
    line.readers -= 1
    if (line.readers > 0) return
    leave(line)
    line.client.then(
      (client) => client.release(line.broken),
      () => undefined,
    )
  }

  function leave(line: Line): void {
    if (current === line) current = undefined
  }

  return {
    async read(text, parameters, leftMs) {
      const isSilent = current !== undefined && performance.now() - current.heardAt > silentMs
      const line = current === undefined || isSilent ? open() : current
      line.readers += 1
      try {
        const answer = line.client.then((client) => ask(line, client, text, parameters))
        const result = await inTime(answer, leftMs)
        line.heardAt = performance.now()
        return result
      } catch (error) {
        if (isDatabaseAway(error)) {
          line.broken = error as Error
          leave(line)
        }
        throw error
      } finally {
        giveBack(line)
      }
    },
  }
}

function ask(
  line: Line,
  client: PoolClient,
  text: string,
  parameters: readonly unknown[],
): Promise<QueryResult> {
  if (!line.isCorked) corkForThisTurn(line, client)
  return new Promise((resolve, reject) => {
    const query = new Query(text, [...parameters], (error: Error | undefined, result: QueryResult) =>
      error ? reject(error) : resolve(result),
    )
    client.query(Object.assign(query, { name: nameOf(text) }))
  })
}

/** Until the requests that have arrived by now have asked as well. */
function corkForThisTurn(line: Line, client: PoolClient): void {
  const wire = wireOf(client)
  line.isCorked = true
  wire.cork()
  setImmediate(() => {
    line.isCorked = false
    wire.uncork()
  })
}
