import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  elderOverrides,
  palettes,
  ratioFloors,
  shapePairs,
  taps,
  textPairs,
  typeSizes,
  type Colour,
  type ColourName,
} from '@/styles/tokens'

const sheet = readFileSync(join(__dirname, '../../../src/miniprogram/styles/tokens.scss'), 'utf8')

/** Variables that one class of the style sheet sets. */
function variablesOf(name: string): Record<string, string> {
  const block = new RegExp(`\\.${name} \\{\\n([^]*?)\\n\\}`).exec(sheet)?.[1] ?? ''
  return Object.fromEntries(
    Array.from(block.matchAll(/--([\w-]+): (#\w{6});/g), ([, key, value]) => [key, value?.toUpperCase()]),
  )
}

function luminance(colour: Colour): number {
  const channel = (from: number) => {
    const share = parseInt(colour.slice(from, from + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** Contrast of WCAG 2, 1 to 21. */
function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const each = (pairs: readonly (readonly [ColourName, readonly ColourName[]])[]) =>
  pairs.flatMap(([colour, grounds]) => grounds.map((ground) => [colour, ground] as const))

test('the measure itself: black on white 21, WeUI green on white 2.38', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21)
  expect(contrast('#07C160', '#FFFFFF')).toBeCloseTo(2.38, 1)
})

test('the style sheet says what the token file says', () => {
  expect(variablesOf('tokens')).toEqual(palettes.everyday)
  const elder = Object.fromEntries(elderOverrides.map((name) => [name, palettes.elder[name]]))
  expect(variablesOf('elder')).toEqual(elder)
})

test.each(each(textPairs))('文字 %s 在 %s 上看得清', (colour, ground) => {
  expect(contrast(palettes.everyday[colour], palettes.everyday[ground])).toBeGreaterThanOrEqual(
    ratioFloors.text,
  )
  expect(contrast(palettes.elder[colour], palettes.elder[ground])).toBeGreaterThanOrEqual(
    ratioFloors.elderText,
  )
})

test.each(each(shapePairs))('图形 %s 在 %s 上分得清', (colour, ground) => {
  for (const palette of [palettes.everyday, palettes.elder])
    expect(contrast(palette[colour], palette[ground])).toBeGreaterThanOrEqual(ratioFloors.shape)
})

test('nothing is smaller than 18 dp, nothing tapped lower than 44, main controls 60', () => {
  expect(Math.min(...Object.values(typeSizes))).toBe(18)
  expect(Math.min(...Object.values(taps))).toBe(44)
  expect(taps.main).toBe(60)
})
