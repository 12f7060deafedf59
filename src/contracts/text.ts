import * as z from 'zod/mini'

/**
 * Control characters, and halves of surrogate pairs. PostgreSQL cannot store U+0000 at all, and the others
 * come from no keyboard.
 */
const unstorable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/

/** Whether every character can be stored and shown. Tabs and line ends can. */
export function isStorableText(value: string): boolean {
  return !unstorable.test(value)
}

/** Free text of `min` to `max` UTF-16 units that can be stored as it is. */
export const text = (min: number, max: number) =>
  z.string().check(z.minLength(min), z.maxLength(max), z.refine(isStorableText, 'not storable text'))
