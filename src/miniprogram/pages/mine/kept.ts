import { useState } from 'react'
import { useDidShow } from '@/platform/lifecycle'
import { clearPhone, keysOfFamily } from '@/stores/clearing'
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

/** A line a key; one more for whatever has no line of its own, so that nothing is kept unsaid. */
function linesFor(keys: readonly string[]): string[] {
  const lines = known.filter((key) => keys.includes(key)).map((key) => texts.keptAs[key] ?? '')
  return keys.every((key) => known.includes(key)) ? lines : lines.concat(texts.keptElse)
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
