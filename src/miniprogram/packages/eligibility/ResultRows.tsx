import { type EntitlementResult } from '@domain/eligibility/assessment'
import { open } from '@/platform/navigation'
import { Entry } from '@/ui/Entry'
import { rowOf } from './resultRow'

/** Results as rows of one card, each leading to its own page. */
export function ResultRows({ results }: { results: readonly EntitlementResult[] }) {
  return (
    <>
      {results.map((result) => (
        <Entry key={result.code} {...rowOf(result)} onPress={() => open('item', { code: result.code })} />
      ))}
    </>
  )
}
