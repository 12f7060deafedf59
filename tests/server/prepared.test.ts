import { prepared } from '@server/store/prepared'
import type { Database } from '@server/store/database'

interface Asked {
  sql: string
  parameters: readonly unknown[]
}

/** A database that only says what it was asked. */
function listening(): { db: Database; asked: Asked[] } {
  const asked: Asked[] = []
  const executeQuery = ({ sql, parameters }: Asked) => {
    asked.push({ sql, parameters })
    return Promise.resolve({ rows: [{ id: 'x' }] })
  }
  return { db: { executeQuery } as unknown as Database, asked }
}

const open = prepared((db, id: string, accountId: string) =>
  db
    .selectFrom('application')
    .select('id')
    .where('account_id', '=', accountId)
    .where('status', '=', 'submitted')
    .where('id', '=', id),
)

it('每个值都在自己的位置上，写死的值不动，一次的值不留到下一次', async () => {
  const { db, asked } = listening()
  expect(await open(db, 'case-1', 'account-1')).toEqual([{ id: 'x' }])
  await open(db, 'case-2', 'account-2')
  expect(asked[0]?.sql).toBe(
    'select "id" from "application" where "account_id" = $1 and "status" = $2 and "id" = $3',
  )
  expect(asked.map(({ parameters }) => parameters)).toEqual([
    ['account-1', 'submitted', 'case-1'],
    ['account-2', 'submitted', 'case-2'],
  ])
  expect(asked[0]?.sql).toBe(asked[1]?.sql)
})
