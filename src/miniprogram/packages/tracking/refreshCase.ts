import { type Failure } from '@/stores/api'
import { keepCase, readCasesOfPhone } from '@/stores/cases'
import { callAsCitizen } from '@/stores/routeCalls'

/** Asks the server for one case with its history and keeps it. @returns why not, or nothing */
export async function refreshCase(id: string): Promise<Failure | undefined> {
  await readCasesOfPhone()
  const outcome = await callAsCitizen('caseDetail', { id })
  if (!outcome.ok) return outcome
  await keepCase(outcome.value)
  return undefined
}
