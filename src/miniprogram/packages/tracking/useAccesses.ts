import { useState } from 'react'
import { type Access } from '@contracts/accesses'
import { useLoad } from '@/platform/lifecycle'
import { readQuery } from '@/platform/navigation'
import { type Failure } from '@/stores/api'
import { readCasesOfPhone } from '@/stores/cases'
import { callAsCitizen } from '@/stores/routeCalls'

export interface Accesses {
  /** Absent until the first page is there. Never kept on the phone. */
  rows: readonly Access[] | undefined
  hasMore: boolean
  isLoading: boolean
  failure: Failure | undefined
  /** The next page, or the same one after a failure. */
  load: () => Promise<void>
}

/** Who looked at the case a page was opened with, page by page, the newest first. */
export function useAccesses(): Accesses {
  const [id, setId] = useState('')
  const [pages, setPages] = useState<readonly (readonly Access[])[]>([])
  const [hasMore, setMore] = useState(false)
  const [isLoading, setLoading] = useState(true)
  const [failure, setFailure] = useState<Failure>()

  const load = async (wanted: string) => {
    setLoading(true)
    await readCasesOfPhone()
    const outcome = await callAsCitizen('listAccesses', {
      id: wanted,
      query: { page: String(pages.length + 1) },
    })
    setLoading(false)
    setFailure(outcome.ok ? undefined : outcome)
    if (!outcome.ok) return
    setPages(pages.concat([outcome.value.accesses]))
    setMore(outcome.value.hasMore)
  }
  useLoad((query) => {
    const wanted = readQuery(query).id ?? ''
    setId(wanted)
    void load(wanted)
  })
  const rows = pages.length === 0 ? undefined : pages.reduce((all, page) => all.concat(page), [])
  return { rows, hasMore, isLoading, failure, load: () => load(id) }
}
