import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionById } from '@domain/policy/provisions'
import { open } from '@/platform/navigation'
import { type QuoteProps } from '@/ui/Quote'
import { openQuestions } from './openQuestions'
import { item as texts } from './resultTexts'

export type ResultQuote = Omit<QuoteProps, 'children'> & { words: string }

/**
 * Why a result is as it is. Where questions left open settle it, those say what is not known, and the sentences need
 * not say it again.
 */
export function reasonsOf({ result, canApply, missing = [], reasons }: EntitlementResult): string[] {
  if (result !== 'NEEDS_INFO' || openQuestions(missing).length === 0) return reasons.map(({ text }) => text)
  return canApply ? [texts.applyFirst] : []
}

/** The provision of the entitlement first, then others the reasons rest on; each quotation once, `most` of them. */
export function quotesOf({ provisions }: EntitlementResult, most: number): ResultQuote[] {
  return provisions
    .map((id) => provisionById(id))
    .filter(({ quote }, index, all) => all.findIndex((other) => other.quote === quote) === index)
    .slice(0, most)
    .map(({ id, quote, clause }) => ({
      words: quote,
      clause,
      draft: true,
      onOpen: () => open('policy', { provision: id }),
    }))
}
