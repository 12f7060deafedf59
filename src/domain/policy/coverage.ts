import { clauseHeadedBy, clauseNames, partNames } from './clauseNames'
import { exitItems } from './exitItems'
import { policyText } from './policyText'
import { provisions, type ProvisionId } from './provisions'
import { sentencesByLine } from './sentences'

/** Why a sentence of the text belongs to no provision. */
export type WithoutProvision = 'title' | 'addressee' | 'preamble' | 'heading' | 'responsibleDepartments'

export interface CoveredSentence {
  /** Verbatim. */
  text: string
  /** What it says, in the order of the catalogue; empty where `because` says why. */
  provisions: readonly ProvisionId[]
  /** Absent together with provisions: nobody has said yet where the sentence belongs. */
  because?: WithoutProvision
}

/** What stands before the first part. Whole, so that a changed word is not taken for the old sentence. */
export const opening: Readonly<Record<string, WithoutProvision>> = {
  '附件;': 'title',
  乌海市人民政府关于进一步加强困境儿童: 'title',
  分类保障制度的实施意见: 'title',
  '（征求意见稿）': 'title',
  '各区人民政府、市府各部门、各企事业单位：': 'addressee',
  '为深入贯彻落实《国务院办公厅关于进一步加强困境儿童福利保障工作的意见》（国办发〔2025〕18号）和《内蒙古自治区人民政府关于进一步加强困境儿童分类保障制度的实施意见精神》（内政发〔2025〕20号），紧紧围绕铸牢中华民族共同体意识工作主线，进一步完善困境儿童分类保障制度，切实加强困境儿童保障工作，现制定本实施意见。':
    'preamble',
}

/** Printed once, after the departments of 1.1, for all clauses. */
const departmentsNote = '（各单位按职责分工落实，不分先后，下同。）'

/** Sentences that say more of a provision whose quotation is another sentence. */
export const furtherSentences: Readonly<Record<string, readonly ProvisionId[]>> = {
  ...Object.fromEntries(exitItems.map(({ quote }) => [quote, ['1.1-j'] as const])),
  '改善特殊教育学校办学条件，保障适龄残疾儿童入学。': ['3.2-a', '3.2-b'],
  '加大困境儿童的教育救助力度。': ['3.3-e'],
  '相关部门依职能对困境儿童的不良行为进行干预矫治、帮教转化、关爱帮扶。': ['5.2-d'],
}

const departments: ReadonlySet<string> = new Set(
  clauseNames.map((clause) => `责任单位：${clause.departments}${clause.id === '1.1' ? departmentsNote : ''}`),
)

/** Why a sentence belongs to no provision; undefined where nothing says so. */
function withoutProvision(text: string): WithoutProvision | undefined {
  if (partNames.some((name) => name === text) || clauseHeadedBy(text)) return 'heading'
  return departments.has(text) ? 'responsibleDepartments' : opening[text]
}

/** Where one printed sentence belongs: to the provisions quoted from it, to those it says more of, or to none. */
export function coverSentence(text: string): CoveredSentence {
  const quoted = provisions.filter(({ quote }) => text.includes(quote)).map(({ id }) => id)
  const found = quoted.concat(furtherSentences[text] ?? [])
  return found.length > 0
    ? { text, provisions: found }
    : { text, provisions: [], because: withoutProvision(text) }
}

/** Every sentence of a text (the policy's own unless another is given), in order, with where it belongs. */
export function coverage(text: string = policyText): CoveredSentence[] {
  return sentencesByLine(text).flat().map(coverSentence)
}
