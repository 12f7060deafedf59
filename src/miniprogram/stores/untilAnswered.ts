import { type Outcome } from './api'

/** Milliseconds between the tries of one act. Beyond them a person decides, or the net comes back. */
const pauses = [1_000, 3_000, 8_000]

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/**
 * Repeats an act that carries its own key until the server has said yes or no, or the tries are used up.
 * A lost answer leaves it open whether the act happened: with the same key a second try cannot double it.
 * @param onDoubt the first try was not answered: tell the family to wait and not to do it again
 * @returns the last outcome; `unknown` or a retryable refusal when it is still open
 */
export async function untilAnswered<T>(
  act: () => Promise<Outcome<T>>,
  onDoubt: () => void,
): Promise<Outcome<T>> {
  let outcome = await act()
  for (const milliseconds of pauses) {
    if (isSettled(outcome)) return outcome
    onDoubt()
    await pause(milliseconds)
    outcome = await act()
  }
  return outcome
}

/** Whether the server has said yes, or a no that stays. */
export function isSettled<T>(outcome: Outcome<T>): boolean {
  return outcome.ok || (outcome.is === 'refused' && !outcome.isRetryable)
}
