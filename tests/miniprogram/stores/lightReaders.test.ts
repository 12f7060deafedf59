import * as z from 'zod/mini'
import { CaseSummary } from '@contracts/applications'
import { StoredAttachment } from '@contracts/attachments'
import { ServiceInfo } from '@contracts/service'
import { Session } from '@contracts/sessions'
import { readCaseList, readServiceInfo, readSessionAnswer, readStoredAttachment } from '@/stores/lightReaders'

// The tab pages read without zod. Here both ways read the same answers, so that they cannot drift apart.

const summary = {
  id: '3b241101-e2bb-4255-8caf-4136c566a962',
  caseNumber: '840211670001',
  service: 'DFUC_ALLOWANCE',
  way: { procedure: 'streetThenDistrict', kind: 'application' },
  childMaskedName: '王*明',
  status: 'submitted',
  version: 1,
  updatedAt: '2026-11-24T02:00:00.000Z',
  needsFamily: false,
}
const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z' }
const service = { mode: 'demo', policyVersion: 'v', today: '2026-11-24' }

const attachment = {
  id: '3b241101-e2bb-4255-8caf-4136c566a963',
  paper: 'childPhoto',
  sha256: 'a'.repeat(64),
  bytes: 1,
  width: 1,
  height: 1,
  sentSha256: 'b'.repeat(64),
}

const rows: readonly [string, z.ZodMiniType, object, (value: unknown) => unknown][] = [
  ['会话', Session, session, readSessionAnswer],
  ['服务', ServiceInfo, service, readServiceInfo],
  ['收下的照片', StoredAttachment, attachment, readStoredAttachment],
  ['办件', CaseSummary, summary, (value) => readCaseList({ cases: [value] })?.[0]],
]

test.each(rows)('%s：合约认得的都读得出', (_, schema, sample, read) => {
  expect(z.safeParse(schema, sample).success).toBe(true)
  expect(read(sample)).toEqual(sample)
})

const damaged = rows.flatMap(([name, schema, sample, read]) =>
  Object.keys(sample).flatMap((field) => [
    [name, `少了 ${field}`, schema, { ...sample, [field]: undefined }, read] as const,
    [name, `${field} 不是那种值`, schema, { ...sample, [field]: {} }, read] as const,
  ]),
)

test.each(damaged)('%s：%s，两边都不认', (_, __, schema, value, read) => {
  expect(z.safeParse(schema, value).success).toBe(false)
  expect(read(value)).toBeUndefined()
})

test.each([undefined, null, '', '<html>', 3, [], {}, { cases: 'x' }, { cases: [null] }])(
  '%j 不是列表',
  (body) => {
    expect(readCaseList(body)).toBeUndefined()
  },
)

test('一件也没有，也是列表', () => {
  expect(readCaseList({ cases: [] })).toEqual([])
})
