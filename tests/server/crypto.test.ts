import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '@server/crypto/canonicalJson'
import { createEnvelope } from '@server/crypto/envelope'
import { generateKeyring, parseKeyring, type Keyring } from '@server/crypto/keyring'
import { hashPassword, newPassword, verifyPassword } from '@server/crypto/password'
import { SealBroken } from '@server/crypto/sealBroken'
import { suiteNames, type SuiteName } from '@server/crypto/suite'
import { suites } from '@server/crypto/suites'

const place = 'application.sealed:1'
const plain = Buffer.from('王小明 150302201506071239', 'utf8')

function keyringOf(text: string, suite: SuiteName = 'aes'): Keyring {
  const parsed = parseKeyring(text, suite)
  if (!parsed.ok) throw new Error(parsed.fault)
  return parsed.keyring
}

describe('密钥环', () => {
  const good = generateKeyring().slice('k1:'.length)
  it.each([
    ['没有编号', good],
    ['编号有空格', `k 1:${good}`],
    ['太短', 'k1:c2hvcnQ='],
    ['不是随机数', `k1:${Buffer.alloc(32, 7).toString('base64')}`],
    ['编号重复', `k1:${good},k1:${good}`],
    ['空的', ''],
  ])('%s：不收，也不把密钥写出来', (_, text) => {
    const parsed = parseKeyring(text)
    expect(parsed.ok).toBe(false)
    expect(JSON.stringify(parsed)).not.toContain(good)
  })

  it('第一把加密，每一把都能解开；换了密钥，旧的还能看', () => {
    const [old, fresh] = [generateKeyring(), generateKeyring().replace('k1', 'k2')]
    const sealed = createEnvelope(keyringOf(old)).seal(plain, place)
    const after = createEnvelope(keyringOf(`${fresh},${old}`))
    expect(after.open(sealed, place)).toEqual(plain)
    expect(after.seal(plain, place).subarray(3, 5).toString()).toBe('k2')
    expect(() => createEnvelope(keyringOf(fresh)).open(sealed, place)).toThrow(SealBroken)
  })

  it('查找用的哈希：换密钥以后，旧的那个还在候选里；两种用途互不相同', () => {
    const [old, fresh] = [generateKeyring(), generateKeyring().replace('k1', 'k2')]
    const [before] = keyringOf(old).indexes('child', '150302201506071239')
    const both = keyringOf(`${fresh},${old}`)
    expect(both.indexes('child', '150302201506071239')).toContain(before)
    expect(both.indexes('child', '150302201506071239')[0]).not.toBe(before)
    expect(both.indexes('account', '150302201506071239')).not.toContain(before)
  })
})

