import { type EntitlementResult } from '@domain/eligibility/assessment'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { Paragraph } from '@/ui/Paragraph'
import { ResultCard } from '@/ui/ResultCard'
import { provisionOf } from '@domain/policy/provisions'
import { ApplyActions } from '../ApplyActions'
import { quotesOf, reasonsOf } from '../explanation'
import { serviceOf } from '../findings'
import { nameOf } from '../names'
import { groups, item as texts } from '../resultTexts'

// The others are on its own page.
const mostReasons = 3

/** What helps most and can be applied for now: why, in whose words, and the way on, without a further tap. */
export function BestResult({ result }: { result: EntitlementResult }) {
  const { code } = result
  const service = serviceOf(code)
  const { tag, tone } = groups.apply
  return (
    <ResultCard
      tone={tone}
      tag={tag}
      title={nameOf(code)}
      reasons={reasonsOf(result).slice(0, mostReasons)}
      quotes={quotesOf(result, 1)}
      actions={
        <>
          {service && <ApplyActions service={service} isSure />}
          <Button kind="link" onPress={() => open('item', { code })}>
            {texts.more}
          </Button>
        </>
      }
    >
      <Paragraph tone="quiet">{texts.responsible(provisionOf(code).office)}</Paragraph>
    </ResultCard>
  )
}
