import { create } from 'zustand'
import { type CaseDetail, type CaseSummary } from '@contracts/applications'
import { endpoints } from '@contracts/endpoints'
import { now } from '@/platform/clock'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { removeStored } from '@/platform/storage'
import { callEndpoint, type Failure } from './api'
import { readCaseList } from './lightReaders'
import { withSession } from './session'
import { refreshSettings } from './settingsCopy'

const key = 'cases'

/** Histories kept for reading offline. More than a family has open, few enough for the phone. */
const detailsKept = 10

/** Grows whenever what is kept changes: a copy of another shape is not opened, the server has the original. */
const keptShape = 2

/** A case as it was at an instant. */
export interface KeptCase {
  readAt: string
  detail: CaseDetail
}

interface CasesState {
  /** The phone has been asked for what it keeps. */
  isRead: boolean
  /** ISO instant at which the list was last told by the server; absent: never on this phone. */
  readAt?: string
  cases: readonly CaseSummary[]
  details: Readonly<Record<string, KeptCase>>
  isRefreshing: boolean
  /** Why the last refresh failed. */
  failure?: Failure
}

interface Kept extends Pick<CasesState, 'readAt' | 'cases' | 'details'> {
  shape: typeof keptShape
}

const keptOf = ({ readAt, cases, details }: Kept) => ({ readAt, cases, details })

const nothing = { cases: [], details: {}, isRefreshing: false }

/** The family's cases as last seen; they open without network, with the time they were read. */
export const useCases = create<CasesState>(() => ({ isRead: false, ...nothing }))

let reading: Promise<void> | undefined

/** Reads what this phone has kept; asks nobody and sends nothing. */
export async function readCasesOfPhone(): Promise<void> {
  reading ??= readSealed(key).then((value) => {
    const isOurs = (value as Kept | undefined)?.shape === keptShape
    if (isOurs && !useCases.getState().isRead) useCases.setState(keptOf(value as Kept))
    useCases.setState({ isRead: true })
  })
  await reading
}

async function keep(change: Partial<CasesState>): Promise<void> {
  useCases.setState({ isRead: true, ...change })
  const { readAt, cases, details } = useCases.getState()
  await writeSealed(key, { shape: keptShape, readAt, cases, details } satisfies Kept)
}

/**
 * Asks the server for the list; signs in silently. What is shown stays when it fails. The settings follow in its wake:
 * the phone is talking to the server anyway, and the family does not wait for them.
 */
export async function refreshCases(): Promise<void> {
  await readCasesOfPhone()
  if (useCases.getState().isRefreshing) return
  useCases.setState({ isRefreshing: true })
  const outcome = await withSession((token) => callEndpoint(endpoints.listCases, readCaseList, { token }))
  if (!outcome.ok) return useCases.setState({ isRefreshing: false, failure: outcome })
  void refreshSettings()
  const cases = outcome.value
  await keep({ cases, details: only(cases), readAt: now(), isRefreshing: false, failure: undefined })
}

/** Histories of cases that are still ours. */
function only(cases: readonly CaseSummary[]): Record<string, KeptCase> {
  const { details } = useCases.getState()
  return cases.slice(0, detailsKept).reduce<Record<string, KeptCase>>((kept, { id }) => {
    const detail = details[id]
    return detail ? { ...kept, [id]: detail } : kept
  }, {})
}

/** Keeps a case as the server has just told it, in the list as well. */
export async function keepCase(detail: CaseDetail): Promise<void> {
  const { cases, details } = useCases.getState()
  const summary = summaryOf(detail)
  const known = cases.some(({ id }) => id === detail.id)
  await keep({
    cases: known ? cases.map((one) => (one.id === detail.id ? summary : one)) : [summary, ...cases],
    details: { ...details, [detail.id]: { readAt: now(), detail } },
  })
}

/** A case that has just been submitted: it is on 进度 at once, with or without a net. */
export async function addCase(summary: CaseSummary): Promise<void> {
  await readCasesOfPhone()
  const { cases, readAt = now() } = useCases.getState()
  await keep({ cases: [summary, ...cases.filter(({ id }) => id !== summary.id)], readAt })
}

function summaryOf(detail: CaseDetail): CaseSummary {
  const { id, caseNumber, service, way, childMaskedName, status, version, updatedAt, needsFamily } = detail
  return { id, caseNumber, service, way, childMaskedName, status, version, updatedAt, needsFamily }
}

/** Removes everything about cases from this phone; the cases themselves go on. */
export function forgetCases(): void {
  useCases.setState({ isRead: true, readAt: undefined, ...nothing, failure: undefined })
  removeStored(key)
}

/** The cases that wait for the family first, then the newest. */
export function inOrder(cases: readonly CaseSummary[]): CaseSummary[] {
  return cases
    .slice()
    .sort((a, b) => Number(b.needsFamily) - Number(a.needsFamily) || (a.updatedAt < b.updatedAt ? 1 : -1))
}
