import type { DataKind } from '@domain/application/dataKinds'
import { detailIds, detailQuestions, type DetailQuestion } from '@domain/services/details'
import { inside, type Fields } from './entry'
import { personal, technical } from './fields'

/** What kind of data the answer to a page is. */
const kindsOf: Record<DetailQuestion['kind'], DataKind> = {
  single: 'familySituation',
  multiple: 'familySituation',
  date: 'familySituation',
  name: 'identity',
  phone: 'contact',
}

/** What only one matter asks: every page has its place, and an answer one of four shapes. */
export const detailFields: Fields = detailIds.reduce<Fields>((all, id) => {
  const answer = personal([kindsOf[detailQuestions[id].kind]])
  return { ...all, ...inside(`${id}.`, { kind: technical, values: answer, value: answer }) }
}, {})
