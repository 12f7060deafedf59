import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { palettes, taps, textPairs, typeSizes, type ColourName } from '@/styles/tokens'

const folder = join(__dirname, '../../../src/miniprogram/ui')
const sheets = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.scss'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const all = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found]) => found ?? '')

test('there are style sheets to look at', () => {
  expect(sheets.length).toBeGreaterThan(20)
})

describe.each(sheets)('$name', ({ text }) => {
  test('colours come from the tokens only', () => {
    const names = all(text, /var\(--([\w-]+)\)/g)
    const known = Object.keys(palettes.everyday)
    expect(names.filter((name) => !known.includes(name))).toEqual([])
    expect(all(text.replace(/url\([^)]*\)/g, ''), /(#[0-9a-f]{3,8})\b(?=[;\s])/gi)).toEqual([])
  })

  test('every colour of text is in the contrast table', () => {
    const tested = textPairs.map(([colour]) => colour)
    const used = all(text, /(?<![\w-])color: var\(--([\w-]+)\)/g) as ColourName[]
    expect(used.filter((name) => !tested.includes(name))).toEqual([])
  })

  test('pressed looks come from hover-class: :active weighs on the platform score', () => {
    expect(text).not.toContain(':active')
  })

  test('text and taps use the sizes of the tokens', () => {
    const texts = all(text, /text-size\((\d+)\)/g).map(Number)
    const heights = all(text, /tap\((\d+)\)/g).map(Number)
    expect(texts.filter((size) => !(Object.values(typeSizes) as number[]).includes(size))).toEqual([])
    expect(heights.filter((size) => !(Object.values(taps) as number[]).includes(size))).toEqual([])
  })
})
