import { type Access } from '@contracts/accesses'
import { formatInstant } from '@domain/calendar/instant'
import { type SummaryRow } from '@/ui/SummaryList'
import { nameOfPaper } from '../receivedFiles'
import { accessTexts as texts } from '../texts'

/**
 * When and which office, then who there and what was looked at.
 * @param today ISO calendar date: rows of this year carry no year
 */
export function accessRows(accesses: readonly Access[], today: string): SummaryRow[] {
  return accesses.map((access, index) => ({
    id: String(index),
    question: `${formatInstant(access.at, today)} · ${access.office}`,
    answer: texts.roles[access.role] + whatWords(access),
  }))
}

function whatWords({ what, paper }: Access): string {
  return what === 'photo' ? texts.what.photo(nameOfPaper(paper ?? '')) : texts.what[what]
}
