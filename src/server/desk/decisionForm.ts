import { paperName } from '@domain/services/paperCatalogue'
import { isPaperId, paperIds } from '@domain/services/papers'
import type { CaseWay } from '@domain/tracking/words'
import type { FastifyRequest } from 'fastify'
import { needsReason, reasonRule, type Decision, type StaffEventKind } from '../usecases/decisions'
import { field, fields } from './forms'
import type { Problem } from './pages/Problems'

/** What stood in a form that was not accepted: nothing is typed twice. */
export interface Entered {
  kind: StaffEventKind
  reason: string
  /** Ticked papers. */
  papers: readonly string[]
  /** Paper → what was written beside it. */
  whys: Readonly<Record<string, string>>
}

/** Two forms of one page may have a text each. */
export const reasonField = (kind: StaffEventKind) => (kind === 'refused' ? 'reason' : `reason-${kind}`)
export const whyField = (paper: string) => `why-${paper}`
export const paperReasonLimit = 200
export const protectionField = 'protectionReason'

const kinds: readonly StaffEventKind[] = [
  'accepted',
  'supplementRequested',
  'verified',
  'forwarded',
  'confirmed',
  'refused',
]

/** The case as its page showed it. */
export interface Seen {
  version: number
  corrections: number
}

/** Reads one form of the case page. @returns nothing when it is none */
export function readDecisionForm(request: FastifyRequest): { entered: Entered; seen: Seen } | undefined {
  const kind = kinds.find((name) => name === field(request, 'kind'))
  // A page of the release before this one shows no corrections.
  const [version, corrections] = [field(request, 'version'), field(request, 'corrections') || '0']
  if (!kind || ![version, corrections].every((count) => /^\d{1,9}$/.test(count))) return undefined
  const written = paperIds.map((paper) => [paper, field(request, whyField(paper)).trim()] as const)
  return {
    seen: { version: Number(version), corrections: Number(corrections) },
    entered: {
      kind,
      reason: field(request, 'reason').trim(),
      papers: fields(request, 'paper'),
      whys: Object.fromEntries(written.filter(([, why]) => why !== '')),
    },
  }
}

/** All that was written in a form of the case page, for somebody who has to write it again; nothing when it was empty. */
export function writtenIn(request: FastifyRequest): string | undefined {
  const whys = paperIds.map((paper) => [nameOf(paper), field(request, whyField(paper)).trim()] as const)
  const lines = whys.filter(([, why]) => why !== '').map(([name, why]) => `${name}：${why}`)
  const reasons = ['reason', protectionField].map((name) => field(request, name).trim())
  return [...reasons, ...lines].filter((line) => line !== '').join('\n') || undefined
}

/**
 * What a person still has to mend, field by field; the use case checks again.
 * @param way of the case; absent where this person has none of this number
 */
export function problemsOf(entered: Entered, way?: CaseWay): Problem[] {
  const { kind } = entered
  if (kind === 'supplementRequested') return supplementProblems(entered)
  return kind === 'refused' || (way && needsReason(kind, way)) ? reasonProblems(entered) : []
}

function reasonProblems({ kind, reason }: Entered): Problem[] {
  const [field, what] = [reasonField(kind), kind === 'refused' ? '理由' : '答复']
  const length = Array.from(reason).length
  const { minLength, maxLength } = reasonRule
  if (length === 0) return [{ field, text: `请写明${what}。` }]
  if (length < minLength)
    return [{ field, text: `${what}太短，至少 ${minLength} 个字，现在是 ${length} 个。` }]
  if (length > maxLength)
    return [{ field, text: `${what}太长，最多 ${maxLength} 个字，现在是 ${length} 个。` }]
  return []
}

function supplementProblems({ papers, whys }: Entered): Problem[] {
  const unticked = Object.keys(whys).filter((paper) => !papers.includes(paper))
  if (papers.length === 0 && unticked.length === 0)
    return [{ field: 'papers', text: '请至少选一样要补的材料。' }]
  const chosen = papers.flatMap((paper) => whyProblem(paper, whys[paper] ?? ''))
  return chosen.concat(
    unticked.map((paper) => ({
      field: whyField(paper),
      text: `${nameOf(paper)}写了原因，但没有选上。`,
    })),
  )
}

function whyProblem(paper: string, why: string): Problem[] {
  const problem = (text: string) => [{ field: whyField(paper), text: `${nameOf(paper)}：${text}` }]
  if (why === '') return problem('请写明为什么要补。')
  return why.length > paperReasonLimit ? problem(`原因最多 ${paperReasonLimit} 个字。`) : []
}

/** A paper's name as the family knows it; a paper of a later version by its id. */
export function nameOf(paper: string): string {
  return isPaperId(paper) ? paperName(paper) : paper
}

/** The decision a form without problems makes. */
export function decisionFrom(applicationId: string, entered: Entered, seen: Seen): Decision {
  const { kind, reason, papers, whys } = entered
  const supplement = { papers: papers.map((paper) => ({ paper, reason: whys[paper] ?? '' })) }
  return {
    applicationId,
    kind,
    ...seen,
    reason: kind === 'confirmed' || kind === 'refused' ? reason : undefined,
    supplement: kind === 'supplementRequested' ? supplement : undefined,
  }
}
