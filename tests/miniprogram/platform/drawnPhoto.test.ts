import { lookAndMark, shrunkSize, smallEnough, type PhotoSurface } from '@/platform/drawnPhoto'

const purpose = '仅用于办理样本 2026年11月25日'
const asked = { purpose, others: [], isPaper: true }

/** A canvas that keeps account of what is written where. */
function surface(width: number, height: number, level: (x: number, y: number) => number) {
  const written: { words: string; x: number; y: number }[] = []
  const heights = [height]
  const context = {
    getImageData: (_x: number, _y: number, wide: number, high: number) => {
      const data = new Uint8Array(wide * high * 4).fill(255)
      for (let at = 0; at < wide * high; at += 1)
        data.fill(level(at % wide, Math.floor(at / wide)), at * 4, at * 4 + 3)
      return { width: wide, height: high, data }
    },
    measureText: (words: string) => ({ width: words.length * 20 }),
    fillText: (words: string, x: number, y: number) => written.push({ words, x, y }),
    fillRect: () => undefined,
  }
  const draw = jest.fn()
  const made = {
    width,
    context,
    draw,
    get height() {
      return heights[heights.length - 1] ?? 0
    },
    set height(next: number) {
      heights.push(next)
    },
  } as unknown as PhotoSurface
  return { made, written, heights, draw }
}

/** A checkerboard as fine as writing: no room between. */
const full = (x: number, y: number) => (((x >> 3) + (y >> 3)) % 2 === 0 ? 230 : 20)

test('the mark stands where nothing is written', () => {
  const written = (x: number, y: number) => (y < 400 ? full(x, y) : 230)
  const { made, written: marks, heights } = surface(960, 800, written)
  lookAndMark(made, asked)
  expect(marks.length).toBeGreaterThan(0)
  expect(marks.every(({ words, y }) => words === purpose && y >= 400)).toBe(true)
  expect(heights).toEqual([800])
})

test('where writing leaves no room the mark gets a strip below, and the photo is drawn again', () => {
  const { made, written, heights, draw } = surface(960, 800, full)
  lookAndMark(made, asked)
  expect(heights).toHaveLength(2)
  expect(written).toHaveLength(1)
  expect(written[0]?.y).toBeGreaterThanOrEqual(800)
  expect(draw).toHaveBeenCalledTimes(2)
})

test('a picture of a person is not asked for writing', () => {
  const { made } = surface(320, 240, () => 180)
  expect(lookAndMark(made, asked).findings).toEqual(['blurred'])
  expect(lookAndMark(made, { ...asked, isPaper: false }).findings).toEqual([])
})

test.each([
  [4000, 3000, 1600, 1200],
  [900, 1600, 900, 1600],
  [20, 4000, 8, 1600],
])('%d × %d becomes %d × %d', (width, height, wide, high) => {
  expect(shrunkSize(width, height)).toEqual({ width: wide, height: high })
})

test.each([
  ['small at once', [200_000], 90],
  ['small at the third try', [900_000, 400_000, 290_000], 70],
  ['never small: the last one counts', [900_000, 800_000, 700_000, 600_000, 500_000], 50],
])('%s', async (_case, sizes, quality) => {
  const left = sizes.slice()
  const encode = jest.fn((asked: number) => Promise.resolve({ bytes: left.shift() ?? 0, asked }))
  expect((await smallEnough(encode)).asked).toBe(quality)
  expect(encode).toHaveBeenCalledTimes(sizes.length)
})
