const wanted = 3

/**
 * Calls `leave` when Shift is pressed three times with no other key between.
 * @returns stops listening
 */
export function countShifts(leave: () => void): () => void {
  let count = 0
  const onKey = (event: KeyboardEvent) => {
    if (event.repeat) return
    count = event.key === 'Shift' ? count + 1 : 0
    if (count < wanted) return
    count = 0
    leave()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
