import { randomUUID } from 'node:crypto'
import { serviceCodes } from '@domain/services/catalogue'
import { paperIds } from '@domain/services/papers'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { idNumber, multipart, submission } from '../support/family'
import { submissionFor } from '../support/submissionFor'
import type { Operation } from './document'
import { hostileTexts, nearly } from './hostile'
import { valueOf, type Known } from './jsonSchema'

/** Who sends: nobody, somebody with a token that is none, the family whose case is known, another family. */
export const senders = ['nobody', 'forged', 'owner', 'stranger'] as const
export type Sender = (typeof senders)[number]

const mostlySignedIn: readonly Sender[] = [...senders, 'owner', 'owner', 'stranger']

export interface Fuzzed {
  /** Absent: the address is none of the published ones. */
  operation?: Operation
  sender: Sender
  options: InjectOptions
}

export interface World {
  operations: Operation[]
  tokens: Readonly<Record<'owner' | 'stranger', string>>
  /** Ids that exist: cases and photos of the owner. */
  ids: readonly string[]
  photo: Buffer
  /** Keys that were used before: the same key with another body. */
  keys: readonly string[]
}

/** What the document cannot say about a value, so that a good part of the requests is really valid. */
const known: Known = {
  idNumber: fc.constantFrom('20150607', '20180101', '19580312', '20991231').map((date) => idNumber(date)),
  name: fc.constantFrom('王小明', '阿不都·热合曼', '𠮷田', '1', '王'),
  phone: fc.constantFrom('13812345678', '138', '+8613812345678'),
  paper: fc.constantFrom(...paperIds, 'noSuchPaper'),
  division: fc.constantFrom('150302001', '150302', '150303001', '110101', '999999'),
  recognisedAt: fc.constantFrom('150302', '000000'),
  attachmentIds: fc.constantFrom([], [randomUUID()]),
  consents: fc.constantFrom(submission().consents, []),
  facts: fc.constantFrom(submission().facts),
  code: fc.string({ maxLength: 30 }),
}

const submitted = (operation: Operation): fc.Arbitrary<unknown> => {
  const schema = operation.requestBody?.content['application/json']?.schema
  if (!schema) return fc.constant(undefined)
  const valid = valueOf(schema, known)
  const informed =
    operation.operationId === 'submitApplication'
      ? fc.oneof(
          fc.constant(null).map(() => submission()),
          fc.constantFrom(...serviceCodes).map((code) => submissionFor(code)),
          valid,
        )
      : valid
  const wild = valueOf(schema, {})
  return fc.oneof(informed, informed.chain(nearly), informed.chain(nearly), wild)
}

const contentTypes = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'multipart/form-data',
  'x',
]

const strangeHeaders = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  { 'x-forwarded-for': '10.0.0.1, 127.0.0.1' },
  { origin: 'https://example.org' },
  { 'x-http-method-override': 'DELETE' },
  { 'if-none-match': '*' },
  { accept: 'text/html' },
  { 'transfer-encoding': 'chunked' },
  { 'content-length': '3' },
  { range: 'bytes=0-1' },
  { cookie: `desk_session=${'a'.repeat(43)}` },
)

function bodyOf(
  operation: Operation,
  { photo }: World,
): fc.Arbitrary<Pick<InjectOptions, 'payload' | 'headers'>> {
  if (operation.requestBody?.content['multipart/form-data']) return uploadOf(operation, photo)
  if (!operation.requestBody)
    return fc.constantFrom({}, { payload: '{}', headers: { 'content-type': 'application/json' } })
  const json = fc.tuple(submitted(operation), fc.constantFrom(...contentTypes.slice(0, 1), ...contentTypes))
  const typed = json.map(([value, type]) => ({
    payload: JSON.stringify(value) ?? '',
    headers: { 'content-type': type },
  }))
  const broken = fc
    .constantFrom(
      '',
      '{',
      '[1,',
      'null',
      '"text"',
      '{"a":1}{"b":2}',
      '\u0000',
      '{"__proto__":{"admin":true}}',
      '[[[[',
    )
    .map((payload) => ({ payload, headers: { 'content-type': 'application/json' } }))
  return fc.oneof({ weight: 9, arbitrary: typed }, { weight: 1, arbitrary: broken })
}

