const maxCharacters = 50

type Range = readonly [first: number, last: number]

/** Han with the planes of rare characters, and the private area where older systems kept them. */
const hanRanges: readonly Range[] = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xe000, 0xf8ff],
  [0xf900, 0xfaff],
  [0x20000, 0x3fffd],
]

/** Latin, for a foreign parent or applicant: the name stands so on the permanent residence card. */
const latinRanges: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
]

/** Between the parts of a name only. */
const joints = "· -'."

/**
 * One spelling for one name: the dots that keyboards offer become U+00B7, spaces collapse, and the space
 * some people leave inside a Chinese name goes.
 */
export function normaliseName(value: string): string {
  return value
    .replace(/[\u2022\u30FB\uFF0E\u2027\u22C5\uFF65]/g, '·')
    .replace(/\s+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/ ?· ?/g, '·')
    .replace(/([\u3400-\u9FFF]) (?=[\u3400-\u9FFF])/g, '$1')
}

/** What is wrong with a person's name, in Chinese, or nothing. Counts characters, not UTF-16 units. */
export function nameProblem(value: string): string | undefined {
  const characters = Array.from(normaliseName(value))
  if (characters.length === 0) return '请填姓名。'
  if (characters.length > maxCharacters) return `姓名最多 ${maxCharacters} 个字，请再看看。`
  if (characters.some((character) => /[0-9\uFF10-\uFF19]/.test(character))) return '姓名里不能有数字。'
  if (!characters.every((character) => isLetter(character) || joints.includes(character)))
    return '姓名里有不能用的符号，请照证件填。'
  const ends = [characters[0], characters[characters.length - 1]]
  return ends.every((end) => end !== undefined && (isLetter(end) || end === '.'))
    ? undefined
    : '姓名开头或结尾多了符号，请再看看。'
}

function isLetter(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  return hanRanges.concat(latinRanges).some(([first, last]) => point >= first && point <= last)
}

/**
 * The form in which a name may be shown in a list: 王*明, 王*, 买**·吐***, J*** S****.
 * A name of one character is hidden whole.
 */
export function maskName(value: string): string {
  const name = normaliseName(value)
  if (!/[· ]/.test(name)) return maskPart(Array.from(name), true)
  return name
    .split(/([· ])/)
    .map((part) => (part === '·' || part === ' ' ? part : maskPart(Array.from(part), false)))
    .join('')
}

function maskPart(characters: readonly string[], showLast: boolean): string {
  if (characters.length === 1) return '*'
  const last = showLast && characters.length > 2 ? characters[characters.length - 1] : '*'
  return `${characters[0]}${stars(characters.length - 2)}${last}`
}

const stars = (count: number) => new Array(Math.max(0, count) + 1).join('*')
