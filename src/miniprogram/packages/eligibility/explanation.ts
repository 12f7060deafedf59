import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionById, type ProvisionId } from '@domain/policy/provisions'
import { openQuestions, type OpenQuestion } from './openQuestions'
import { result as texts } from './texts'

export interface Explanation {
  sentences: readonly string[]
  quotes: readonly { provision: ProvisionId; words: string; clause: string }[]
  /** Questions left open that settle the answer; no more than a family reads. */
  questions: readonly OpenQuestion[]
  /** How many more there are. */
  moreQuestions: number
}

// A card is read by somebody who reads slowly: what is further down is not read at all.
const mostQuestions = 3
const mostQuotes = 2

/**
 * Why a result is as it is. Where open questions settle it, they say what is not known, and the sentences need not
 * say it again.
 */
export function explanationOf(result: EntitlementResult): Explanation {
  const open = openQuestions(result.missing ?? [])
  const isOpen = open.length > 0
  const given = result.reasons.map(({ text }) => text)
  const applyFirst = result.canApply ? [texts.applyFirst] : []
  return {
    sentences: isOpen ? applyFirst : given,
    quotes: quotesOf(result).slice(0, isOpen ? 1 : mostQuotes),
    questions: open.slice(0, mostQuestions),
    moreQuestions: Math.max(open.length - mostQuestions, 0),
  }
}

/** The provision of the entitlement first, then others the reasons rest on; each quotation once. */
function quotesOf({ provisions }: EntitlementResult): Explanation['quotes'] {
  return provisions
    .map((provision) => ({ provision, ...provisionById(provision) }))
    .filter(({ quote }, index, all) => all.findIndex((other) => other.quote === quote) === index)
    .map(({ provision, quote: words, clause }) => ({ provision, words, clause }))
}
