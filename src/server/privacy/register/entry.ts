import type { ConsentKind } from '@domain/application/consents'
import type { DataKind } from '@domain/application/dataKinds'
import type { RetentionKind } from '../retention/clocks'

export type Subject = 'childUnder14' | 'child14to17' | 'guardian' | 'otherAdult' | 'staff'

/**
 * How a value lies where it is stored. `clear` names nobody and says nothing about anybody. `query` is clear although
 * it is sensitive, because a query needs it; the entry says which.
 */
export type AtRest = 'sealed' | 'keyedHash' | 'hash' | 'clear' | 'query' | 'notStored'

/** How it appears in lists and on screens. */
export type Shown = 'masked' | 'notInLists' | 'never' | 'open'

/** Who may be given it, beyond the family itself. */
export type Receiver = 'street' | 'district' | 'wechat'

/** One field of the data register. Source: law-and-rules §2; PIPL 13, 28, 34. */
export interface Entry {
  kinds: readonly DataKind[]
  subjects: readonly Subject[]
  /** Everything about a child under 14; identity documents, health, money and whereabouts of anyone. PIPL 28. */
  sensitive: boolean
  purpose: string
  legalBasis: string
  consent: ConsentKind | 'none'
  atRest: AtRest
  shown: Shown
  /** Only for `query`: what could not be asked otherwise. */
  clearBecause?: string
  receivers: readonly Receiver[]
  retention: RetentionKind
}

/** What the fields of one table or one answer have in common. */
export type Ground = Pick<Entry, 'purpose' | 'legalBasis' | 'consent' | 'receivers' | 'retention'>

/** What is particular to a field. */
export type Field = Omit<Entry, keyof Ground> & Partial<Ground>

export type Fields = Readonly<Record<string, Field>>
export type Entries = Readonly<Record<string, Entry>>

/** Every field of one place with what the place has in common. */
export function entriesOf(ground: Ground, fields: Fields): Entries {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...ground, ...field }]))
}

/** The fields of a shape inside another: `facts` + `child.birthDate`. */
export function inside<T>(path: string, fields: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [`${path}${name}`, field]))
}
