import type * as core from 'zod/v4/core'
import { safeParse, type ZodMiniType, type output } from 'zod/mini'
import { done, fail, type Result } from '../result'

/** Neither can be stored: PostgreSQL refuses NUL, UTF-8 has no lone surrogates. */
// eslint's control-character rule is about accidents; here the character is the point, so it is written by its number.
const unstorable = new RegExp(`${String.fromCharCode(0)}|\\p{Cs}`, 'u')

export function isStorable(text: string): boolean {
  return !unstorable.test(text)
}

/**
 * Parses what came in, strictly.
 * @returns the value, or `INVALID_FIELD` with the path of the first wrong field. The path holds names of the contract
 * only: an unknown key may itself be an ID number, so it is never repeated.
 */
export function parse<S extends ZodMiniType>(schema: S, value: unknown): Result<output<S>> {
  const parsed = safeParse(schema, value)
  if (!parsed.success) return fail('INVALID_FIELD', fieldOf(parsed.error.issues[0]))
  const bad = pathOfUnstorable(parsed.data)
  return bad === undefined ? done(parsed.data) : fail('INVALID_FIELD', bad)
}

function fieldOf(issue: core.$ZodIssue | undefined): string | undefined {
  const path = issue?.path.map(String).join('.')
  return path === '' ? undefined : path
}

function pathOfUnstorable(value: unknown, path: string[] = []): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path.join('.')
  if (value === null || typeof value !== 'object') return undefined
  for (const [name, field] of Object.entries(value)) {
    const found = pathOfUnstorable(field, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}
