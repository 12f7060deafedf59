import { useState } from 'react'
import { useDidShow } from '@/platform/lifecycle'
import { clearPhone } from '@/stores/clearing'
import { keysOfFamily } from '@/stores/familyRecords'
import { signOut } from '@/stores/session'
import { texts } from './texts'

interface Kept {
  /** What lies on this phone, each in one line; empty when there is nothing. */
  lines: readonly string[]
  isSignedIn: boolean
  clear: () => Promise<void>
  leave: () => Promise<void>
}

const known = Object.keys(texts.keptAs)

/** What follows a dot tells records of one room apart: several drafts, each under its id. */
const roomOf = (key: string) => key.split('.')[0] ?? key

/** A line a room; one more for whatever has no line of its own, so that nothing is kept unsaid. */
function linesFor(keys: readonly string[]): string[] {
  const rooms = keys.map(roomOf)
  const lines = known.filter((room) => rooms.includes(room)).map((room) => texts.keptAs[room] ?? '')
  return rooms.every((room) => known.includes(room)) ? lines : lines.concat(texts.keptElse)
}

export function useKept(): Kept {
  const [keys, setKeys] = useState<readonly string[]>([])
  const look = () => setKeys(keysOfFamily())
  useDidShow(look)
  return {
    lines: linesFor(keys),
    isSignedIn: keys.includes('session'),
    clear: () => clearPhone().then(look),
    leave: () => signOut().then(look),
  }
}
