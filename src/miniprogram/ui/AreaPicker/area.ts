/** A place as a row. */
export interface Area {
  /** Division code, 6 or 9 digits. */
  code: string
  name: string
}
