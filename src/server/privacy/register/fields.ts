import type { DataKind } from '@domain/application/dataKinds'
import type { Field, Subject } from './entry'

const family: readonly Subject[] = ['childUnder14', 'child14to17', 'guardian', 'otherAdult']

/** A number, a day or a version: it names nobody by itself. */
export const technical: Field = {
  kinds: ['technical'],
  subjects: ['guardian'],
  sensitive: false,
  atRest: 'clear',
  shown: 'open',
}

/** The same, and nobody is ever shown it. */
export const internal: Field = { ...technical, shown: 'never' }

export const aboutStaff: Field = { ...technical, subjects: ['staff'] }

/** A secret of which only the hash is kept. */
export const hashed: Field = { ...internal, atRest: 'hash' }

/** Finds a row again by a number that is not stored: whoever has only the database cannot try numbers. */
export const blindIndex: Field = {
  kinds: ['identity'],
  subjects: ['childUnder14', 'child14to17', 'guardian'],
  sensitive: true,
  atRest: 'keyedHash',
  shown: 'never',
}

/** A ciphertext with everything of these kinds in it. */
export function sealed(...kinds: DataKind[]): Field {
  return { kinds, subjects: family, sensitive: true, atRest: 'sealed', shown: 'masked' }
}

/** Sensitive, and clear in the database because a query needs it. */
export function forQuery(kinds: DataKind[], clearBecause: string): Field {
  return { kinds, subjects: family, sensitive: true, atRest: 'query', shown: 'notInLists', clearBecause }
}

/** A property of the wire about somebody of the family; it is stored sealed, if at all. */
export function personal(kinds: DataKind[], subjects: readonly Subject[] = family): Field {
  return { kinds, subjects, sensitive: true, atRest: 'sealed', shown: 'notInLists' }
}

/** The same in a list, where it is masked. */
export function masked(...kinds: DataKind[]): Field {
  return { ...personal(kinds), shown: 'masked' }
}

export const children: readonly Subject[] = ['childUnder14', 'child14to17']
export const adults: readonly Subject[] = ['guardian', 'otherAdult']
