import { type CaseDetail } from '@contracts/applications'
import { formatInstant } from '@domain/calendar/instant'
import { type CaseEventKind } from '@domain/tracking/machine'
import { eventSentence } from '@domain/tracking/words'
import { type TimelineRow } from '@/ui/Timeline'
import { officesOf } from '../offices'

/** How the newest row stands; every earlier one is done. */
const newest: Record<CaseEventKind, TimelineRow['state']> = {
  submitted: 'now',
  accepted: 'now',
  supplementRequested: 'needed',
  supplementProvided: 'now',
  verified: 'now',
  forwarded: 'now',
  confirmed: 'done',
  refused: 'stopped',
  withdrawn: 'stopped',
}

/**
 * The course of a case, newest first, each event in one sentence with its reason.
 * @param today ISO calendar date: rows of this year carry no year
 */
export function timelineRows(detail: CaseDetail, today: string): TimelineRow[] {
  const offices = officesOf(detail)
  const events = detail.events.slice().reverse()
  return events.map(({ sequence, kind, at, reason }, index) => ({
    id: String(sequence),
    when: formatInstant(at, today),
    what: eventSentence(kind, detail.way, offices),
    who: reason,
    state: index === 0 ? newest[kind] : 'done',
  }))
}
