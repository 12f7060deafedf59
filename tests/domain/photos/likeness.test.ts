import sharp from 'sharp'
import { differenceOf, likenessOf } from '@domain/photos/likeness'
import { greyOf } from '@domain/photos/pixels'
import { thresholds } from '@domain/photos/thresholds'
import { seededRandom } from '../../../config/bench/random'
import { drawDocument, type DocumentKind } from '../../fixtures/photoSet/documents'
import { pixelsOf, setPhoto } from '../../fixtures/photoSet/photos'

const hashOf = async (picture: Buffer) => likenessOf(greyOf(await pixelsOf(picture)))

/** A page as a scanner gives it: no two scans differ but in what is written. */
const scan = (kind: DocumentKind, seed: number) =>
  sharp(Buffer.from(drawDocument(kind, 'Noto Sans CJK SC', seededRandom(seed)).svg))
    .resize({ width: 1000 })
    .jpeg()
    .toBuffer()

test.each([
  ['as it is', (jpeg: Buffer) => sharp(jpeg).png()],
  ['saved once more', (jpeg: Buffer) => sharp(jpeg).jpeg({ quality: 90 })],
])('the same photo, %s, is the same', async (_case, change) => {
  const jpeg = await sharp(await scan('form', 7))
    .resize({ width: 1200 })
    .jpeg()
    .toBuffer()
  const difference = differenceOf(await hashOf(jpeg), await hashOf(await change(jpeg).toBuffer()))
  expect(difference).toBeLessThanOrEqual(thresholds.mostDifferent)
})

test('a photo of the set is like itself and like no other', async () => {
  const hashes = await Promise.all([0, 1, 2, 3].map(async (at) => hashOf((await setPhoto('test', at)).jpeg)))
  hashes.forEach((one, at) => {
    expect(differenceOf(one, one)).toBe(0)
    hashes.slice(at + 1).forEach((other) => {
      expect(differenceOf(one, other)).toBeGreaterThan(thresholds.mostDifferent * 3)
    })
  })
})

test.each<DocumentKind>(['form', 'card', 'book'])(
  'two pages of the same print are not the same: %s',
  async (kind) => {
    const hashes = await Promise.all([1, 2, 3].map(async (seed) => hashOf(await scan(kind, seed))))
    hashes.forEach((one, at) =>
      hashes.slice(at + 1).forEach((other) => {
        expect(differenceOf(one, other)).toBeGreaterThan(thresholds.mostDifferent)
      }),
    )
  },
)

test('what is no hash is like nothing', () => {
  expect(differenceOf('', '')).toBe(1)
  expect(differenceOf('ff', 'fff')).toBe(1)
  expect(differenceOf('f0', '0f')).toBe(1)
  expect(differenceOf('f0', 'f0')).toBe(0)
  expect(differenceOf('f0', 'f5')).toBe(1 / 4)
  expect(differenceOf('00', '00')).toBe(0)
})
