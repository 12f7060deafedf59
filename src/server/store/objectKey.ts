import { randomUUID } from 'node:crypto'

const pattern = /^[0-9a-f]{2}\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A key that tells nothing and spreads objects over 256 folders. */
export function newObjectKey(): string {
  const id = randomUUID()
  return `${id.slice(0, 2)}/${id}`
}

/** Whether {@link newObjectKey} could have made it: nothing else is ever read, written or removed. */
export function isObjectKey(key: string): boolean {
  return pattern.test(key)
}
