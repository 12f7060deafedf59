/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export type Random = () => number

export function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Whether something that is so in `rate` of a hundred cases is so now. */
export const happens = (random: Random, rate: number): boolean => random() * 100 < rate

/** One of the names, each as often as its weight says. */
export function pick<Name extends string>(
  random: Random,
  weights: Readonly<Partial<Record<Name, number>>>,
): Name {
  const names = Object.keys(weights) as Name[]
  const total = names.reduce((sum, name) => sum + (weights[name] ?? 0), 0)
  let left = random() * total
  for (const name of names) {
    left -= weights[name] ?? 0
    if (left < 0) return name
  }
  return names[names.length - 1] as Name
}

/** A whole number from `least` to `most`. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))
