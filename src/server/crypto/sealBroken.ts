/** Sealed data that does not open: it was altered, moved to another place, or its key is gone. */
export class SealBroken extends Error {
  constructor(readonly why: 'format' | 'unknownKey' | 'altered') {
    super(`sealed data: ${why}`)
    this.name = 'SealBroken'
  }
}
