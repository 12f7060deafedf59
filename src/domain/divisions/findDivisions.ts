import { placesIn } from './elsewhere'
import { provinces } from './provinces'
import { wuhaiCity, wuhaiCityName, wuhaiDistricts, type Division } from './wuhai'

interface Named extends Division {
  /** With all that it lies in: 河南省郑州市金水区. */
  whole: string
}

const named = (above: string, { code, name }: Division): Named => ({ code, name, whole: above + name })

const namedBelow = (places: readonly Named[]): readonly Named[] =>
  places.reduce<readonly Named[]>(
    (found, { code, whole }) => found.concat(placesIn(code).map((place) => named(whole, place))),
    [],
  )

function everywhere(): readonly Named[] {
  const first = provinces.map((province) => named('', province))
  const second = namedBelow(first)
  const { whole = '' } = first.filter(({ code }) => code.slice(0, 2) === wuhaiCity.slice(0, 2))[0] ?? {}
  const ofWuhai = wuhaiDistricts.map((district) => named(whole + wuhaiCityName, district))
  return first.concat(second, ofWuhai, namedBelow(second))
}

// Made at the first search and kept: on a cheap phone its three thousand names are too slow for every keystroke.
let names: readonly Named[] | undefined

/** Whether the characters stand in the name in this order, as 郑州金水 does in 河南省郑州市金水区. */
function holdsInOrder(name: string, characters: readonly string[]): boolean {
  let from = 0
  return characters.every((character) => {
    from = name.indexOf(character, from) + 1
    return from > 0
  })
}

/**
 * The places a family may mean by what it has typed so far, each with its whole name: 乌海市's 海南区 is not 海南省.
 * First those whose own name begins so, then those that hold it; only if there are none, those whose whole name holds
 * the characters in this order. Within each, the provinces come first and the counties of cities last.
 * @returns nothing for no text
 */
export function findDivisions(typed: string): readonly Division[] {
  const text = typed.replace(/\s/g, '')
  if (!text) return []
  names = names ?? everywhere()
  const holding = names.filter(({ name }) => name.indexOf(text) >= 0)
  const found =
    holding.length > 0
      ? holding
          .filter(({ name }) => name.indexOf(text) === 0)
          .concat(holding.filter(({ name }) => name.indexOf(text) > 0))
      : names.filter(({ whole }) => holdsInOrder(whole, text.split('')))
  return found.map(({ code, whole }) => ({ code, name: whole }))
}
