import { type Access } from '@contracts/accesses'
import { formatInstant } from '@domain/calendar/instant'
import { type SummaryRow } from '@/ui/SummaryList'
import { nameOfPaper } from '../receivedFiles'
import { accessTexts as texts } from '../texts'

/** All that one role of one office looked at within a minute: opening a case shows its photos at once. */
interface Look {
  heading: string
  role: Access['role']
  accesses: readonly Access[]
}

/**
 * When and which office, then who there and what was looked at; what was looked at within one minute in one row.
 * @param accesses newest first
 * @param today ISO calendar date: rows of this year carry no year
 */
export function accessRows(accesses: readonly Access[], today: string): SummaryRow[] {
  return looks(accesses, today).map((look, index) => ({
    id: String(index),
    question: look.heading,
    answer: texts.roles[look.role] + whatWords(look.accesses),
  }))
}

function looks(accesses: readonly Access[], today: string): Look[] {
  return accesses.reduce<Look[]>((all, access) => {
    const heading = `${formatInstant(access.at, today)} · ${access.office}`
    const last = all[all.length - 1]
    if (last?.heading !== heading || last.role !== access.role)
      return all.concat({ heading, role: access.role, accesses: [access] })
    return all.slice(0, -1).concat({ ...last, accesses: last.accesses.concat(access) })
  }, [])
}

function whatWords(accesses: readonly Access[]): string {
  const has = (what: Access['what']) => accesses.some((access) => access.what === what)
  const photos = accesses.filter(({ what }) => what === 'photo')
  const papers = photos.reduce<string[]>((names, { paper }) => {
    const name = paper === undefined ? '' : nameOfPaper(paper)
    return name === '' || names.indexOf(name) >= 0 ? names : names.concat(name)
  }, [])
  return [
    has('file') ? texts.what.file : '',
    has('numbers') ? texts.what.numbers : '',
    papers.length > 0 ? texts.what.photos(papers.join('、')) : '',
    photos.some(({ paper }) => paper === undefined) ? texts.what.unusedPhoto : '',
  ].join('')
}
