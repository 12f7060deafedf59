import { photoFindings } from '@domain/photos/findings'
import { type PhotoFinding } from '@domain/photos/kinds'
import { type Pixels } from '@domain/photos/pixels'
import { findingWords } from '@domain/photos/words'
import { judged, inWords, type Judged } from '../../fixtures/photoSet/judging'

/*
 * The part of the set that no threshold was set on (`tests/fixtures/photoSet`), with tables, types and damage of its own.
 * `npm run proof -- photos` takes as many pictures as one likes.
 */

const pictures = 24
const least = { found: 0.95, falseAlarms: 0.03 }

describe('没有用来定界限的照片', () => {
  let result: Judged
  beforeAll(async () => {
    result = await judged('test', pictures)
  }, 300_000)

  test('看不清的找出 95% 以上', () => {
    expect(result.useless.length).toBeGreaterThan(5)
    expect({ share: result.foundShare >= least.found, missed: result.missed.map(inWords) }).toMatchObject({
      share: true,
    })
  })

  test('说出来的，十有八九说对了', () => {
    const told = result.useless.length - result.missed.length
    expect({
      share: result.misnamed.length <= told * 0.15,
      wrong: result.misnamed.map(inWords),
    }).toMatchObject({
      share: true,
    })
  })

  test('好的照片，误报不过 3%', () => {
    expect(result.good.length).toBeGreaterThan(5)
    expect({
      share: result.falseShare <= least.falseAlarms,
      falsely: result.falsely.map(inWords),
    }).toMatchObject({ share: true })
  })
})

const plain = (level: number, width = 320, height = 240): Pixels => ({
  width,
  height,
  data: new Uint8Array(width * height * 4).fill(level),
})

test('没有字的照片：说看不清，不出错', () => {
  expect(photoFindings(plain(180)).findings).toEqual(['blurred'])
})

test('全黑的照片只说太暗：黑的时候别的看不出来', () => {
  expect(photoFindings(plain(0)).findings).toEqual(['dark'])
})

test.each([
  [1, 1],
  [15, 15],
  [40, 17],
])('再小的图也不出错：%d × %d', (width, height) => {
  expect(photoFindings(plain(180, width, height)).hash).toMatch(/^[0-9a-f]{256}$/)
})

test.each(Object.entries(findingWords))('%s 用一句话说，不超过 20 个字', (_kind, { mark, sentence }) => {
  expect(sentence).toMatch(/^[\u4e00-\u9fff，]{4,19}。$/)
  expect(mark.length).toBeLessThanOrEqual(4)
})

test('同样的照片已经有了：说拍过了', () => {
  const photo = stripes(20)
  const { hash } = photoFindings(photo)
  const found = (others: readonly string[]): PhotoFinding[] => photoFindings(photo, others).findings
  expect(found([])).not.toContain('duplicate')
  expect(found([photoFindings(stripes(33)).hash, hash])).toContain('duplicate')
  expect(found(['', 'not a hash'])).not.toContain('duplicate')
})

/** Upright stripes that grow wider: unlike for each pitch. */
function stripes(pitch: number): Pixels {
  const { width, height, data } = plain(255, 640, 480)
  const grey = Uint8Array.from(data)
  for (let at = 0; at < grey.length; at += 4) {
    const x = (at / 4) % width
    const level = Math.floor((x + (x * x) / 900) / pitch) % 2 === 0 ? 220 : 60
    grey.fill(level, at, at + 3)
  }
  return { width, height, data: grey }
}
