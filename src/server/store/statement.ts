/**
 * Statements that the server has prepared once for a connection, by their text. Not one that gives back every column: a
 * migration that adds one would make the prepared one fail on the servers that still run ("cached plan must not change
 * result type").
 */
const names = new Map<string, string>()
const mostNames = 200
const givesEveryColumn = /\*/

/** @returns the name a statement is prepared under, or nothing for one that is not prepared */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || givesEveryColumn.test(text) || names.size >= mostNames) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

interface Wire {
  cork(): void
  uncork(): void
}

/** The stream of a client, which its types do not tell (pg 8.23, lib/client.js). */
export const wireOf = (client: object) => (client as { connection: { stream: Wire } }).connection.stream
