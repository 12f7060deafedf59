import { formatDate } from '@domain/calendar/date'
import { type EntitlementResult } from '@domain/eligibility/assessment'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { Quote } from '@/ui/Quote'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { quotesOf, reasonsOf } from '../explanation'
import { groupOf } from '../findings'
import { nameOf, officialNameOf } from '../names'
import { monthWords, stateOf } from '../resultRow'
import { item as texts } from '../resultTexts'

// Two are read; a third is not.
const mostQuotes = 2

/** The answer with its reasons and dates, then the sentences of the policy it rests on. */
export function Why({ result }: { result: EntitlementResult }) {
  const { code } = result
  const state = stateOf(result)
  const official = officialNameOf(code)
  return (
    <>
      <Card>
        <Tag tone={state.tone}>{state.words}</Tag>
        {reasonsOf(result).map((reason) => (
          <Paragraph key={reason}>{reason}</Paragraph>
        ))}
        {datesOf(result).map((date) => (
          <Paragraph key={date} tone="strong">
            {date}
          </Paragraph>
        ))}
        {groupOf(result) === 'held' && <Paragraph>{texts.already}</Paragraph>}
        {official !== nameOf(code) && <Paragraph tone="quiet">{texts.official(official)}</Paragraph>}
      </Card>
      <Section title={texts.quote}>
        {quotesOf(result, mostQuotes).map(({ words, ...quote }) => (
          <Quote key={words} {...quote}>
            {words}
          </Quote>
        ))}
      </Section>
    </>
  )
}

function datesOf({ dates = {} }: EntitlementResult): string[] {
  const { eligibleFrom, receiptExpectedFrom, lastProtectedDay, lastPaidMonth } = dates
  return [
    eligibleFrom && texts.dates.eligibleFrom(formatDate(eligibleFrom)),
    receiptExpectedFrom && texts.dates.receiptExpectedFrom(formatDate(receiptExpectedFrom)),
    lastProtectedDay && texts.dates.lastProtectedDay(formatDate(lastProtectedDay)),
    lastPaidMonth && texts.dates.lastPaidMonth(monthWords(lastPaidMonth)),
  ].filter((words): words is string => words !== undefined && words !== '')
}
