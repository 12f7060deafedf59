import { useState } from 'react'
import { useDidHide, useDidShow } from '@/platform/lifecycle'

/**
 * The value as it is while the page is in sight, and as it was then while another page stands in front. A page behind
 * sends nothing to the screen while the family types (WeChat: no setData in the background).
 */
export function useWhileShown<Value>(value: Value): Value {
  const [kept, setKept] = useState<{ value: Value }>()
  useDidHide(() => setKept({ value }))
  useDidShow(() => setKept(undefined))
  return kept ? kept.value : value
}
