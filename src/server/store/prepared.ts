import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Compilable,
} from 'kysely'
import type { Database, Tx } from './database'
import type { Tables } from './tables'

/** Where an argument goes. */
class Place {
  constructor(readonly at: number) {}
}

const writer = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/**
 * A statement whose text is made once, for what is asked with every request: making it costs more than sending it.
 * @param build gets the arguments as things without a value, good for comparing with a column and nothing else
 * @returns asks a database, with the arguments
 */
export function prepared<Arguments extends readonly unknown[], Row>(
  build: (writer: Kysely<Tables>, ...places: Arguments) => Compilable<Row>,
): (db: Database | Tx, ...values: Arguments) => Promise<Row[]> {
  const places = Array.from({ length: build.length - 1 }, (_, at) => new Place(at))
  const compiled = build(writer, ...(places as unknown as Arguments)).compile()
  return async (db, ...values) => {
    const parameters = compiled.parameters.map((one) => (one instanceof Place ? values[one.at] : one))
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}
