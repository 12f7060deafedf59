import { sql } from 'kysely'
import { consentNotices } from '@domain/application/consentNotices'
import { dataKinds } from '@domain/application/dataKinds'
import type { Entry } from '@server/privacy/register/entry'
import { openapiFields } from '@server/privacy/register/openapiFields'
import { register } from '@server/privacy/register/register'
import { retentionClocks } from '@server/privacy/retention/clocks'
import { Family } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

interface Column {
  name: string
  type: string
}

let api: TestApi
let columns: Column[] = []
let properties: string[] = []
beforeAll(async () => {
  api = await startTestApi()
  const { rows } = await sql<Column>`
    select table_name || '.' || column_name as name, data_type as type
    from information_schema.columns where table_schema = 'public'`.execute(api.db)
  columns = rows
  properties = openapiFields((await api.app.inject('/openapi.json')).json())
})
afterAll(() => api.close())

const names = (entries: object) => Object.keys(entries).sort()
const all: [string, Entry][] = Object.values(register).flatMap((entries) => Object.entries<Entry>(entries))

describe('登记册和实际存的、传的，一样也不差', () => {
  it('每一列都登记了；登记的每一列都有', () => {
    expect(names(register.columns)).toEqual(columns.map(({ name }) => name).sort())
  })

  it('每一个接口字段都登记了；登记的每一个都有', () => {
    expect(properties.length).toBeGreaterThan(200)
    expect(names(register.api)).toEqual(properties.sort())
  })

  it('日志里出现过的字段都登记了', async () => {
    const family = await Family.signIn(api)
    await family.apply()
    await family.get('/api/v1/nothing')
    const seen = new Set(api.logs.flatMap((line) => Object.keys(JSON.parse(line) as object)))
    const frame = ['level', 'time', 'event']
    const logged = [...seen].filter((field) => !frame.includes(field)).map((field) => `log.${field}`)
    expect(logged.length).toBeGreaterThan(5)
    expect(logged.filter((field) => !(field in register.log))).toEqual([])
  })
})

describe('敏感的信息', () => {
  const sensitive = all.filter(([, { sensitive: isSensitive }]) => isSensitive)

  it('存着都是密文或者带密钥的散列；不是的，写明是为了查什么', () => {
    const clear = sensitive.filter(([, { atRest }]) => !['sealed', 'keyedHash', 'notStored'].includes(atRest))
    expect(clear.every(([, { atRest, clearBecause }]) => atRest === 'query' && clearBecause)).toBe(true)
    // The whole list, so that no further column slips into it.
    expect(clear.map(([field]) => field).sort()).toEqual([
      'application.confidential',
      'application.deciding_division',
      'application.department',
      'application.hukou_division',
      'application.intake_division',
      'application.procedure',
      'application.service',
      'application.status',
      'case_event.kind',
      'consent.kind',
    ])
  })

  it('登记成密文的列，真是密文那种列；登记成散列的列，真是散列', async () => {
    await (await Family.signIn(api)).apply()
    for (const { name, type } of columns) {
      const entry = (register.columns as Record<string, Entry>)[name]
      if (entry?.atRest === 'sealed') expect([name, type]).toEqual([name, 'bytea'])
      if (entry?.atRest !== 'keyedHash' && entry?.atRest !== 'hash') continue
      const [tableName = '', column = ''] = name.split('.')
      const { rows } = await sql<{ value: string | null }>`
        select ${sql.ref(column)} as value from ${sql.table(tableName)}`.execute(api.db)
      for (const { value } of rows)
        expect(`${name} ${value ?? ''}`).toMatch(/ (|[0-9a-f]{32,}|scrypt\S+|\S{43,})$/)
    }
  })

  it('名字说是密文、是带密钥的散列的列，没有登记成别的', () => {
    const byName = Object.entries<Entry>(register.columns)
    const wrong = byName.filter(
      ([name, { atRest }]) =>
        (/sealed$/.test(name) && atRest !== 'sealed') || (/_hmac$/.test(name) && atRest !== 'keyedHash'),
    )
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  it('列表里都遮住', () => {
    const lists = ['listCases out cases[].', 'holdings out ']
    const inLists = sensitive.filter(([field]) => lists.some((list) => field.startsWith(list)))
    expect(inLists.length).toBeGreaterThan(3)
    expect(inLists.filter(([, { shown }]) => shown !== 'masked').map(([field]) => field)).toEqual([])
  })

  it('孩子、身份、身体、收入、住处：没有一项登记成不敏感', () => {
    const always = ['health', 'money', 'address', 'documentImage']
    const wrong = all.filter(
      ([, { sensitive: isSensitive, kinds, subjects }]) =>
        !isSensitive && (kinds.some((kind) => always.includes(kind)) || subjects.includes('childUnder14')),
    )
    expect(wrong.map(([field]) => field)).toEqual([])
  })
})

describe('每一项都说得清', () => {
  it.each(dataKinds)('%s：说明里写了这一类', (kind) => {
    expect(all.some(([, { kinds }]) => kinds.includes(kind))).toBe(true)
    expect(consentNotices.childData.kindsOfData).toContain(kind)
  })

  it('有目的、有依据、有存期，给谁看得出', () => {
    for (const [field, { purpose, legalBasis, retention, kinds, subjects }] of all) {
      expect([field, purpose]).toEqual([field, expect.stringMatching(/^[\u4e00-\u9fff，、]{4,24}。$/)])
      expect([field, legalBasis.length > 3, kinds.length > 0, subjects.length > 0]).toEqual([
        field,
        true,
        true,
        true,
      ])
      expect(retentionClocks).toHaveProperty(retention)
    }
  })
})
