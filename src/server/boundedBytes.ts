/**
 * The body of an answer of another server, which may be of any length.
 * @returns undefined when it is longer than `maxBytes`; the rest is not read
 * @throws when the connection breaks or is aborted
 */
export async function boundedBytes(response: Response, maxBytes: number): Promise<Buffer | undefined> {
  if (!response.body) return Buffer.alloc(0)
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    bytes += value.byteLength
    if (bytes > maxBytes) {
      // A sender that never ends must not be waited for.
      await reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
}
