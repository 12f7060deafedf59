/** The separate consents an application may need. Source: law-and-rules §3 (PIPL 28–31). */
export const consentKinds = ['childData', 'healthDocuments', 'crossProvince'] as const
export type ConsentKind = (typeof consentKinds)[number]

export interface ConsentNotice {
  kind: ConsentKind
  /** Changes whenever a word of the text changes; an older version does not count for a new submission. */
  version: string
  title: string
  /** What is processed, why, and where it goes. */
  paragraphs: readonly string[]
  /** What happens when the family says no. */
  ifRefused: string
  /** Without it nothing can be submitted. */
  required: boolean
}