describe.each(suiteNames)('信封，%s', (suite) => {
  const text = generateKeyring()
  const envelope = createEnvelope(keyringOf(text, suite))

  it('封好的看不见内容，同样的内容两次封不一样', () => {
    const [one, two] = [envelope.seal(plain, place), envelope.seal(plain, place)]
    expect(one.includes('150302')).toBe(false)
    expect(one.equals(two)).toBe(false)
  })

  it('任何一个字节变了，都打不开', () => {
    const sealed = envelope.seal(plain, place)
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Buffer.from(sealed)
      altered[index] = (altered[index] ?? 0) ^ 1
      expect(() => envelope.open(altered, place)).toThrow(SealBroken)
    }
  })

  it('搬到别的行、别的列，打不开', () => {
    const sealed = envelope.seal(plain, place)
    for (const elsewhere of ['application.sealed:2', 'case_event.sealed:1'])
      expect(() => envelope.open(sealed, elsewhere)).toThrow(SealBroken)
  })

  it('截断的、空的，打不开', () => {
    const sealed = envelope.seal(plain, place)
    for (const length of [0, 1, 4, 40, 80, sealed.length - 1])
      expect(() => envelope.open(sealed.subarray(0, length), place)).toThrow(SealBroken)
  })

  it('空的内容、8 MB 的照片，封了都打得开', () => {
    for (const bytes of [Buffer.alloc(0), randomBytes(8 * 1024 * 1024)])
      expect(envelope.open(envelope.seal(bytes, place), place).equals(bytes)).toBe(true)
  })

  it('设成哪一种，都打得开另一种；密文上写着是哪一种、哪一把', () => {
    const sealed = envelope.seal(plain, place)
    expect([sealed[1], sealed.subarray(3, 5).toString()]).toEqual([suites[suite].id, 'k1'])
    for (const other of suiteNames)
      expect(createEnvelope(keyringOf(text, other)).open(sealed, place)).toEqual(plain)
  })

  it('换密钥：只换包着的那把，数据一个字节不动；旧密钥再也打不开', () => {
    const sealed = envelope.seal(plain, place)
    const fresh = generateKeyring('k2')
    const renewed = createEnvelope(keyringOf(`${fresh},${text}`, suite)).renew(sealed, place)
    const wrapped = 5 + suites[suite].dataKeyBytes + suites[suite].overhead
    expect(renewed.subarray(wrapped).equals(sealed.subarray(wrapped))).toBe(true)
    expect(createEnvelope(keyringOf(fresh, suite)).open(renewed, place)).toEqual(plain)
    expect(() => envelope.open(renewed, place)).toThrow(SealBroken)
    expect(() =>
      createEnvelope(keyringOf(`${fresh},${text}`, suite)).renew(renewed, 'account.subject_sealed:1'),
    ).toThrow(SealBroken)
  })

  it('换种类：数据重新封', () => {
    const sealed = envelope.seal(plain, place)
    for (const other of suiteNames) {
      const after = createEnvelope(keyringOf(text, other))
      expect(after.renew(sealed, place)[1]).toBe(suites[other].id)
      expect(after.open(after.renew(sealed, place), place)).toEqual(plain)
    }
  })

  it('查找用的哈希：设成哪一种，都找得到另一种写下的', () => {
    const [written] = keyringOf(text, suite).indexes('child', '150302201506071239')
    for (const other of suiteNames)
      expect(keyringOf(text, other).indexes('child', '150302201506071239')).toContain(written)
  })
})

/** 上一版封的，密钥和内容都固定。 */
it('以前的格式还打得开，换密钥时换成现在的', () => {
  const secret = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex')
  const envelope = createEnvelope(keyringOf(`k1:${secret.toString('base64')}`))
  const old = sealedAsBefore(secret)
  expect(envelope.open(old, place)).toEqual(plain)
  const renewed = envelope.renew(old, place)
  expect(renewed[0]).toBe(2)
  expect(envelope.open(renewed, place)).toEqual(plain)
})

/** Version 1: the data was bound to the key's id as well. */
function sealedAsBefore(secret: Buffer): Buffer {
  const header = Buffer.from([1, 1, 2, ...Buffer.from('k1')])
  const bound = (part: string) => Buffer.concat([header, Buffer.from(`\n${part}\n${place}`)])
  const dataKey = randomBytes(32)
  const { encrypt } = suites.aes
  return Buffer.concat([
    header,
    encrypt(secret, dataKey, bound('key')),
    encrypt(dataKey, plain, bound('data')),
  ])
}

// GB/T 32907-2016 A.1; GB/T 32905-2016 A.1: "abc".
it('国密的算法和标准的例子一致', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  expect(cipher.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
})

describe('规范写法', () => {
  it.each([
    ['次序不同', { a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }],
    ['没有的字段', { a: 1 }, { a: 1, b: undefined }],
  ])('%s：是同一个内容', (_, one, two) => expect(canonicalJson(one)).toBe(canonicalJson(two)))

  it.each([
    ['数组次序', [1, 2], [2, 1]],
    ['数字和文字', { a: 1 }, { a: '1' }],
    ['没有和空', { a: null }, {}],
    ['层次', { a: { b: 1 } }, { 'a.b': 1 }],
  ])('%s：不是同一个内容', (_, one, two) => expect(canonicalJson(one)).not.toBe(canonicalJson(two)))
})

describe('密码', () => {
  it('只认对的密码；没有这个账号也一样算一遍', async () => {
    const password = newPassword()
    const stored = await hashPassword(password)
    expect(stored).not.toContain(password)
    expect(await verifyPassword(password, stored)).toBe(true)
    expect(await verifyPassword(`${password}x`, stored)).toBe(false)
    expect(await verifyPassword(password, undefined)).toBe(false)
  })
})
