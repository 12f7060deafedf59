import { type Strip } from './strips'

/** Pixels: from the middle of a line this leads out of it. */
const reach = 10

/**
 * Whether lines of writing are level: how much more the ink changes downwards than sideways, natural logarithm. Below 0
 * the photo lies on its side. Upside down cannot be told from this: a page of characters looks much the same.
 */
export function uprightness(upright: readonly Strip[], lying: readonly Strip[]): number {
  const [down, across] = [changeIn(upright), changeIn(lying)]
  return down === 0 || across === 0 ? 0 : Math.log(down / across)
}

function changeIn(strips: readonly Strip[]): number {
  let [sum, seen] = [0, 0]
  for (const { ink } of strips)
    for (let y = 0; y + reach < ink.length; y += 1) {
      const [here, there] = [ink[y] as number, ink[y + reach] as number]
      if (here < 0 || there < 0) continue
      sum += (here - there) * (here - there)
      seen += 1
    }
  return seen === 0 ? 0 : sum / seen
}
