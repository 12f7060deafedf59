import fc from 'fast-check'

/** Text that breaks what is not careful: storage, patterns, markup, paths, queries, logs. */
export const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  '\ufeff',
  '<script>alert(1)</script>',
  "'; drop table application; --",
  '../../../etc/passwd',
  '%00%0d%0aset-cookie:a=b',
  '${jndi:ldap://127.0.0.1/a}',
  '=cmd|calc!A1',
  '__proto__',
  'constructor',
  '𠮷'.repeat(100),
  '·'.repeat(300),
  'a'.repeat(5_000),
  '9'.repeat(400),
  '1e309',
  'NaN',
]

const hostileNumbers = [-1, -0, 0.1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, Number.MIN_VALUE]

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: [deep(levels - 1)] })

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...hostileTexts),
  fc.constantFrom<unknown>(...hostileNumbers),
  fc.constantFrom<unknown>(null, true, [], {}, [[]], { length: 1 }, deep(40)),
  fc.constant(Array.from({ length: 3_000 }, () => 0)),
)

type Path = (string | number)[]

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (!isTree(value)) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  if (!isTree(value)) return value
  const inner = changed(value[key], rest, change)
  if (Array.isArray(value)) return value.map((old: unknown, place) => (String(place) === key ? inner : old))
  return { ...value, [key]: inner }
}

const withoutOne = (old: unknown, pick: number): unknown => {
  if (!isTree(old) || Array.isArray(old)) return undefined
  const keys = Object.keys(old)
  const gone = keys[pick % Math.max(keys.length, 1)]
  return Object.fromEntries(Object.entries(old).filter(([key]) => key !== gone))
}

/** Not the language's own kind of assignment: a body may really hold the key. */
const withKey = (old: unknown, key: string, value: unknown): unknown => {
  if (!isTree(old)) return value
  return Object.defineProperty({ ...old }, key, { value, enumerable: true, configurable: true })
}

const strangeKeys = [
  '__proto__',
  'constructor',
  'status',
  'ownerId',
  'role',
  'version',
  'id',
  '110101199003070000',
]

/** A valid body with one thing wrong somewhere: a field gone, one too many, one of another kind. */
export function nearly(valid: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(valid)
  return fc
    .record({
      path: fc.constantFrom(...paths),
      value: hostileValue,
      key: fc.constantFrom(...strangeKeys),
      pick: fc.nat(20),
      way: fc.constantFrom<'replace' | 'remove' | 'add'>('replace', 'remove', 'add'),
    })
    .map(({ path, value, key, pick, way }) => {
      if (way === 'replace') return changed(valid, path, () => value)
      if (way === 'remove') return changed(valid, path, (old) => withoutOne(old, pick))
      return changed(valid, path, (old) => withKey(old, key, value))
    })
}
