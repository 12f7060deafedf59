import { openSteps } from '@domain/application/completeness'
import { type Draft } from '@domain/application/draft'
import { papersOfDraft } from '@domain/application/draftFacts'
import { stages, visibleSteps, type Stage, type Step } from '@domain/application/steps'
import { paperName } from '@domain/services/paperCatalogue'
import { type SummaryRow } from '@/ui/SummaryList'
import { answerWords, paperWords } from '../../answerWords'

export interface CheckGroup {
  stage: Stage
  rows: SummaryRow[]
}

const separator = ':'

/** The step that a row leads to. Rows of papers share one. */
export const stepIdOf = (rowId: string) => rowId.split(separator)[0] ?? rowId

function rowsOf(draft: Draft, step: Step, problems: Readonly<Record<string, string>>): SummaryRow[] {
  if (step.kind === 'check') return []
  if (step.kind !== 'papers')
    return [
      { id: step.id, question: step.title, answer: answerWords(draft, step), problem: problems[step.id] },
    ]
  return papersOfDraft(draft).map(({ paper }) => ({
    id: `${step.id}${separator}${paper}`,
    question: paperName(paper),
    answer: paperWords(draft, paper),
    problem: problems[paper],
  }))
}

/**
 * Every answer and every paper, grouped by the parts of the form.
 * @param today ISO calendar date: what is missing or wrong is told at its row
 */
export function checkGroups(draft: Draft, today: string): CheckGroup[] {
  const problems = openSteps(draft, today).reduce<Record<string, string>>(
    (all, { step, problems: found }) => {
      found.forEach(({ field, message }) => (all[step.kind === 'papers' ? field : step.id] ??= message))
      return all
    },
    {},
  )
  const steps = visibleSteps(draft)
  return stages
    .map((stage) => ({
      stage,
      rows: steps
        .filter((step) => step.stage === stage)
        .reduce<SummaryRow[]>((rows, step) => rows.concat(rowsOf(draft, step, problems)), []),
    }))
    .filter(({ rows }) => rows.length > 0)
}
