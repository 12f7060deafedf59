import { type CaseDetail } from '@contracts/applications'
import { paperName } from '@domain/services/paperCatalogue'
import { isPaperId } from '@domain/services/papers'
import { type SummaryRow } from '@/ui/SummaryList'
import { caseTexts as texts } from './texts'

/** A paper's name; an id of a later catalogue is not shown as it is. */
export const nameOfPaper = (paper: string) => (isPaperId(paper) ? paperName(paper) : '其他材料')

/** The photos of a case, paper by paper. */
export function receivedFiles({ files }: CaseDetail): SummaryRow[] {
  const counts = files.reduce<Record<string, number>>(
    (all, { paper }) => ({ ...all, [paper]: (all[paper] ?? 0) + 1 }),
    {},
  )
  return Object.keys(counts).map((paper) => ({
    id: paper,
    question: nameOfPaper(paper),
    answer: texts.file(counts[paper] ?? 0),
  }))
}
