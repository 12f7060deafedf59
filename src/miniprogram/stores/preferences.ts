import { create } from 'zustand'
import { fontScaleOfPhone } from '@/platform/appearance'
import { readStored, writeStored } from '@/platform/storage'

/** 标准 · 大 · 特大 · 最大. 18 dp × 1.7 is the 30 dp the rules for elderly people ask for (experience §1). */
export const fontScales = [1, 1.25, 1.5, 1.7] as const
export type FontScale = (typeof fontScales)[number]

/** What a person has chosen; absent means: as the phone does. */
export interface Chosen {
  fontScale?: FontScale
  elder?: boolean
}

export interface Appearance {
  /** 1 to 1.7 */
  fontScale: number
  /** 长辈版 */
  elder: boolean
}

interface Preferences {
  chosen: Chosen
  choose: (chosen: Chosen) => void
}

const key = 'preferences'

// At this size of text WeChat's 关怀模式 is on, and the darker colours come by themselves (experience §2).
const elderFrom = 1.3
const elderScale: FontScale = 1.25

function readChosen(): Chosen {
  const stored = (readStored(key) ?? {}) as Record<string, unknown>
  const fontScale = fontScales.find((scale) => scale === stored.fontScale)
  return {
    ...(fontScale ? { fontScale } : {}),
    ...(typeof stored.elder === 'boolean' ? { elder: stored.elder } : {}),
  }
}

/** Not personal, so it is kept unsealed and stays when the phone's drafts are cleared. */
export const usePreferences = create<Preferences>((set, get) => ({
  chosen: readChosen(),
  choose: (chosen) => {
    const next = { ...get().chosen, ...chosen }
    set({ chosen: next })
    writeStored(key, next)
  },
}))

/**
 * How pages look: the person's choice, else the phone's. 长辈版 never has text of the standard size.
 * @param phoneScale the factor of the phone, 1 to 1.7
 */
export function appearanceOf(chosen: Chosen, phoneScale: number): Appearance {
  const wanted = chosen.fontScale ?? phoneScale
  const elder = chosen.elder ?? wanted >= elderFrom
  return { fontScale: elder ? Math.max(wanted, elderScale) : wanted, elder }
}

let phoneScale: number | undefined

/** The appearance of every page; changes at once when the person changes it. */
export function useAppearance(): Appearance {
  const chosen = usePreferences((state) => state.chosen)
  phoneScale ??= fontScaleOfPhone()
  return appearanceOf(chosen, phoneScale)
}
