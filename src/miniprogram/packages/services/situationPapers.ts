import { services, type ServiceCode } from '@domain/services/catalogue'
import { detailQuestions } from '@domain/services/details'
import { paperName } from '@domain/services/paperCatalogue'
import { type PaperId } from '@domain/services/papers'
import { type Condition } from '@domain/services/situations'
import { service as texts, situations } from './texts'

/** What has to be so for a paper to be asked for: 孩子有残疾, or the row of the page that asks: 火灾、意外事故. */
function conditionWords(condition: Condition): string {
  if (typeof condition === 'string') return situations[condition]
  const { options = [] } = detailQuestions[condition.detail]
  return options
    .filter(({ value }) => condition.is.includes(value))
    .map(({ label }) => label)
    .join('、')
}

/** One line for each paper that another answer would ask for, without those that are asked for anyway. */
export function situationPapers(code: ServiceCode, asked: readonly PaperId[]): string[] {
  return services[code].papers.reduce<string[]>(
    (lines, { paper, when }) =>
      when === undefined || asked.includes(paper)
        ? lines
        : lines.concat(texts.inSituation(conditionWords(when), paperName(paper))),
    [],
  )
}
