import { boundedBytes } from '../boundedBytes'

/**
 * The body of an answer as UTF-8 text.
 * @returns undefined when it is longer than `maxBytes` (the rest is not read) or not UTF-8.
 * @throws when the connection breaks or is aborted.
 */
export async function boundedText(response: Response, maxBytes: number): Promise<string | undefined> {
  const bytes = await boundedBytes(response, maxBytes)
  if (!bytes) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
