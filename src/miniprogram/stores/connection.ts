import { create } from 'zustand'
import { isOnline, onNetworkBack } from '@/platform/connection'

/** Whether the last call found no net. Told by calls, not by the phone: that says 4g in a lift without one. */
export const useConnection = create<{ offline: boolean }>(() => ({ offline: false }))

/** Every call tells what it found. */
export function heardFromServer(reached: boolean): void {
  if (useConnection.getState().offline === reached) useConnection.setState({ offline: !reached })
}

let watched = false
const listeners: (() => void)[] = []

/**
 * Calls the listener each time the net is back, for as long as the program lives: uploads go on by themselves.
 * Also clears the offline line.
 */
export function whenNetworkIsBack(listener: () => void): void {
  listeners.push(listener)
  if (watched) return
  watched = true
  onNetworkBack(() => {
    heardFromServer(true)
    listeners.forEach((call) => call())
  })
}

/** Asks the phone. False is certain, true is only a hope. */
export async function hasNetwork(): Promise<boolean> {
  const online = await isOnline()
  if (!online) heardFromServer(false)
  return online
}
