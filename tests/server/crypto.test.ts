import { canonicalJson } from '@server/crypto/canonicalJson'
import { createEnvelope } from '@server/crypto/envelope'
import { SealBroken } from '@server/crypto/sealBroken'
import { generateKeyring, parseKeyring, type Keyring } from '@server/crypto/keyring'
import { hashPassword, newPassword, verifyPassword } from '@server/crypto/password'

const place = 'application.sealed:1'
const plain = Buffer.from('王小明 150302201506071239', 'utf8')

function keyringOf(text: string): Keyring {
  const parsed = parseKeyring(text)
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

describe('信封', () => {
  const envelope = createEnvelope(keyringOf(generateKeyring()))

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
