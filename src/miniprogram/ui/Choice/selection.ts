/** One answer of a Choice. */
export interface Option<Value extends string = string> {
  value: Value
  /** The words of the family: 联系不上. */
  words: string
  /** One quieter line below. */
  note?: string
  /** Stands alone: choosing it clears the others (都没有). 不清楚 always does. */
  exclusive?: boolean
}

/** The value of 不清楚 in every Choice. */
export const unknownValue = 'unknown'

/**
 * What is chosen after a tap on `tapped`, when several may be chosen.
 * An exclusive answer and the others push each other out.
 */
export function toggled<Value extends string>(
  chosen: readonly Value[],
  tapped: Value,
  exclusive: readonly Value[],
): readonly Value[] {
  if (chosen.includes(tapped)) return chosen.filter((value) => value !== tapped)
  if (exclusive.includes(tapped)) return [tapped]
  return [...chosen.filter((value) => !exclusive.includes(value)), tapped]
}
