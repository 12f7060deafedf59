import { readSealed } from '@/platform/sealedStorage'

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
