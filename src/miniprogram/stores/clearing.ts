import { removePhoto } from '@/platform/photos'
import { readSealed } from '@/platform/sealedStorage'
import { removeStored } from '@/platform/storage'
import { forgetCases } from './cases'
import { eraseDrafts, putAside } from './draftShelf'
import { keysOfFamily, photosIn } from './familyRecords'
import { signOut } from './session'

const forgetters: (() => void)[] = []

/** A room that holds something of a family in memory tells how it is forgotten. */
export function whenPhoneIsCleared(forget: () => void): void {
  forgetters.push(forget)
}

/** 换下一家: nothing of a family stays in memory for the next one to see; what the phone keeps, it keeps. */
export function nextFamily(): void {
  putAside()
  forgetters.forEach((forget) => forget())
}

/**
 * Everything of a family leaves this phone, whichever room kept it: drafts, photos, answers, cases, the session.
 * Does not wait for the server, which may be out of reach.
 */
export async function clearPhone(): Promise<void> {
  await eraseDrafts()
  forgetCases()
  await Promise.all(keysOfFamily().map(eraseKept))
  forgetters.forEach((forget) => forget())
  await signOut()
}

async function eraseKept(key: string): Promise<void> {
  const files = photosIn(await readSealed(key))
  removeStored(key)
  await Promise.all(files.map(removePhoto))
}
