import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseKeyring, type Keyring } from './crypto/keyring'
import { suiteNames, type SuiteName } from './crypto/suite'
import { parseS3Address, type S3Address } from './store/s3Address'

export type Mode = 'demo' | 'production'

export interface Settings {
  mode: Mode
  host: string
  /** 0 = any free port. */
  port: number
  dataDir: string
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  databaseUrl?: string
  /** Absent: photos are files in `dataDir`. */
  objectStore?: S3Address
  /** Absent in demo mode: a key is generated and kept in `dataDir`. */
  keyring?: Keyring
  /** What is written from now on (`aes` when absent); everything that was ever written opens. */
  cryptoSuite?: SuiteName
  wechat?: { appid: string; secret: string; baseUrl: string }
  trustProxy: string[]
  /** Absent: no figures are published. */
  metrics?: { host: string; port: number }
}

export type EnvResult = { ok: true; settings: Settings } | { ok: false; fault: string }

const wechatApi = 'https://api.weixin.qq.com'
const loopback = ['127.0.0.1', 'localhost', '[::1]']

const url = (protocols: string[], message: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), message)

/** Not plain http, unless the other end is this computer: the secret travels in the address. */
const wechatBase = url(['https:', 'http:'], '要以 https:// 开头').refine(
  (value) => new URL(value).protocol === 'https:' || loopback.includes(new URL(value).hostname),
  '要以 https:// 开头',
)

const proxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (list) => list.every(isAddressOrRange),
    '要写准确的代理地址，用逗号分开；一段最宽 /24，IPv6 最宽 /64，不能写 true',
  )

const keyring = z.string().transform((text, context): Keyring => {
  const parsed = parseKeyring(text)
  if (parsed.ok) return parsed.keyring
  context.addIssue({ code: 'custom', message: parsed.fault })
  return z.NEVER
})

const objectStore = z.string().transform((text, context): S3Address => {
  const parsed = parseS3Address(text)
  if (parsed.ok) return parsed.address
  context.addIssue({ code: 'custom', message: parsed.fault })
  return z.NEVER
})

const host = z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/, '要是地址或主机名')

/** A secret somebody typed repeats few signs; sixteen random bytes in hexadecimal practically never do. */
const isTypedByHand = (hex: string) => new Set(hex).size < 6

const port = z
  .string()
  .regex(/^\d{1,5}$/, '要是 0 到 65535 的数字')
  .transform(Number)
  .refine((value) => value <= 65_535, '要是 0 到 65535 的数字')

/** Design §5. What is not built yet is refused when set, never silently ignored. */
const shape = z.object({
  HOST: host.default('127.0.0.1'),
  PORT: port.default(8787),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], '要以 postgresql:// 开头').optional(),
  OBJECT_STORE_URL: objectStore.optional(),
  CRYPTO_SUITE: z.enum(suiteNames, '要是 aes 或 sm').default('aes'),
  KEYRING: keyring.optional(),
  WECHAT_APPID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, '要是 wx 加 16 位小写十六进制')
    .optional(),
  WECHAT_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, '要是 32 位小写十六进制')
    .refine((value) => !isTypedByHand(value), '不是随机数')
    .optional(),
  WECHAT_API_BASE: wechatBase.default(wechatApi),
  TRUST_PROXY: proxies.default([]),
  METRICS_PORT: port.optional(),
  METRICS_HOST: host.default('127.0.0.1'),
  NODE_ENV: z.string().optional(),
})
type Parsed = z.infer<typeof shape>

const requiredInProduction = ['KEYRING', 'WECHAT_APPID', 'WECHAT_SECRET'] as const

/**
 * Reads the settings of one start.
 * @param env usually `process.env`; an empty value counts as not set
 * @param mode `npm start` is `demo`, `npm run serve` is `production`
 * @returns the settings, or one line that names everything missing or weak and repeats no value
 */
export function parseEnv(env: Record<string, string | undefined>, mode: Mode): EnvResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = shape.safeParse(given)
  const faults = parsed.success
    ? missing(parsed.data, mode)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  if (!parsed.success || faults.length > 0) return { ok: false, fault: `设置有问题：${faults.join('；')}。` }
  return { ok: true, settings: settingsOf(parsed.data, mode) }
}

function missing(values: Parsed, mode: Mode): string[] {
  if (mode === 'production') {
    const absent = requiredInProduction.filter((name) => values[name] === undefined)
    return [
      ...absent.map((name) => `${name} 没有设置`),
      ...(values.DATABASE_URL && travelsInClear(values.DATABASE_URL) ? [clearDatabase] : []),
    ]
  }
  const faults: string[] = []
  if (values.NODE_ENV === 'production')
    faults.push('NODE_ENV 是 production，演示模式不能用，请运行 npm run serve')
  if ((values.WECHAT_APPID === undefined) !== (values.WECHAT_SECRET === undefined))
    faults.push('WECHAT_APPID 和 WECHAT_SECRET 要一起设置')
  return faults
}

const clearDatabase = 'DATABASE_URL 连的是别的电脑，要加密，请加上 ?sslmode=verify-full'

/**
 * To another computer the password and every row would cross the network readable, so production refuses. `prefer` and
 * `allow` fall back to clear text, `no-verify` talks to anybody.
 */
function travelsInClear(text: string): boolean {
  const { hostname, searchParams } = new URL(text)
  const other = searchParams.get('host') ?? hostname
  const isThisComputer =
    other === '' || other.startsWith('/') || loopback.includes(other) || /^127\./.test(other)
  return (
    !isThisComputer && !['require', 'verify-ca', 'verify-full'].includes(searchParams.get('sslmode') ?? '')
  )
}

function settingsOf(values: Parsed, mode: Mode): Settings {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = values
  return {
    mode,
    host: values.HOST,
    port: values.PORT,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    objectStore: values.OBJECT_STORE_URL,
    keyring: values.KEYRING?.in(values.CRYPTO_SUITE),
    cryptoSuite: values.CRYPTO_SUITE,
    wechat: appid && secret ? { appid, secret, baseUrl: values.WECHAT_API_BASE } : undefined,
    trustProxy: values.TRUST_PROXY,
    metrics:
      values.METRICS_PORT === undefined
        ? undefined
        : { host: values.METRICS_HOST, port: values.METRICS_PORT },
  }
}

/** Every IPv4 address as an IPv6 one: the last 32 bits count. */
const mapped = new BlockList()
mapped.addSubnet('::ffff:0:0', 96, 'ipv6')

/** Whoever sits within the range can choose an address and so have no limit: one network of proxies, no more. */
function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  if (bits === undefined) return true
  const [widest, all] = version === 4 ? [24, 32] : [mapped.check(address, 'ipv6') ? 120 : 64, 128]
  return /^\d{1,3}$/.test(bits) && Number(bits) >= widest && Number(bits) <= all
}
