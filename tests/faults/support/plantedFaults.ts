import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/*
 * Mistakes that the trials have to find, planted in the driver of a test process: nothing in the server can switch them
 * on. A trial that finds none of them would prove nothing about the server either.
 */
export const faults = ['noKey', 'answerBeforeWrite'] as const
export type Fault = (typeof faults)[number]

type Query = (this: Client, ...args: unknown[]) => Promise<unknown>
interface Statement {
  text: string
  values?: unknown[]
}

const statementOf = (given: unknown): Statement | undefined =>
  typeof given === 'object' && given !== null && 'text' in given ? (given as Statement) : undefined

const planted: Record<Fault, (query: Query) => Query> = {
  /** Every send counts as a new one, as if the key were not looked at. */
  noKey: (query) =>
    function (given, ...rest) {
      const statement = statementOf(given)
      if (!statement?.text.startsWith('insert into "idempotency"')) return query.call(this, given, ...rest)
      const [account, , ...others] = statement.values ?? []
      return query.call(this, { ...statement, values: [account, randomUUID(), ...others] }, ...rest)
    },

  /** Says that it is written, and writes a moment later. */
  answerBeforeWrite: (query) => {
    const late = new WeakMap<Client, Promise<unknown>>()
    return function (given, ...rest) {
      if (statementOf(given)?.text !== 'commit') {
        const before = late.get(this) ?? Promise.resolve()
        return before.then(() => query.call(this, given, ...rest))
      }
      const writing = sleep(150)
        .then(() => query.call(this, given, ...rest))
        .catch(() => undefined)
      late.set(this, writing)
      return Promise.resolve({ command: 'COMMIT', rowCount: null, rows: [] })
    }
  },
}

/** @returns takes the fault out again */
export function plant(fault: Fault): () => void {
  const driver = Client.prototype as unknown as { query: Query }
  const right = driver.query
  driver.query = planted[fault](right)
  return () => {
    driver.query = right
  }
}
