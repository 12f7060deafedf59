/**
 * How a line of counties.ts is written. Its names take three bytes a character on the phone, so the commonest endings
 * are a letter (a name with none of them ends in a full stop), and a number is left out where it is one more than the
 * one before: 01郑州s02中原q二七q is 01 郑州市, 02 中原区, 03 二七区.
 */
export const endings: readonly (readonly [letter: string, ending: string])[] = [
  ['z', '族自治县'],
  ['g', '高新技术产业开发区'],
  ['j', '经济技术开发区'],
  ['q', '区'],
  ['x', '县'],
  ['s', '市'],
  ['.', ''],
]

/** Two digits and a name: 05, 金水区. */
export interface Entry {
  digits: string
  name: string
}

/** The entries of a line, in its order. */
export function readLine(line: string): readonly Entry[] {
  let number = 0
  return (line.match(/\d*[^\da-z.]*[a-z.]/g) ?? []).map((written) => {
    const [given = ''] = written.match(/^\d+/) ?? []
    number = given ? Number(given) : number + 1
    const letter = written.slice(-1)
    const ending = endings.filter(([own]) => own === letter)[0]?.[1] ?? ''
    return { digits: `0${number}`.slice(-2), name: written.slice(given.length, -1) + ending }
  })
}
