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
  ['OBJECT_STORE_URL', 's3://key:secret@host/bucket'],
  ['CRYPTO_SUITE', 'sm'],
  ['KEYRING', 'k1:c2VjcmV0LXRoYXQtaXMtd2Vhaw=='],
  ['KEYRING', `k1:${Buffer.alloc(32, 1).toString('base64')}`],
  ['WECHAT_APPID', 'test'],
  ['WECHAT_SECRET', 'secret-that-is-weak'],
  ['WECHAT_API_BASE', 'http://api.weixin.qq.com'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '10.0.0.1,true'],
  ['TRUST_PROXY', '0.0.0.0/0'],
])('%s 不对就不启动，说出名字，不说出内容', (name, value) => {
  const env = parseEnv({ ...complete, [name]: value }, 'production')
  if (env.ok) throw new Error(`${name}=${value} 被收下了`)
  expect(env.fault).toContain(name)
  expect(env.fault).not.toContain('\n')
  if (value.length > 8) expect(env.fault).not.toContain(value)
})

it('本机的替身微信可以用 http', () => {
  const env = parseEnv({ ...complete, WECHAT_API_BASE: 'http://127.0.0.1:9999' }, 'production')
  expect(env.ok).toBe(true)
})
