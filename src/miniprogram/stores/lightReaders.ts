import { type CaseSummary } from '@contracts/applications'
import { type ServiceInfo } from '@contracts/service'
import { type Session } from '@contracts/sessions'
import { type Reader } from './api'

type Kind = 'string' | 'number' | 'boolean'
type Shape<T> = { readonly [Key in keyof T]-?: Kind }

const session: Shape<Session> = { token: 'string', expiresAt: 'string' }
const service: Shape<ServiceInfo> = { mode: 'string', policyVersion: 'string', today: 'string' }
const summary: Shape<CaseSummary> = {
  id: 'string',
  caseNumber: 'string',
  service: 'string',
  childMaskedName: 'string',
  status: 'string',
  version: 'number',
  updatedAt: 'string',
  needsFamily: 'boolean',
}

function reader<T extends object>(shape: Shape<T>): Reader<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined
    const record = value as Record<string, unknown>
    const names = Object.keys(shape) as (keyof T & string)[]
    return names.every((name) => typeof record[name] === shape[name]) ? (value as T) : undefined
  }
}

// The server has validated what it sends by the same contract; here only what is no answer of ours at all is
// kept out.
export const readSessionAnswer: Reader<Session> = reader(session)
export const readServiceInfo: Reader<ServiceInfo> = reader(service)
const readSummary = reader(summary)

/** The list of cases; nothing when one of them is no case. */
export const readCaseList: Reader<CaseSummary[]> = (body) => {
  const { cases } = (body ?? {}) as { cases?: unknown }
  if (!Array.isArray(cases)) return undefined
  const read = cases.map(readSummary)
  return read.every((one): one is CaseSummary => one !== undefined) ? read : undefined
}

/** For answers without a body. */
export const readNothing: Reader<true> = () => true
