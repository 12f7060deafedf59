import type { Parts } from '../parts'

/** What changing keys needs of a server's parts. */
export type RotationParts = Pick<Parts, 'db' | 'clock' | 'envelope' | 'keyring' | 'objects' | 'auditKey'>

/** What went through one kind of sealed data. */
export interface Pass {
  renewed: number
  /** Places that could not be opened; they are left as they are. */
  broken: string[]
}

export const joined = (passes: readonly Pass[]): Pass => ({
  renewed: passes.reduce((sum, { renewed }) => sum + renewed, 0),
  broken: passes.flatMap(({ broken }) => broken),
})
