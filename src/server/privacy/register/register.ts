import { apiFields } from './apiFields'
import { familyColumns } from './columns'
import type { Entries } from './entry'
import { officeColumns } from './officeColumns'
import { logFields, objectKinds } from './otherFields'

/**
 * Every stored column, every property of the wire, every kind of object and every log field, each with what the law
 * wants known about it. A column or a property that is not in it fails the test. Source: law-and-rules §2 (L01).
 */
export const register = {
  columns: { ...familyColumns, ...officeColumns },
  api: apiFields,
  objects: objectKinds,
  log: logFields,
} as const satisfies Readonly<Record<string, Entries>>
