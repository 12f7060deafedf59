import { useState } from 'react'
import { useReady } from '@/platform/lifecycle'

// What a phone shows without scrolling, and a little more: the first message of a page keeps to 8 kB.
const usuallyFirst = 12

/** The first rows of a long list; the others follow once the page is in sight. */
export function useFollowing<Row>(rows: readonly Row[], first = usuallyFirst): readonly Row[] {
  const [isSeen, setIsSeen] = useState(false)
  useReady(() => setIsSeen(true))
  return isSeen ? rows : rows.slice(0, first)
}
