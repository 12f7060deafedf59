import { Refused } from '../http/failure'
import type { DeskCall } from './gates'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id of an address. @throws Refused `NOT_FOUND` for what can be none: the database would refuse to compare it */
export function idIn({ request }: DeskCall, name: 'id' | 'attachmentId' | 'correctionId'): string {
  const id = (request.params as Record<string, string | undefined>)[name]?.toLowerCase() ?? ''
  if (!uuid.test(id)) throw new Refused('NOT_FOUND')
  return id
}
