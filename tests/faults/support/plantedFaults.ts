import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/*
 * Mistakes that the trials have to find, planted in the driver of a test process: nothing in the server can switch them
 * on. A trial that finds none of them would prove nothing about the server either.
 */
export const faults = ['noKey', 'answerBeforeWrite', 'readThenWrite', 'asyncCommit'] as const
export type Fault = (typeof faults)[number]

type Query = (this: Client, ...args: unknown[]) => Promise<unknown>
interface Statement {
  text: string
  values?: unknown[]
}

const statementOf = (given: unknown): Statement | undefined =>
  typeof given === 'object' && given !== null && 'text' in given ? (given as Statement) : undefined

/** The statement that claims a key: its first two values are the account and the key. */
function claimOf(given: unknown): Statement | undefined {
  const statement = statementOf(given)
  return statement?.text.startsWith('insert into "idempotency"') ? statement : undefined
}

function underAnotherKey({ text, values = [] }: Statement): Statement {
  const [account, , ...others] = values
  return { text, values: [account, randomUUID(), ...others] }
}

const planted: Record<Fault, (query: Query) => Query> = {
  /** Every send counts as a new one, as if the key were not looked at. */
  noKey: (query) =>
    function (given, ...rest) {
      const claim = claimOf(given)
      return query.call(this, claim ? underAnotherKey(claim) : given, ...rest)
    },

  /** Looks whether the key was used, and writes a moment later: who looks in between finds nothing either. */
  readThenWrite: (query) => {
    const written = new Set<unknown>()
    return async function (given, ...rest) {
      const claim = claimOf(given)
      if (!claim) return query.call(this, given, ...rest)
      const text = 'select from idempotency where account_id = $1 and key = $2'
      const owner = claim.values?.slice(0, 2)
      const { rowCount } = (await query.call(this, { text, values: owner })) as { rowCount: number }
      if (rowCount > 0) return query.call(this, given, ...rest)
      await sleep(20)
      // As if no unique index stopped the second one either.
      const key = claim.values?.[1]
      const isSecond = written.has(key)
      written.add(key)
      return query.call(this, isSecond ? underAnotherKey(claim) : given, ...rest)
    }
  },

  /** Acknowledges what is not on disk yet. */
  asyncCommit: (query) =>
    function (given, ...rest) {
      if (statementOf(given)?.text === 'commit')
        void query.call(this, 'set local synchronous_commit = off').catch(() => undefined)
      return query.call(this, given, ...rest)
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
