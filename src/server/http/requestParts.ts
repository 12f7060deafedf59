import type { Parts } from '../parts'
import { databaseOfRequest } from '../store/database'
import { newPatience } from '../store/patience'

/** The parts of the server for one request: what it waits for the database is counted together, from guard to answer. */
export function requestParts(parts: Parts): Parts {
  return { ...parts, ...databaseOfRequest(parts.db, newPatience(parts.limits.databaseMs)) }
}
