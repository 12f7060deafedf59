import { isIP } from 'node:net'

/** Where an S3 bucket is and who we are there. */
export interface S3Address {
  /** `https://host:port`, or with the bucket in the host name, as `style=host` asks. */
  origin: string
  /** `/bucket` or empty. */
  path: string
  accessKey: string
  secret: string
  region: string
}

export type S3AddressResult = { ok: true; address: S3Address } | { ok: false; fault: string }

const form = '要写成 s3://账号:密码@主机:端口/桶'
const options = {
  tls: ['0', '1'],
  style: ['path', 'host'],
} as const
const bucketPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const regionPattern = /^[a-z0-9-]{1,40}$/

/**
 * Reads `s3://key:secret@host:port/bucket?tls=0&region=…&style=host`. Without `tls=0` it is https; some providers take
 * the bucket only in the host name (`style=host`).
 * @returns the address, or what is wrong, without repeating any of it: it holds a secret
 */
export function parseS3Address(text: string): S3AddressResult {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const bucket = url?.pathname.slice(1) ?? ''
  if (url?.protocol !== 's3:' || !url.hostname || url.hash || !bucketPattern.test(bucket)) return bad(form)
  const [accessKey, secret] = [decoded(url.username), decoded(url.password)]
  if (!accessKey || !secret) return bad(form)
  const fault = optionFault(url)
  if (fault) return bad(fault)
  const scheme = url.searchParams.get('tls') === '0' ? 'http' : 'https'
  const isInHost = url.searchParams.get('style') === 'host'
  return {
    ok: true,
    address: {
      origin: `${scheme}://${isInHost ? `${bucket}.` : ''}${url.host}`,
      path: isInHost ? '' : `/${bucket}`,
      accessKey,
      secret,
      region: url.searchParams.get('region') ?? 'us-east-1',
    },
  }
}

const bad = (fault: string): S3AddressResult => ({ ok: false, fault })

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function optionFault({ searchParams, hostname }: URL): string | undefined {
  for (const [name, value] of searchParams) {
    if (name === 'region' && regionPattern.test(value)) continue
    const allowed: readonly string[] | undefined = options[name as keyof typeof options]
    if (!allowed?.includes(value)) return '问号后面只能写 tls=0、region=… 或 style=host'
  }
  // The photos are sealed and every request is signed; what the open internet would still see is who writes when.
  return searchParams.get('tls') === '0' && !isNear(hostname) ? 'tls=0 只能用于本机和内网地址' : undefined
}

const nearAddresses = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^\[(::1|f[cd][0-9a-f:]+)\]$/

/** This computer, a private address, or a name without a dot, which only a network of our own can resolve. */
function isNear(hostname: string): boolean {
  if (isIP(hostname) > 0 || hostname.startsWith('[')) return nearAddresses.test(hostname)
  return !hostname.includes('.')
}
