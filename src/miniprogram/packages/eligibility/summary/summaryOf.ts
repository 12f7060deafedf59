import { newDraft } from '@domain/application/draft'
import { papersOfDraft } from '@domain/application/draftFacts'
import { type EntitlementResult } from '@domain/eligibility/assessment'
import { type Answers, type QuestionId } from '@domain/eligibility/questions'
import { provisionOf, type EntitlementCode } from '@domain/policy/provisions'
import { services, type ServiceCode } from '@domain/services/catalogue'
import { paperName } from '@domain/services/paperCatalogue'
import { now } from '@/platform/clock'
import { resultsIn, serviceOf, type Findings, type GroupName } from '../findings'
import { summary as texts } from '../furtherTexts'
import { counterNameOf } from '../names'
import { openQuestions } from '../openQuestions'

export interface SummaryResult {
  code: EntitlementCode
  /** As the counter calls it. */
  name: string
  /** The clause it rests on, and the department. */
  basis: string
}

export interface SummarySection {
  title: string
  results: readonly SummaryResult[]
}

export interface Summary {
  sections: readonly SummarySection[]
  /** One line each. */
  papers: readonly string[]
  /** Questions answered with 不清楚. */
  unknown: number
}

// What a family comes to the counter for. What is refused is no business of the counter.
const told: readonly GroupName[] = ['apply', 'held', 'automatic', 'ending', 'almost']

/** What the counter is told: by its own names, because the clerk looks them up by these. */
export function summaryOf(answers: Answers, findings: Findings): Summary {
  const sections = told
    .map((name) => ({
      title: texts.groups[name],
      results: toldIn(name, resultsIn(findings, name)).map(rowOf),
    }))
    .filter(({ results }) => results.length > 0)
  const ids = Object.keys(answers) as QuestionId[]
  return {
    sections,
    papers: papersFor(answers, resultsIn(findings, 'apply')),
    unknown: ids.filter((id) => answers[id]?.kind === 'unknown').length,
  }
}

/**
 * Of what is open, only what comes on a certain day, what the counter decides, and what it finds out itself about the
 * parents: the rest waits for answers, not for a clerk.
 */
function toldIn(name: GroupName, results: readonly EntitlementResult[]): readonly EntitlementResult[] {
  return name === 'almost' ? results.filter((each) => isForCounter(each)) : results
}

function isForCounter({ code, result, canApply, missing = [] }: EntitlementResult): boolean {
  if (result === 'NOT_YET') return true
  const service = serviceOf(code)
  const isFoundOut = service !== undefined && services[service].asks.parents === true
  return canApply && (isFoundOut || openQuestions(missing).length === 0)
}

function rowOf({ code }: EntitlementResult): SummaryResult {
  const { clause, office } = provisionOf(code)
  return { code, name: counterNameOf(code), basis: `${clause} · ${office}` }
}

function papersFor(answers: Answers, results: readonly EntitlementResult[]): string[] {
  const listed: ServiceCode[] = []
  const lines = results.reduce<string[]>((list, { code }) => {
    const service = serviceOf(code)
    if (!service || listed.includes(service)) return list
    listed.push(service)
    const names = papersOfDraft(newDraft(service, '', now(), answers)).map(({ paper }) => paperName(paper))
    return names.length > 0 ? list.concat(texts.papersFor(counterNameOf(code)), names) : list
  }, [])
  return lines.concat(texts.askPapers)
}
