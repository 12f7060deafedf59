import { item as texts } from './resultTexts'

/**
 * Facts as a family would name them when they change. A longer path is found by its beginning, so that a finer fact
 * never stays without words.
 */
const words: readonly (readonly [path: string, words: string])[] = [
  ['child.birthDate', '孩子的年龄'],
  ['child.hukou', '孩子的户口所在地'],
  ['child.residencePermit', '孩子的居住证'],
  ['child.residence.since', '在这里住了多久'],
  ['child.residence', '孩子住的地方'],
  ['child.schooling.fullTime', '是不是全日制'],
  ['child.schooling', '孩子上的学'],
  ['child.disabilities', '孩子的残疾证'],
  ['child.illnesses', '孩子的病'],
  ['child.recognised', '孩子正在领的补贴'],
  ['child.abandoned', '能不能找到亲生父母'],
  ['child.adoption', '孩子的收养登记'],
  ['child.insured', '孩子的医保'],
  ['child.inInstitution', '孩子是不是住在福利机构'],
  ['child.inpatientBill', '孩子的住院费'],
  ['child.suddenHardship', '家里突然有困难'],
  ['parents.father', '爸爸的情况'],
  ['parents.mother', '妈妈的情况'],
  ['household.recognised', '家里的低保等救助'],
  ['household.recognisedAt', '在哪里认定的救助'],
  ['household.incomeAboveNearSubsistenceLimit', '家里的收入'],
  ['household.bothParentsAwayForWork', '父母是不是都在外打工'],
  ['household.meetsLocalHousingRule', '是不是符合当地的住房条件'],
  ['settings', '部门公布的规定'],
  ['department', '部门的决定'],
  ['today', '日子'],
]

/** What a fact is called; undefined for one nobody has named. */
export function factWords(path: string): string | undefined {
  const found = words.filter(([known]) => path === known || path.slice(0, known.length + 1) === `${known}.`)
  return found[0]?.[1]
}

/** One way in which the answer would change, e.g. 爸爸的情况，并且孩子上的学. */
export function changeWords(paths: readonly string[]): string {
  const named = paths.map((path) => factWords(path) ?? '')
  return named.filter((each, index) => each !== '' && named.indexOf(each) === index).join(texts.together)
}
