import { useState } from 'react'
import { defaultHotline } from '@domain/places/hotlines'
import { call } from '@/platform/phone'
import { type CallNumber } from '@/ui/CallBar'
import { type Surroundings } from '@/ui/Screen'
import { useAppearance } from './preferences'

const numbers: readonly CallNumber[] = [{ name: '政府热线', number: defaultHotline }]

/** A phone that cannot call must say so: a tap without an effect looks like a broken page. */
export const callFailed = (number: string) => `电话没打开。请自己拨 ${number}。`

/**
 * What every page passes on to its Screen: `<Screen {...useSurroundings()} title=…>`. `error` tells that the phone
 * could not call; a page with an error of its own puts it behind: `error={problem ?? surroundings.error}`.
 */
export function useSurroundings(): Surroundings &
  Pick<Required<Surroundings>, 'onCall'> & { error?: string } {
  const appearance = useAppearance()
  const [failed, setFailed] = useState<string>()
  const onCall = async (number: string) => {
    const outcome = await call(number)
    setFailed(outcome === 'failed' ? number : undefined)
  }
  return { ...appearance, numbers, onCall, ...(failed ? { error: callFailed(failed) } : {}) }
}
