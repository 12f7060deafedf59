import { wuhaiTime } from '@domain/calendar/instant'
import { parentRoles, type Applicant, type FamilyFacts } from '@domain/eligibility/facts'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { chosen } from '@domain/eligibility/questions'
import type { Situation as ParentSituation } from '@domain/eligibility/questionTexts'
import { birthDateOf } from '@domain/people/idNumber'
import { needsAuthority } from '@domain/people/relations'
import type { PaperId, ParentPaperKind } from '@domain/services/papers'
import { routeOf, type Route } from '@domain/services/route'
import { requiredPapers, type NamedGrounds, type RequiredPaper } from '@domain/services/requiredPapers'
import type { Situation } from '@domain/services/situations'
import { requiredConsents, type ConsentActor, type ConsentKind } from './consents'
import type { Draft } from './draft'

/**
 * The facts a draft states. What the form asks for itself (birth date in the identity number, places,
 * relation) wins over an answer carried over from the checker.
 */
export function factsOfDraft(draft: Draft): FamilyFacts {
  const facts = factsFromAnswers(draft.answers)
  const { hukou, residence, idNumber = '' } = draft.child
  const birthDate = birthDateOf(idNumber)
  return {
    ...facts,
    child: {
      ...facts.child,
      ...(birthDate ? { birthDate } : {}),
      ...(hukou ? { hukou: { ...facts.child?.hukou, division: hukou } } : {}),
      ...(residence ? { residence: { ...facts.child?.residence, division: residence } } : {}),
    },
    applicant: applicantFacts(draft),
  }
}

/** Not knowing whether one is the guardian leaves `entrusted` unknown. */
function applicantFacts({ applicant: { relation, authority } }: Draft): Applicant {
  if (relation === undefined) return {}
  const isKnown = needsAuthority[relation] && authority !== undefined && authority !== 'unknown'
  return isKnown ? { relation, entrusted: authority === 'entrusted' } : { relation }
}

/** Who takes this application and who decides; nothing until the places are known. */
export function routeOfDraft({ service, child }: Draft): Route | undefined {
  return routeOf(service, child)
}

/** What {@link Draft.routeRead} is compared with. */
export function placesKey({ child: { hukou = '', residence = '' } }: Draft): string {
  return `${hukou} ${residence}`
}

/** The papers this family is asked for, each with its reason. */
export function papersOfDraft(draft: Draft): RequiredPaper[] {
  return requiredPapers(draft.service, situationOf(draft), namedGrounds(draft))
}

/** As on the day of the last change: a draft that lay for a year asks for the papers of today once it is touched. */
const situationOf = (draft: Draft): Situation => ({
  facts: factsOfDraft(draft),
  details: draft.details,
  on: wuhaiTime(draft.updatedAt)?.date,
})

/**
 * Situations whose follow-up may stay open: a disability card of a type nobody remembers, an illness no list
 * names yet. The facts then say "not known", but the family has said it has the paper.
 */
const papersOfOpenSituations: readonly [ParentSituation, ParentPaperKind][] = [
  ['disability', 'disabilityCard'],
  ['illness', 'diagnosis'],
]

function namedGrounds({ answers }: Draft): NamedGrounds {
  return parentRoles.reduce<NamedGrounds>((named, role) => {
    const situations = chosen(answers, `${role}.situation`)
    const rows = papersOfOpenSituations.filter(([situation]) => situations.includes(situation))
    return { ...named, [role]: rows.map(([, paper]) => paper) }
  }, {})
}

/** The consents this family is asked for. */
export function consentsOfDraft(draft: Draft): ConsentKind[] {
  const papers: PaperId[] = papersOfDraft(draft).map(({ paper }) => paper)
  return requiredConsents(draft.service, factsOfDraft(draft), papers)
}

/** Nobody is recorded as the guardian who has not said so. Parents are guardians by law (民法典27条). */
export function consentActor({ applicant: { relation, authority, helper } }: Draft): ConsentActor {
  const isGuardian =
    relation === 'father' || relation === 'mother' || relation === 'guardian' || authority === 'guardian'
  if (!isGuardian) return relation === 'self' ? 'child' : 'applicant'
  return helper === 'none' ? 'guardian' : 'guardianOnHelpersPhone'
}
