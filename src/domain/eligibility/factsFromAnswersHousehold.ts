import { childStatuses, householdStatuses, type Child, type HouseholdStatus } from './facts'
import { chosen, isStated, type Answers } from './questions'
import { defined } from './factsFromAnswersParts'
import type { Circumstance } from './questionTextsFamily'

/** What is stated about the household. */
export function householdFacts(answers: Answers): HouseholdStatus {
  const away = isStated(answers, 'family.parentsAway', 'away')
  return defined<HouseholdStatus>({
    recognised: statusesOf(answers, householdStatuses),
    incomeAboveNearSubsistenceLimit: toldByOffice(answers, 'incomeTooHigh'),
    bothParentsAwayForWork: isStated(answers, 'family.circumstances', 'parentsAway') ?? away,
    meetsLocalHousingRule: toldByOffice(answers, 'housingMet'),
  })
}

/** Who has not been told what an office decides knows nothing about it. */
function toldByOffice(answers: Answers, value: Circumstance): true | undefined {
  return isStated(answers, 'family.circumstances', value) || undefined
}

/** The statuses already granted to the child. A status of the whole household (低保、特困) is the child's too. */
export function recognisedOf(answers: Answers): Child['recognised'] {
  return statusesOf(answers, childStatuses)?.map((as) => ({ as }))
}

/** Those of the kinds that are granted; empty when asked and none is; undefined when not known. */
function statusesOf<Kind extends string>(answers: Answers, kinds: readonly Kind[]): Kind[] | undefined {
  const granted = chosen(answers, 'family.support')
  if (granted.length > 0) return kinds.filter((kind) => granted.includes(kind))
  return isStated(answers, 'family.circumstances', 'support') === false ? [] : undefined
}
