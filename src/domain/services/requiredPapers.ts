import type { Applicant, Disability, Parent, ParentRole } from '@domain/eligibility/facts'
import { needsAuthority } from '@domain/people/relations'
import { paperOf } from './paperCatalogue'
import { parentPaper, type FamilyPaperKind, type PaperId, type ParentPaperKind } from './papers'
import { services, type ServiceCode } from './catalogue'
import type { ServicePaper } from './service'
import { isMet, type Situation } from './situations'

export interface RequiredPaper {
  paper: PaperId
  /** The reason in the family's words: 因为您说孩子爸爸在服刑。 */
  why: string
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
 * The papers one family is asked for, each once and with its reason: those of the matter that its situation calls for,
 * that of the applicant's authority, and, where the matter looks at the parents, those of the grounds the family has
 * named for each. What is not known asks for nothing.
 * @param named grounds beside those the facts state, e.g. a disability card whose type is not known
 */
export function requiredPapers(
  service: ServiceCode,
  situation: Situation,
  named: NamedGrounds = {},
): RequiredPaper[] {
  const { papers, asks } = services[service]
  const { applicant, parents = [] } = situation.facts
  const own = papers.filter(({ when }) => when === undefined || isMet(when, situation)).map(withReason)
  const authority = papers.length > 0 ? authorityPaper(applicant) : undefined
  const ofParents = asks.parents
    ? parents.reduce<PaperId[]>(
        (ids, parent) => ids.concat(papersOfParent(parent, named[parent.role] ?? [])),
        [],
      )
    : []
  const others: PaperId[] = authority ? [authority, ...ofParents] : ofParents
  return eachOnce(own.concat(others.map((paper) => ({ paper, why: paperOf(paper).why }))))
}

const withReason = ({ paper, why }: ServicePaper): RequiredPaper => ({
  paper,
  why: why ?? paperOf(paper).why,
})

const eachOnce = (papers: readonly RequiredPaper[]) =>
  papers.filter(({ paper }, index) => papers.findIndex((other) => other.paper === paper) === index)

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
