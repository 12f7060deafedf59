import { parseArgs } from 'node:util'

/** What was typed after a command: plain words, and options with a value each. */
export interface Typed<Option extends string> {
  words: string[]
  given: Partial<Record<Option, string>>
}

/**
 * Reads words and `--option value` pairs.
 * @returns undefined when there is anything else; its own message would be English and repeat what was typed
 */
export function readArgs<Option extends string>(
  args: readonly string[],
  names: readonly Option[],
): Typed<Option> | undefined {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    const { positionals, values } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { words: positionals, given: values as Partial<Record<Option, string>> }
  } catch {
    return undefined
  }
}
