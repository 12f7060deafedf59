import * as z from 'zod/mini'
import { create } from 'zustand'
import { CaseDetail, CaseSummary } from '@contracts/applications'
import { now } from '@/platform/clock'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { removeStored } from '@/platform/storage'
import { type Failure } from './api'
import { callAsCitizen } from './session'

const key = 'cases'

/** Histories kept for reading offline. More than a family has open, few enough for the phone. */
const detailsKept = 10

const KeptCase = z.object({ readAt: z.string(), detail: CaseDetail })

/** A case as it was at an instant. */
export type KeptCase = z.infer<typeof KeptCase>

const Kept = z.object({
  readAt: z.optional(z.string()),
  cases: z.array(CaseSummary),
  details: z.record(z.string(), KeptCase),
})

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

const nothing = { cases: [], details: {}, isRefreshing: false }

/** The family's cases as last seen; they open without network, with the time they were read. */
export const useCases = create<CasesState>(() => ({ isRead: false, ...nothing }))

let reading: Promise<void> | undefined

/** Reads what this phone has kept; asks nobody and sends nothing. */
export async function readCasesOfPhone(): Promise<void> {
  reading ??= readSealed(key).then((value) => {
    const kept = z.safeParse(Kept, value)
    if (kept.success && !useCases.getState().isRead) useCases.setState(kept.data)
    useCases.setState({ isRead: true })
  })
  await reading
}

async function keep(change: Partial<CasesState>): Promise<void> {
  useCases.setState({ isRead: true, ...change })
  const { readAt, cases, details } = useCases.getState()
  await writeSealed(key, { readAt, cases, details })
}

/** Asks the server for the list; signs in silently. What is shown stays when it fails. */
export async function refreshCases(): Promise<void> {
  await readCasesOfPhone()
  if (useCases.getState().isRefreshing) return
  useCases.setState({ isRefreshing: true })
  const outcome = await callAsCitizen('listCases')
  if (!outcome.ok) return useCases.setState({ isRefreshing: false, failure: outcome })
  const { cases } = outcome.value
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

/** Asks the server for one case with its history. @returns why not, or nothing */
export async function refreshCase(id: string): Promise<Failure | undefined> {
  await readCasesOfPhone()
  const outcome = await callAsCitizen('caseDetail', { id })
  if (!outcome.ok) return outcome
  await keepCase(outcome.value)
  return undefined
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
  const others = useCases.getState().cases.filter(({ id }) => id !== summary.id)
  await keep({ cases: [summary, ...others] })
}

function summaryOf(detail: CaseDetail): CaseSummary {
  const { id, caseNumber, service, childMaskedName, status, version, updatedAt, needsFamily } = detail
  return { id, caseNumber, service, childMaskedName, status, version, updatedAt, needsFamily }
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
