import { parseArgs } from 'node:util'

/** What was typed after a command: plain words, options with a value each, and options that stand alone. */
export interface Typed<Option extends string, Flag extends string> {
  words: string[]
  given: Partial<Record<Option, string>>
  flags: Partial<Record<Flag, true>>
}

/**
 * Reads words, `--option value` pairs and lone `--flag`s.
 * @returns undefined when there is anything else; its own message would be English and repeat what was typed
 */
export function readArgs<Option extends string, Flag extends string = never>(
  args: readonly string[],
  names: readonly Option[],
  flagNames: readonly Flag[] = [],
): Typed<Option, Flag> | undefined {
  try {
    const options = {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(flagNames.map((name) => [name, { type: 'boolean' as const }])),
    }
    const { positionals, values } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    const [given, flags]: [Partial<Record<Option, string>>, Partial<Record<Flag, true>>] = [{}, {}]
    for (const name of names) if (values[name] !== undefined) given[name] = values[name] as string
    for (const name of flagNames) if (values[name] === true) flags[name] = true
    return { words: positionals, given, flags }
  } catch {
    return undefined
  }
}
