import { type CaseDetail } from '@contracts/applications'
import { randomId } from '@/platform/randomId'
import { type Failure } from '@/stores/api'
import { keepCase } from '@/stores/cases'
import { refreshCase } from './refreshCase'
import { callAsCitizen } from '@/stores/routeCalls'
import { untilAnswered } from '@/stores/untilAnswered'

// In memory is enough: should the app die before the answer, the case itself tells whether it was withdrawn,
// and a second withdrawal of the same version is refused.
const keys = new Map<string, string>()

/** Takes an application back, once. @returns why not, or nothing; the kept case is fresh either way */
export async function withdrawCase({ id, version }: CaseDetail): Promise<Failure | undefined> {
  const act = `${id} ${version}`
  const key = keys.get(act) ?? (await randomId())
  keys.set(act, key)
  const outcome = await untilAnswered(
    () => callAsCitizen('withdraw', { id, body: { version }, key }),
    () => undefined,
  )
  if (outcome.ok) {
    await keepCase(outcome.value)
    return undefined
  }
  if (outcome.is === 'refused') await refreshCase(id)
  return outcome
}
