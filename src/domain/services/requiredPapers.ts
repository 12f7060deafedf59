import type { Applicant, Disability, FamilyFacts, Parent, ParentRole } from '@domain/eligibility/facts'
import { needsAuthority } from '@domain/people/relations'
import { paperOf } from './paperCatalogue'
import { parentPaper, type FamilyPaperKind, type PaperId, type ParentPaperKind } from './papers'
import type { ServiceCode } from './catalogue'

export interface RequiredPaper {
  paper: PaperId
  /** The reason in the family's words: 因为您说孩子爸爸在服刑。 */
  why: string
}

/**
 * The hukou book carries the child's identity number, so the identity card is not asked as well.
 * Source: reference §5.2 [W20, W22].
 */
const alwaysAsked: Record<ServiceCode, readonly FamilyPaperKind[]> = {
  DFUC_ALLOWANCE: ['childHukouBook', 'birthCertificate', 'childPhoto', 'bankCard', 'applicantIdCard'],
}

/** Death or a court's declaration settles a parent alone: no other paper about that parent is needed. */
const losses: readonly [ParentPaperKind, (parent: Parent) => boolean][] = [
  ['deathProof', (parent) => parent.dead === true],
  ['missingJudgment', (parent) => parent.declaredMissing === true],
]

/** The ground a family has named → its paper. Source: reference §4.2. */
const grounds: readonly [ParentPaperKind, (parent: Parent) => boolean][] = [
  ['criminalJudgment', (parent) => isClaimed(parent.imprisoned)],
  ['rehabDecision', (parent) => isClaimed(parent.compulsoryRehab)],
  ['restrictionDocument', (parent) => isClaimed(parent.otherRestriction)],
  ['lostContactReceipt', (parent) => isClaimed(parent.lostContact)],
  ['revocationJudgment', (parent) => parent.guardianshipRevoked === true],
  ['deportationDocument', (parent) => parent.deported === true],
  ['disabilityCard', (parent) => hasSome(parent.disabilities)],
  ['diagnosis', (parent) => parent.seriouslyIll === true || hasSome(parent.illnesses)],
]

/** A fact given as details counts as claimed; absent or `false` does not. */
const isClaimed = (fact: object | boolean | undefined) => fact !== undefined && fact !== false
const hasSome = (list: readonly (Disability | string)[] | undefined) => list !== undefined && list.length > 0

/** Grounds a family has named without knowing their details, which facts alone cannot hold. */
export type NamedGrounds = Partial<Record<ParentRole, readonly ParentPaperKind[]>>

/**
 * The papers one family is asked for, each once and with its reason: those of every application, that of the
 * applicant's authority, and those of the grounds the family has named for each parent. A ground that is not
 * known asks for nothing.
 * @param named grounds beside those `facts` state, e.g. a disability card whose type is not known
 */
export function requiredPapers(
  service: ServiceCode,
  facts: FamilyFacts,
  named: NamedGrounds = {},
): RequiredPaper[] {
  const authority = authorityPaper(facts.applicant)
  const family: readonly PaperId[] = alwaysAsked[service]
  const ids = (facts.parents ?? []).reduce<PaperId[]>(
    (list, parent) => list.concat(papersOfParent(parent, named[parent.role] ?? [])),
    family.concat(authority ? [authority] : []),
  )
  return ids.map((paper) => ({ paper, why: paperOf(paper).why }))
}

function papersOfParent(parent: Parent, named: readonly ParentPaperKind[]): PaperId[] {
  const lost = losses.filter(([, applies]) => applies(parent))[0]
  const rows = lost ? [lost] : grounds.filter(([kind, applies]) => applies(parent) || named.includes(kind))
  return rows.map(([kind]) => parentPaper(parent.role, kind))
}

/**
 * A guardian who is no parent shows the guardianship, an entrusted relative the entrustment. Who does not know
 * is asked for the entrustment, the paper a family can make itself; its hint names the other.
 */
function authorityPaper({ relation, entrusted }: Applicant = {}): FamilyPaperKind | undefined {
  if (relation === undefined) return undefined
  if (relation === 'guardian') return 'guardianshipProof'
  if (!needsAuthority[relation]) return undefined
  return entrusted === false ? 'guardianshipProof' : 'entrustment'
}
