import { type CaseSummary, type Receipt } from '@contracts/applications'
import { type StoredAttachment } from '@contracts/attachments'
import { type ServiceInfo } from '@contracts/service'
import { type Session } from '@contracts/sessions'
import { type Reader } from './api'

type Kind = 'string' | 'number' | 'boolean'
type Shape<T> = { readonly [Key in keyof T]-?: T[Key] extends object ? Shape<T[Key]> : Kind }

const session: Shape<Session> = { token: 'string', expiresAt: 'string' }
const service: Shape<ServiceInfo> = { mode: 'string', policyVersion: 'string', today: 'string' }
const summary: Shape<CaseSummary> = {
  id: 'string',
  caseNumber: 'string',
  service: 'string',
  way: { procedure: 'string', kind: 'string' },
  childMaskedName: 'string',
  status: 'string',
  version: 'number',
  updatedAt: 'string',
  needsFamily: 'boolean',
}

const attachment: Shape<StoredAttachment> = {
  id: 'string',
  paper: 'string',
  sha256: 'string',
  bytes: 'number',
  width: 'number',
  height: 'number',
  sentSha256: 'string',
}

const receipt: Shape<Omit<Receipt, 'files' | 'papersLater'>> = {
  applicationId: 'string',
  caseNumber: 'string',
  receivedAt: 'string',
  office: 'string',
  way: { procedure: 'string', kind: 'string' },
}
const file: Shape<Receipt['files'][number]> = { paper: 'string', sha256: 'string', bytes: 'number' }

interface Table {
  readonly [name: string]: Kind | Table
}

function hasShape(value: unknown, shape: Table): boolean {
  if (typeof value !== 'object' || value === null) return false
  const record = value as Record<string, unknown>
  return Object.keys(shape).every((name) => {
    const wanted = shape[name]
    return typeof wanted === 'object' ? hasShape(record[name], wanted) : typeof record[name] === wanted
  })
}

function reader<T extends object>(shape: Shape<T>): Reader<T> {
  return (value) => {
    return hasShape(value, shape as Table) ? (value as T) : undefined
  }
}

// The server has validated what it sends by the same contract; here only what is no answer of ours at all is
// kept out.
export const readSessionAnswer: Reader<Session> = reader(session)
export const readServiceInfo: Reader<ServiceInfo> = reader(service)
export const readStoredAttachment: Reader<StoredAttachment> = reader(attachment)
const readSummary = reader(summary)

/** What the family gets for an application that was taken. */
export const readReceiptAnswer: Reader<Receipt> = (value) => {
  const { files, papersLater } = (value ?? {}) as { files?: unknown; papersLater?: unknown }
  if (!hasShape(value, receipt as Table) || !Array.isArray(files) || !Array.isArray(papersLater))
    return undefined
  const isWhole =
    files.every((one) => hasShape(one, file)) && papersLater.every((one) => typeof one === 'string')
  return isWhole ? (value as Receipt) : undefined
}

/** The list of cases; nothing when one of them is no case. */
export const readCaseList: Reader<CaseSummary[]> = (body) => {
  const { cases } = (body ?? {}) as { cases?: unknown }
  if (!Array.isArray(cases)) return undefined
  const read = cases.map(readSummary)
  return read.every((one): one is CaseSummary => one !== undefined) ? read : undefined
}

/** For answers without a body. */
export const readNothing: Reader<true> = () => true
