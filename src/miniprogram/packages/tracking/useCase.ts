import { useState } from 'react'
import { useLoad } from '@/platform/lifecycle'
import { readQuery } from '@/platform/navigation'
import { type Failure } from '@/stores/api'
import { useCases, type KeptCase } from '@/stores/cases'
import { refreshCase } from './refreshCase'

export interface OpenCase {
  id: string
  /** As last seen on this phone; absent until it has been seen once. */
  kept: KeptCase | undefined
  isRefreshing: boolean
  failure: Failure | undefined
  refresh: () => Promise<void>
}

/** The case a page was opened with: what the phone knows at once, what the server says as soon as it answers. */
export function useCase(): OpenCase {
  const [id, setId] = useState('')
  const [isRefreshing, setRefreshing] = useState(true)
  const [failure, setFailure] = useState<Failure>()
  const kept = useCases((state) => state.details[id])

  const load = async (wanted: string) => {
    setRefreshing(true)
    setFailure(await refreshCase(wanted))
    setRefreshing(false)
  }
  useLoad((query) => {
    const wanted = readQuery(query).id ?? ''
    setId(wanted)
    void load(wanted)
  })
  return { id, kept, isRefreshing, failure, refresh: () => load(id) }
}
