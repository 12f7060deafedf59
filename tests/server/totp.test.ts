import { base32, newTotpSecret, otpauthAddress, stepOfCode, totpCode, totpStep } from '@server/crypto/totp'

/** RFC 6238, appendix B, the SHA-1 rows: eight digits, this secret. */
const published = Buffer.from('12345678901234567890', 'ascii')

it.each([
  ['1970-01-01T00:00:59Z', '94287082'],
  ['2005-03-18T01:58:29Z', '07081804'],
  ['2005-03-18T01:58:31Z', '14050471'],
  ['2009-02-13T23:31:30Z', '89005924'],
  ['2033-05-18T03:33:20Z', '69279037'],
  ['2603-10-11T11:33:20Z', '65353130'],
])('RFC 6238 的例子 %s → %s', (instant, code) => {
  const step = totpStep(new Date(instant))
  expect(totpCode(published, step, 8)).toBe(code)
  expect(totpCode(published, step)).toBe(code.slice(2))
})

it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648 的例子 %s → %s', (plain, text) => {
  expect(base32(Buffer.from(plain, 'ascii'))).toBe(text)
})

describe('手机的钟可以快慢一步，一个码只能用一次', () => {
  const secret = newTotpSecret()
  const now = new Date('2026-11-25T01:30:10Z')
  const codeAt = (offset: number) => totpCode(secret, totpStep(now) + offset)
  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('差 %d 步：%s', (offset, counts) => {
    expect(stepOfCode(secret, codeAt(offset), now, undefined) !== undefined).toBe(counts)
  })

  it('用过的那一步，和它以前的，都不算', () => {
    const used = stepOfCode(secret, codeAt(0), now, undefined)
    expect(used).toBe(totpStep(now))
    expect(stepOfCode(secret, codeAt(0), now, used)).toBeUndefined()
    expect(stepOfCode(secret, codeAt(-1), now, used)).toBeUndefined()
    expect(stepOfCode(secret, codeAt(1), now, used)).toBe(totpStep(now) + 1)
  })

  it.each([
    ['空的', ''],
    ['少一位', codeAt(0).slice(1)],
    ['多一位', `${codeAt(0)}0`],
    ['全角数字', codeAt(0).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ])('%s：不算', (_, typed) => {
    expect(stepOfCode(secret, typed, now, undefined)).toBeUndefined()
  })

  it('中间的空格不算错', () => {
    expect(stepOfCode(secret, `${codeAt(0).slice(0, 3)} ${codeAt(0).slice(3)}`, now, undefined)).toBeDefined()
  })
})

it('写给动态码应用的地址，中文和空格都转了义', () => {
  const address = otpauthAddress(published, '乌海 工作台', '123456')
  expect(new URL(address).searchParams.get('secret')).toBe(base32(published))
  expect(new URL(address).searchParams.get('issuer')).toBe('乌海 工作台')
  expect(address).toMatch(/^otpauth:\/\/totp\/[\w%]+:123456\?[\w%=&]+$/)
})
