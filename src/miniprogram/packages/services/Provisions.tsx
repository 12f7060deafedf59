import { provisionById, type ProvisionId } from '@domain/policy/provisions'
import { open } from '@/platform/navigation'
import { Quote } from '@/ui/Quote'

/** What the policy itself says, each sentence once. */
export function Provisions({ ids }: { ids: readonly ProvisionId[] }) {
  const rows = ids.map(provisionById)
  const once = rows.filter(({ quote }, index) => rows.findIndex((row) => row.quote === quote) === index)
  return (
    <>
      {once.map(({ id, quote, clause }) => (
        <Quote key={id} clause={clause} draft onOpen={() => open('policy', { provision: id })}>
          {quote}
        </Quote>
      ))}
    </>
  )
}
