import type { z } from 'zod/mini'
import { Household } from '@contracts/household'
import { checkFacts } from '@domain/eligibility/checkFacts'

/** A household to assess, or one line that names the field that is wrong and never repeats what it holds. */
export type HouseholdInput = { household: Household } | { problem: string }

/** The name of a field may be repeated when it looks like one; anything else might be a person's words. */
const fieldName = /^[A-Za-z][A-Za-z0-9]{0,39}$/

/**
 * Reads one household from JSON: bare facts, or a case file whose `facts` are one.
 * @param text the JSON; its size is for the caller to bound
 */
export function readHouseholdInput(text: string): HouseholdInput {
  const parsed = parseJson(text)
  if (!parsed) return { problem: 'input: not JSON' }
  const result = Household.safeParse(factsIn(parsed.value))
  if (!result.success) return { problem: describe(result.error.issues) }
  const [wrong] = checkFacts(result.data)
  return wrong ? { problem: `${wrong.field}: ${wrong.problem}` } : { household: result.data }
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return undefined
  }
}

function factsIn(value: unknown): unknown {
  const isCase = typeof value === 'object' && value !== null && Object.hasOwn(value, 'facts')
  return isCase ? (value as { facts: unknown }).facts : value
}

type Issue = z.core.$ZodIssue

function describe(issues: readonly Issue[]): string {
  const [issue] = issues.map((each) => deepest(each, []))
  if (!issue) return 'input: not a household'
  const { path, message } = issue
  return `${path.length > 0 ? pathText(path) : 'input'}: ${message}`
}

interface Located {
  path: PropertyKey[]
  message: string
}

/** Of the alternatives of a union the one that was meant is the one that reads furthest into the value. */
function deepest(issue: Issue, above: readonly PropertyKey[]): Located {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().map((each) => deepest(each, path))
    const furthest = inner.reduce<Located | undefined>(
      (best, each) => (each.path.length > (best?.path.length ?? path.length) ? each : best),
      undefined,
    )
    return furthest ?? { path, message: 'not of the expected kind' }
  }
  if (issue.code === 'unrecognized_keys') {
    const named = issue.keys.filter((key) => fieldName.test(key)).slice(0, 1)
    return { path: [...path, ...named], message: 'unknown property' }
  }
  return { path, message: messageOf(issue) }
}

const kinds: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `not ${kinds[issue.expected] ?? 'of the expected kind'}`
    case 'invalid_value':
      return 'not one of the allowed values'
    case 'too_small':
      return `less than ${issue.minimum}`
    case 'too_big':
      return `more than ${issue.maximum}`
    default:
      return issue.message
  }
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`,
    '',
  )
