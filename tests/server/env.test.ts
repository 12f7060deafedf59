import { generateKeyring } from '@server/crypto/keyring'
import { parseEnv } from '@server/env'

const complete = {
  NODE_ENV: 'production',
  KEYRING: generateKeyring(),
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '00112233445566778899aabbccddeeff',
}

it('生产环境：齐全就能启动', () => {
  const env = parseEnv(complete, 'production')
  expect(env).toMatchObject({ ok: true, settings: { host: '127.0.0.1', port: 8787, mode: 'production' } })
})

it('演示：什么都不设也能启动', () => {
  expect(parseEnv({}, 'demo')).toMatchObject({ ok: true, settings: { mode: 'demo', wechat: undefined } })
})

it('空的等于没设', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' }, 'demo')).toMatchObject({
    ok: true,
    settings: { port: 8787 },
  })
})

it('生产环境缺几个，一行里全说出来', () => {
  const env = parseEnv({}, 'production')
  expect(env).toMatchObject({ ok: false })
  for (const name of ['KEYRING', 'WECHAT_APPID', 'WECHAT_SECRET']) expect(JSON.stringify(env)).toContain(name)
})

it('NODE_ENV=production 时，演示模式不启动', () => {
  expect(parseEnv({ NODE_ENV: 'production' }, 'demo')).toMatchObject({ ok: false })
})

it.each([
  ['PORT', '65536'],
  ['PORT', '80x'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'mysql://x'],
  ['DATABASE_URL', 'not an address'],
  ['HOST', 'not a host'],
  ['METRICS_PORT', '99999'],
  ['METRICS_HOST', 'a b'],
  ['OBJECT_STORE_URL', 'https://host/bucket'],
  ['OBJECT_STORE_URL', 'file:///photos'],
  ['CRYPTO_SUITE', 'des'],
  ['KEYRING', 'k1:c2VjcmV0LXRoYXQtaXMtd2Vhaw=='],
  ['KEYRING', `k1:${Buffer.alloc(32, 1).toString('base64')}`],
  ['KEYRING', `${complete.KEYRING},${complete.KEYRING}`],
  ['KEYRING', `${complete.KEYRING},k2:${complete.KEYRING.slice(3)}`],
  ['WECHAT_APPID', 'test'],
  ['WECHAT_SECRET', 'secret-that-is-weak'],
  ['WECHAT_SECRET', '0'.repeat(32)],
  ['WECHAT_API_BASE', 'http://api.weixin.qq.com'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '10.0.0.1,true'],
  ['TRUST_PROXY', '0.0.0.0/0'],
  ['TRUST_PROXY', '10.0.0.0/8'],
  ['TRUST_PROXY', '172.16.0.0/23'],
  ['TRUST_PROXY', '10.0.0.1/33'],
  ['TRUST_PROXY', 'fd00::/63'],
  ['TRUST_PROXY', '::ffff:0:0/96'],
])('%s 不对就不启动，说出名字，不说出内容', (name, value) => {
  const env = parseEnv({ ...complete, [name]: value }, 'production')
  if (env.ok) throw new Error(`${name}=${value} 被收下了`)
  expect(env.fault).toContain(name)
  expect(env.fault).not.toContain('\n')
  if (value.length > 8) expect(env.fault).not.toContain(value)
})

it.each(['10.0.0.1', '10.0.0.0/24', 'fd00::1', 'fd00::/64', '::ffff:10.0.0.0/120', '10.0.0.1, fd00::1/128'])(
  '代理 %s：可以',
  (value) => expect(parseEnv({ ...complete, TRUST_PROXY: value }, 'production').ok).toBe(true),
)

it('本机的替身微信可以用 http', () => {
  const env = parseEnv({ ...complete, WECHAT_API_BASE: 'http://127.0.0.1:9999' }, 'production')
  expect(env.ok).toBe(true)
})

describe('别的电脑上的数据库，路上要加密', () => {
  const withDatabase = (url: string) => parseEnv({ ...complete, DATABASE_URL: url }, 'production')
  it.each([
    'postgresql://app:secret@db.example:5432/wuhai',
    'postgresql://app:secret@10.0.0.5/wuhai?sslmode=disable',
    'postgresql://app:secret@10.0.0.5/wuhai?sslmode=prefer',
    'postgresql://app:secret@10.0.0.5/wuhai?sslmode=no-verify',
    'postgresql://app:secret@127.0.0.1/wuhai?host=10.0.0.5',
  ])('%s：不启动', (url) => {
    const env = withDatabase(url)
    if (env.ok) throw new Error('被收下了')
    expect(env.fault).toContain('DATABASE_URL')
    expect(env.fault).not.toContain('secret')
  })

  it.each([
    'postgresql://app:secret@db.example:5432/wuhai?sslmode=verify-full',
    'postgresql://app:secret@127.0.0.1:5432/wuhai',
    'postgresql://app:secret@localhost/wuhai',
    'postgresql://app:secret@[::1]/wuhai',
    'postgresql:///wuhai?host=/var/run/postgresql',
  ])('%s：可以', (url) => {
    expect(withDatabase(url).ok).toBe(true)
  })

  it('演示不管这个', () => {
    expect(parseEnv({ DATABASE_URL: 'postgresql://db.example/x' }, 'demo').ok).toBe(true)
  })
})

it('不设 METRICS_PORT 就没有指标；设了也只在这台电脑上', () => {
  expect(parseEnv(complete, 'production')).toMatchObject({ settings: { metrics: undefined } })
  expect(parseEnv({ ...complete, METRICS_PORT: '9464' }, 'production')).toMatchObject({
    settings: { metrics: { host: '127.0.0.1', port: 9464 } },
  })
})
