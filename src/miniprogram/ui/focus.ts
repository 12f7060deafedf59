import { type RefObject, useEffect, useRef } from 'react'

interface Focusable {
  focus?: (options?: { preventScroll?: boolean }) => void
}

const isWeapp = () => process.env.TARO_ENV === 'weapp'

/**
 * Moves the focus to the returned ref when it appears, and back to where it was when it goes. H5 only: WeChat
 * offers no way to move the focus of its screen reader.
 */
export function useFocusInside(): RefObject<never> {
  const target = useRef<Focusable>(null)
  useEffect(() => {
    if (isWeapp()) return undefined
    const before: Focusable | null = document.activeElement as HTMLElement | null
    target.current?.focus?.()
    return () => before?.focus?.()
  }, [])
  return target as RefObject<never>
}

/** Calls `onEscape` on Esc. H5 only. */
export function useEscape(onEscape: () => void): void {
  useEffect(() => {
    if (isWeapp()) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onEscape])
}
