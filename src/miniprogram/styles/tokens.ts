/** A colour of the palette: six digits, as in a style sheet. */
export type Colour = `#${string}`

const everyday = {
  paper: '#F6F4EF',
  card: '#FFFFFF',
  line: '#DDD7CA',
  text: '#1F1F1F',
  quiet: '#55524B',
  blue: '#1A56B0',
  'blue-deep': '#123E82',
  'blue-tint': '#E9F0FA',
  green: '#0B6E3B',
  'green-tint': '#E4F2E9',
  amber: '#7A4D00',
  'amber-line': '#A86A08',
  'amber-tint': '#FFF3D6',
  red: '#A3211B',
  'red-tint': '#FBEBE9',
  sand: '#FBF7EF',
  'sand-bar': '#C9B48A',
  'field-line': '#6B675F',
  still: '#E7E3DA',
  dark: '#2B2B2B',
  'on-fill': '#FFFFFF',
} as const satisfies Record<string, Colour>

export type ColourName = keyof typeof everyday

/** 长辈版: the same pages, darker; every text reaches 7:1. */
const elder = {
  quiet: '#403E38',
  blue: '#154490',
  'blue-deep': '#0E3269',
  green: '#085A30',
  amber: '#6B4300',
  'amber-line': '#8A5606',
  red: '#8C1812',
  'field-line': '#55524B',
} as const satisfies Partial<Record<ColourName, Colour>>

/** What styles/tokens.scss says, name for name; a test keeps the two equal. */
export const palettes: Readonly<Record<'everyday' | 'elder', Readonly<Record<ColourName, Colour>>>> = {
  everyday,
  elder: { ...everyday, ...elder },
}

/** Names that 长辈版 sets anew. */
export const elderOverrides: readonly ColourName[] = Object.keys(elder) as ColourName[]

/** Sizes in dp at font scale 1. Nothing a person reads is smaller than body. */
export const typeSizes = { body: 18, strong: 20, section: 22, title: 26, figure: 32 } as const

/** Heights of what is tapped, in dp: floor, close buttons, main controls, choice rows, entries. */
export const taps = { floor: 44, small: 48, main: 60, choice: 62, entry: 76 } as const

/** Space in dp. */
export const spaces = { gap: 8, inside: 16, side: 16, group: 24 } as const

export const radii = { card: 16, control: 12, tag: 8 } as const

export const lineHeight = 1.5

/** Ratios of WCAG 2: text, text in 长辈版, and shapes that carry meaning (1.4.11). */
export const ratioFloors = { text: 4.5, elderText: 7, shape: 3 } as const

/** Texts in use: colour, and every ground it stands on. */
export const textPairs: readonly (readonly [ColourName, readonly ColourName[]])[] = [
  ['text', ['paper', 'card', 'blue-tint', 'green-tint', 'amber-tint', 'red-tint', 'sand', 'still']],
  ['quiet', ['paper', 'card', 'blue-tint', 'amber-tint', 'sand', 'still']],
  ['blue', ['card', 'paper', 'blue-tint', 'amber-tint', 'red-tint', 'green-tint']],
  ['blue-deep', ['card', 'blue-tint', 'sand', 'amber-tint']],
  ['green', ['card', 'paper', 'green-tint']],
  ['amber', ['card', 'paper', 'amber-tint']],
  ['red', ['card', 'paper', 'red-tint', 'blue-tint']],
  ['on-fill', ['blue', 'blue-deep', 'red', 'amber', 'dark']],
]

/** Shapes that carry meaning: rings of choices, frames of fields and photos, focus, bars. */
export const shapePairs: readonly (readonly [ColourName, readonly ColourName[]])[] = [
  ['field-line', ['card', 'paper', 'blue-tint']],
  ['blue', ['card', 'paper', 'blue-tint', 'still']],
  ['blue-deep', ['card', 'paper', 'blue-tint', 'amber-tint', 'sand']],
  ['amber-line', ['card', 'paper']],
  ['red', ['card', 'paper']],
  ['green', ['card', 'paper']],
]
