import { readSealed } from '@/platform/sealedStorage'
import { removeStored } from '@/platform/storage'

// What 我的 needs to know of the checker's answers, without the rules that read them (checker.ts).

/** Name of the sealed copy on this phone. */
export const savedCheckerKey = 'checker'

/** The answers as they lie in storage, not checked; undefined when none were saved. */
export async function readSavedAnswers(): Promise<object | undefined> {
  const saved = await readSealed(savedCheckerKey)
  if (typeof saved !== 'object' || saved === null) return undefined
  const { answers } = saved as { answers?: unknown }
  return typeof answers === 'object' && answers !== null ? answers : undefined
}

/** Whether answers were saved on this phone, without opening them. */
export async function hasSavedAnswers(): Promise<boolean> {
  return Object.keys((await readSavedAnswers()) ?? {}).length > 0
}

let forgetInMemory: () => void = () => undefined

/** The checker tells, once it is loaded, how its answers in memory are forgotten. */
export function whenCheckerIsCleared(forget: () => void): void {
  forgetInMemory = forget
}

/** Clears the saved answers and those in memory. */
export function clearChecker(): void {
  removeStored(savedCheckerKey)
  forgetInMemory()
}
