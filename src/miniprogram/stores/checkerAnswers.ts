import { type Answers } from '@domain/eligibility/questions'

let read = (): Answers => ({})

/**
 * What the checker knows at this moment, for an application that starts from its result. Apart from the checker, which
 * brings every rule with it: rooms that only read its answers do not carry them.
 */
export function checkerAnswers(): Answers {
  return read()
}

/** The checker says where it keeps them, as soon as it is there; before, there are none. */
export function answersAreKeptIn(source: () => Answers): void {
  read = source
}
