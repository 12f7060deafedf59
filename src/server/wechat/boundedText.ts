/**
 * The body of an answer as UTF-8 text.
 * @returns undefined when it is longer than `maxBytes` (the rest is not read) or not UTF-8.
 * @throws when the connection breaks or is aborted.
 */
export async function boundedText(response: Response, maxBytes: number): Promise<string | undefined> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.byteLength
    if (bytes > maxBytes) {
      // A sender that never ends must not be waited for.
      await reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    return undefined
  }
}
