import type { HouseholdStatus } from '@domain/eligibility/facts'
import { listWords, optionWords, placeWords, rowsOf, yesOrNo, type Fact, type Row } from './factWords'

const facts: readonly Fact<HouseholdStatus>[] = [
  {
    name: '全家在领的救助',
    tell: ({ recognised }) => listWords(recognised?.map((kind) => optionWords('family.support', kind) ?? '')),
  },
  { name: '在哪里认定的', tell: ({ recognisedAt }) => placeWords(recognisedAt) },
  {
    name: '收入比低保边缘家庭高',
    tell: ({ incomeAboveNearSubsistenceLimit: isAbove }) => yesOrNo(isAbove),
  },
  { name: '爸爸妈妈都在外打工', tell: ({ bothParentsAwayForWork }) => yesOrNo(bothParentsAwayForWork) },
  { name: '符合当地住房条件', tell: ({ meetsLocalHousingRule }) => yesOrNo(meetsLocalHousingRule) },
]

/** What was told about the household as a whole. */
export function householdRows(household: HouseholdStatus = {}): Row[] {
  return rowsOf(facts, household)
}
