import { clauseNames, type ClauseId } from './clauseNames'
import { part1 } from './catalogue/part1'
import { part2 } from './catalogue/part2'
import { part3 } from './catalogue/part3'
import { part4 } from './catalogue/part4'
import { part5 } from './catalogue/part5'
import { part6 } from './catalogue/part6'
import { part7 } from './catalogue/part7'
import type { ProvisionRow } from './catalogue/row'

const rows = [...part1, ...part2, ...part3, ...part4, ...part5, ...part6, ...part7] as const

export type ProvisionId = (typeof rows)[number]['id']
/** Everything a family can get, ask for or go to; what the checker answers is in `checkerCodes`. */
export type EntitlementCode = Extract<(typeof rows)[number], { code: string }>['code']

/** One provision of the policy, as a family can be shown it. */
export interface Provision extends ProvisionRow {
  id: ProvisionId
  code?: EntitlementCode
  /** Where the text prints it: 一（一）加大基本生活保障力度. */
  clause: string
  clauseId: ClauseId
}

/** The whole catalogue, in the order of the text. */
export const provisions: readonly Provision[] = rows.map((row) => {
  const clause = clauseNames.find(({ id }) => row.id.startsWith(id))
  if (!clause) throw new RangeError('a provision outside the clauses')
  return { ...row, clause: clause.name, clauseId: clause.id }
})

export const provisionIds: readonly ProvisionId[] = provisions.map(({ id }) => id)

/** Every code of the catalogue once, in the order of the text. */
export const entitlementCodes: readonly EntitlementCode[] = [
  ...new Set(provisions.flatMap(({ code }) => code ?? [])),
]

const byId = new Map(provisions.map((provision) => [provision.id, provision]))
// A map keeps what is set last; the first row of a code is the one that speaks for it.
const byCode = new Map([...provisions].reverse().map((provision) => [provision.code, provision]))

/** The provision with this id. Throws RangeError where there is none. */
export function provisionById(id: ProvisionId): Provision {
  const found = byId.get(id)
  if (!found) throw new RangeError('no such provision')
  return found
}

/** The first provision that grants an entitlement: its name, clause, quotation and department. */
export function provisionOf(code: EntitlementCode): Provision {
  const found = byCode.get(code)
  if (!found) throw new RangeError('no such entitlement')
  return found
}
