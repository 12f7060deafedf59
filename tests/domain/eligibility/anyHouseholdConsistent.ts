import { eighteenthBirthday } from '@domain/calendar/date'
import type { Household, Parent } from '@domain/eligibility/facts'

/*
 * Households whose facts fit together. What a family states settles some of what it leaves open (a recognised orphan has
 * lost both parents), so only facts that fit may be told later without moving an answer.
 */

/** @returns the household without the facts that contradict the others */
export function consistent({ child = {}, parents, household, ...rest }: Household): Household {
  const { recognised, adoption, birthDate, abandoned } = child
  const adultOn = birthDate === undefined ? undefined : eighteenthBirthday(birthDate)
  const statuses = recognised?.filter(
    ({ since }) => since === undefined || adultOn === undefined || since < adultOn,
  )
  const isOrphan = statuses?.some(({ as }) => as === 'orphan') ?? false
  const wasOrphan = isOrphan || abandoned === true
  const isTekun = statuses?.some(({ as }) => as === 'extremePoverty') ?? true
  return {
    ...rest,
    child: without({
      ...child,
      recognised: statuses,
      adoption: adoption && wasOrphan ? without({ ...adoption, wasOrphanOrAbandoned: true }) : adoption,
    }),
    parents: parents
      ?.map(consistentParent)
      .map((parent) =>
        isOrphan && !adoption ? without({ ...parent, dead: true, ableToCare: undefined }) : parent,
      ),
    household:
      household &&
      without({
        ...household,
        recognised: household.recognised?.filter(
          (list) =>
            (isTekun || list !== 'extremePoverty') &&
            !(
              household.incomeAboveNearSubsistenceLimit &&
              (list === 'subsistenceAllowance' || list === 'nearSubsistence')
            ),
        ),
      }),
  }
}

/** Able to care: none of the grounds. Back again: not lost since. Dead since a day: dead. */
function consistentParent(parent: Parent): Parent {
  const { role, ableToCare, paysMaintenance, resumedCareOn, deadSince, lostContact } = parent
  if (ableToCare === true) return without({ role, ableToCare, paysMaintenance, resumedCareOn })
  const isLostAgain =
    typeof lostContact === 'object' && (lostContact.since ?? '') > (resumedCareOn ?? '9999-12-31')
  const dead = deadSince === undefined ? parent.dead : true
  return without({ ...parent, dead, resumedCareOn: isLostAgain ? undefined : resumedCareOn })
}

const without = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T

/** Where a household has facts: paths of all of them, of lists and objects too. */
export function pathsOf(facts: object, before = ''): string[] {
  return Object.entries(facts).flatMap(([name, value]: [string, unknown]) => {
    const path = `${before}${name}`
    const inner = value !== null && typeof value === 'object' ? pathsOf(value, `${path}.`) : []
    return isFact(path) ? [path, ...inner] : inner
  })
}

/** Not what a fact consists of: a disability has its type, a status what it is, and today and the settings are given. */
const isFact = (path: string) =>
  path.includes('.') && !path.startsWith('settings') && !/\.\d+$|\.(type|as|role)$/.test(path)

/** The household without the facts at these paths. */
export function forgetting(household: Household, paths: readonly string[]): Household {
  const copy = structuredClone(household)
  for (const path of paths) {
    const names = path.split('.')
    const last = names.pop() as string
    const place = names.reduce<unknown>(
      (at, name) => (at as Record<string, unknown> | undefined)?.[name],
      copy,
    )
    if (place !== undefined && place !== null) delete (place as Record<string, unknown>)[last]
  }
  return copy
}
