import { type RefObject, useEffect, useRef, useState } from 'react'

const isWeapp = () => process.env.TARO_ENV === 'weapp'
const framesToSettle = 20

/**
 * Taro's H5 elements are moved in the document while they settle, and each move drops the focus to the body.
 * It is taken again for some frames, unless the person has gone elsewhere meanwhile.
 */
function focusUntilSettled(target: HTMLElement): () => void {
  let frame = 0
  const again = (left: number) => {
    if (document.activeElement === document.body) target.focus()
    if (document.activeElement === target && left > 0) frame = requestAnimationFrame(() => again(left - 1))
  }
  target.focus()
  frame = requestAnimationFrame(() => again(framesToSettle))
  return () => cancelAnimationFrame(frame)
}

interface FocusOptions {
  /** Give the focus back to where it was when the element goes: for overlays. */
  restore?: boolean
  /** false: leave the focus alone. */
  when?: boolean
}

/**
 * Moves the focus to the element of the returned ref when it appears. H5 only: WeChat offers no way to move the
 * focus of its screen reader. The element needs `focusable()` of accessible.ts.
 */
export function useFocusOn({ restore = false, when = true }: FocusOptions = {}): RefObject<never> {
  const target = useRef<HTMLElement>(null)
  // Read while rendering: once the page behind is inert, the focus is already lost.
  const [before] = useState(() => (isWeapp() ? null : (document.activeElement as HTMLElement | null)))
  useEffect(() => {
    if (isWeapp() || !when || !target.current) return undefined
    const stop = focusUntilSettled(target.current)
    return () => {
      stop()
      if (restore) before?.focus()
    }
  }, [before, restore, when])
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