function uploadOf(
  operation: Operation,
  photo: Buffer,
): fc.Arbitrary<Pick<InjectOptions, 'payload' | 'headers'>> {
  const { properties = {} } = operation.requestBody?.content['multipart/form-data']?.schema ?? {}
  const names = Object.keys(properties).filter((name) => name !== 'file')
  const field = (name: string) =>
    fc.oneof(valueOf(properties[name] ?? {}, known, name).map(String), fc.constantFrom(...hostileTexts))
  const file = fc.constantFrom(
    photo,
    photo.subarray(0, 300),
    Buffer.from('<svg/>'),
    Buffer.from('%PDF-1.7'),
    Buffer.alloc(0),
  )
  return fc
    .tuple(
      fc.record(Object.fromEntries(names.map((name) => [name, field(name)])), { requiredKeys: [] }),
      fc.array(file, { maxLength: 2 }),
    )
    .map(([fields, files]) =>
      multipart([
        ...Object.entries(given(fields)).map(([name, value]) => ({ name, value })),
        ...files.map((value) => ({ name: 'file', value, fileName: '..\\x', type: 'image/jpeg' })),
      ]),
    )
}

const given = (fields: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

function headersOf(operation: Operation, { keys }: World): fc.Arbitrary<Record<string, string>> {
  const named = operation.parameters.filter((parameter) => parameter.in === 'header')
  if (named.length === 0) return fc.constant({})
  const key = fc.oneof(
    fc.uuid(),
    fc.uuid(),
    fc.constantFrom(...keys),
    fc.constantFrom('', ' ', 'a'.repeat(256), '键', "';--"),
  )
  return fc.record(Object.fromEntries(named.map(({ name }) => [name, key])), { requiredKeys: [] }).map(given)
}

/** Ids in the address, and what is written there instead; and a query nobody asked for. */
function addressOf(operation: Operation, { ids }: World): fc.Arbitrary<string> {
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    { weight: 2, arbitrary: fc.uuid() },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...hostileTexts)
        .map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))),
    },
    { weight: 1, arbitrary: fc.constantFrom('%', '%zz', '%ff%fe', '..', '.', '%2e%2e%2f', 'a'.repeat(200)) },
  )
  const query = fc.constantFrom(
    '',
    '',
    '',
    '',
    '?',
    '?a=1&a=2',
    '?__proto__=1',
    '?page=-1',
    '?%ff',
    '?limit=1e9&before=x',
  )
  return fc.tuple(id, query).map(([value, asked]) => operation.path.replace(/\{\w+\}/g, value) + asked)
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

/** Any request that a careless, broken or hostile phone may send to a published address. */
export function anyRequest(world: World, from: readonly Sender[] = mostlySignedIn): fc.Arbitrary<Fuzzed> {
  return fc.constantFrom(...world.operations).chain((operation) =>
    fc
      .record({
        sender: fc.constantFrom(...from),
        url: addressOf(operation, world),
        body: bodyOf(operation, world),
        headers: headersOf(operation, world),
        strange: strangeHeaders,
        method: fc.oneof(
          { weight: 12, arbitrary: fc.constant(operation.method) },
          { weight: 1, arbitrary: fc.constantFrom<string>(...methods) },
        ),
      })
      .map(({ sender, url, body, headers, strange, method }) => ({
        // Another method may be published at the same address.
        operation: world.operations.find((each) => each.path === operation.path && each.method === method),
        sender,
        options: {
          method: method as InjectOptions['method'],
          url,
          ...body,
          headers: { ...strange, ...body.headers, ...headers, ...authorization(world, sender) },
        },
      })),
  )
}

function authorization({ tokens }: World, sender: Sender): Record<string, string> {
  if (sender === 'nobody') return {}
  if (sender === 'forged') return { authorization: `Bearer ${'A'.repeat(43)}` }
  return { authorization: `Bearer ${tokens[sender]}` }
}
