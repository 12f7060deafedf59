import type { Tables } from './tables'

/** `table.column` of a column that holds ciphertexts. */
type ColumnName = {
  [T in keyof Tables]: `${T}.${keyof Tables[T] & string}`
}[keyof Tables]

/**
 * Every sealed column of the database, with the columns of its table's primary key. A key rotation goes through this
 * table, and nothing can be sealed for a place that is not in it.
 */
export const sealedColumns = {
  'account.subject_sealed': ['id'],
  'application.sealed': ['id'],
  'attachment.sealed': ['id'],
  'audit_key.sealed': ['id'],
  'case_event.sealed': ['application_id', 'sequence'],
  'correction.sealed': ['id'],
  'idempotency.response_sealed': ['account_id', 'key'],
  'idempotency.body_sealed': ['account_id', 'key'],
  'protection_record.sealed': ['id'],
  'staff.totp_sealed': ['id'],
} as const satisfies Partial<Record<ColumnName, readonly string[]>>

export type SealedColumn = keyof typeof sealedColumns

type KeyValue = string | number
type KeyOf<C extends SealedColumn> = (typeof sealedColumns)[C] extends readonly [string, string]
  ? [KeyValue, KeyValue]
  : [KeyValue]

/**
 * Where a ciphertext lives: it opens nowhere else.
 * @param key values of the primary key, in the order of the table above
 */
export function placeOf<C extends SealedColumn>(column: C, ...key: KeyOf<C>): string {
  return placeAt(column, key)
}

/** The same for a key as it came from the database. */
export function placeAt(column: SealedColumn, key: readonly KeyValue[]): string {
  return [column, ...key].join(':')
}

/** The place of a photo's object: objects have no column. */
export const photoPlace = (attachmentId: string) => `attachment.object:${attachmentId}`
