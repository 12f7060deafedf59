import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A request as a server sees it. */
export interface SignedRequest {
  method: string
  /** Path and query as they came, still encoded. */
  target: string
  /** Lower-case names. */
  headers: Record<string, string | undefined>
  body: Buffer
}

export interface Owner {
  accessKey: string
  secret: string
}

export type Verdict =
  | 'valid'
  | 'AccessDenied'
  | 'InvalidAccessKeyId'
  | 'RequestTimeTooSkewed'
  | 'SignatureDoesNotMatch'
  | 'BadDigest'

const form =
  /^AWS4-HMAC-SHA256 Credential=(.+)\/(\d{8})\/([a-z0-9-]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/
const skewMs = 15 * 60 * 1000

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/**
 * What an S3 server says to a signature: written from AWS's specification, apart from the library that signs, and
 * proved by AWS's published examples.
 * Source: AWS, "Signature Calculations for the Authorization Header" (SigV4).
 */
export function verify(request: SignedRequest, owner: Owner, now: Date): Verdict {
  const [, accessKey, day, region, names = '', signature = ''] =
    form.exec(request.headers.authorization ?? '') ?? []
  const time = request.headers['x-amz-date'] ?? ''
  if (accessKey === undefined || !time.startsWith(day ?? '')) return 'AccessDenied'
  if (accessKey !== owner.accessKey) return 'InvalidAccessKeyId'
  if (!(Math.abs(instant(time) - now.getTime()) <= skewMs)) return 'RequestTimeTooSkewed'
  const signed = names.split(';')
  const mustBeSigned = Object.keys(request.headers).filter(
    (name) => name === 'host' || name.startsWith('x-amz-'),
  )
  if (mustBeSigned.some((name) => !signed.includes(name))) return 'AccessDenied'
  const scope = `${day ?? ''}/${region ?? ''}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical(request, signed))].join('\n')
  const key = scope
    .split('/')
    .reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${owner.secret}`)
  if (!timingSafeEqual(hmac(key, text), Buffer.from(signature, 'hex'))) return 'SignatureDoesNotMatch'
  return request.headers['x-amz-content-sha256'] === sha256(request.body) ? 'valid' : 'BadDigest'
}

/** 20130524T000000Z → milliseconds */
function instant(time: string): number {
  return Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

function canonical({ method, target, headers }: SignedRequest, signed: readonly string[]): string {
  const [path = '', query = ''] = target.split('?')
  const pairs = [...new URLSearchParams(query)].map((pair) => pair.map(encoded).join('='))
  return [
    method,
    path
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    pairs.sort().join('&'),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n')
}

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
