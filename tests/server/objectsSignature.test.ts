import { createHash } from 'node:crypto'
import { verify, type SignedRequest } from '../stand-ins/s3Signature'

/** AWS's own examples: "Authenticating Requests: Using the Authorization Header", 24 May 2013, bucket examplebucket. */
const owner = { accessKey: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
const then = new Date('2013-05-24T00:00:00Z')

interface Example {
  method: string
  target: string
  more?: Record<string, string>
  body?: string
  signature: string
}

const examples: Record<string, Example> = {
  'GET of a range': {
    method: 'GET',
    target: '/test.txt',
    more: { range: 'bytes=0-9' },
    signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
  'PUT with a sign in the name': {
    method: 'PUT',
    target: '/test$file.text',
    more: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
    body: 'Welcome to Amazon S3.',
    signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  },
  'GET of the life cycle': {
    method: 'GET',
    target: '/?lifecycle',
    signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  },
  'GET of the list': {
    method: 'GET',
    target: '/?max-keys=2&prefix=J',
    signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
}

function requestOf({ method, target, more, body = '', signature }: Example): SignedRequest {
  const headers: SignedRequest['headers'] = {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
    'x-amz-date': '20130524T000000Z',
    ...more,
  }
  const names = Object.keys(headers).sort().join(';')
  headers.authorization = `AWS4-HMAC-SHA256 Credential=${owner.accessKey}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${signature}`
  return { method, target, headers, body: Buffer.from(body) }
}

describe('the stand-in checks signatures as AWS does', () => {
  test.each(Object.entries(examples))('%s: as published', (_, example) => {
    expect(verify(requestOf(example), owner, then)).toBe('valid')
  })

  const [example] = Object.values(examples) as [Example]
  const changed = (change: (request: SignedRequest) => void) => {
    const request = requestOf(example)
    change(request)
    return request
  }
  test.each<[string, string, SignedRequest, Date?]>([
    ['another path', 'SignatureDoesNotMatch', changed((one) => (one.target = '/other.txt'))],
    ['another method', 'SignatureDoesNotMatch', changed((one) => (one.method = 'DELETE'))],
    ['another content', 'BadDigest', changed((one) => (one.body = Buffer.from('x')))],
    ['no signature', 'AccessDenied', changed((one) => delete one.headers.authorization)],
    [
      'an unsigned header of Amazon’s',
      'AccessDenied',
      changed((one) => (one.headers['x-amz-acl'] = 'public-read')),
    ],
    [
      '16 minutes later',
      'RequestTimeTooSkewed',
      changed(() => undefined),
      new Date(then.getTime() + 16 * 60_000),
    ],
  ])('%s: %s', (_, verdict, request, now = then) => {
    expect(verify(request, owner, now)).toBe(verdict)
  })

  test('another key or another secret', () => {
    expect(verify(requestOf(example), { ...owner, accessKey: 'other' }, then)).toBe('InvalidAccessKeyId')
    expect(verify(requestOf(example), { ...owner, secret: 'other' }, then)).toBe('SignatureDoesNotMatch')
  })
})
