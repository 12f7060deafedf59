import { readDraft } from '@domain/application/draftReader'
import { hasPersons } from '@domain/application/draftTakeOver'
import { wuhaiTime } from '@domain/calendar/instant'
import { services, type ServiceCode } from '@domain/services/catalogue'
import { cardOf, byLastChange } from '@/stores/draftCard'
import { daysLeftOf } from '@/stores/oldDrafts'
import { drafts as texts } from './texts'

/** One draft as the list tells of it. */
export interface DraftRow {
  id: string
  /** 王某，3月2日填的: told apart on a shared phone, and no more is said (experience §9). */
  whose: string
  /** Absent when the draft cannot be opened. */
  service?: ServiceCode
  /** Something to take over for another matter. */
  hasPersons: boolean
  /** Neutral; nothing for the confidential matter, which only its title would tell apart. */
  matter?: string
  daysLeft?: number
  isWaiting: boolean
  /** Of a newer version, damaged, or for a matter that is not on the phone any more. */
  isClosed: boolean
}

/** 王某，3月2日填的 */
export function whoseDraft(surname: string, updatedAt = ''): string {
  const [, month, day] = (wuhaiTime(updatedAt)?.date ?? '').split('-')
  const when = month && day ? texts.day(Number(month), Number(day)) : ''
  return texts.whose(surname, when) || texts.nameless
}

function matterOf(service: ServiceCode): Pick<DraftRow, 'matter'> {
  const { confidential, neutralTitle } = services[service]
  return confidential ? {} : { matter: neutralTitle }
}

/** The rows of the list, the last changed first. */
export function draftRows(drafts: Readonly<Record<string, unknown>>): DraftRow[] {
  return Object.keys(drafts)
    .map((id) => cardOf(id, drafts[id]))
    .sort(byLastChange)
    .map(({ id, surname, updatedAt, isWaiting }) => {
      const draft = readDraft(drafts[id])
      return {
        id,
        whose: whoseDraft(surname, updatedAt),
        ...(draft ? { service: draft.service, ...matterOf(draft.service) } : {}),
        hasPersons: draft !== undefined && hasPersons(draft),
        daysLeft: isWaiting ? undefined : daysLeftOf(updatedAt),
        isWaiting,
        isClosed: draft === undefined,
      }
    })
}
