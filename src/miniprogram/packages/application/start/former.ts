import { type CasePersons, type CaseSummary } from '@contracts/applications'
import { newDraft, type Draft } from '@domain/application/draft'
import { now } from '@/platform/clock'
import { type Failure } from '@/stores/api'
import { callAsCitizen } from '@/stores/routeCalls'

/** More is no help: a family remembers the last one of each child. */
const mostOffered = 3

/** The newest case of each child, as the list shows them. */
export function offered(cases: readonly CaseSummary[]): CaseSummary[] {
  const newest = cases
    .slice()
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
  return newest
    .filter(
      ({ childMaskedName }, index) =>
        newest.findIndex((other) => other.childMaskedName === childMaskedName) === index,
    )
    .slice(0, mostOffered)
}

/** What the family has filed once, in the shape of a draft to take persons and places from. */
export function draftLike({ service, applicant, child, hukou, residence }: CasePersons): Draft {
  return {
    ...newDraft(service, '', now()),
    applicant,
    child: { ...child, ...(hukou ? { hukou } : {}), ...(residence ? { residence } : {}) },
  }
}

/** Fetches it, by the family's own tap only: on a shared phone nobody else's numbers appear unasked (experience §9). */
export async function fetchFormer(id: string): Promise<{ like: Draft } | { failure: Failure }> {
  const outcome = await callAsCitizen('casePersons', { id })
  return outcome.ok ? { like: draftLike(outcome.value) } : { failure: outcome }
}
