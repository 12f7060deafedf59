import { childStatuses, householdStatuses, type Child, type HouseholdStatus } from './facts'
import { chosen, isStated, type Answers } from './questions'
import { defined } from './factsFromAnswersParts'

/** What is stated about the household. */
export function householdFacts(answers: Answers): HouseholdStatus {
  const away = isStated(answers, 'family.parentsAway', 'away')
  return defined<HouseholdStatus>({
    recognised: statusesOf(answers, householdStatuses),
    // Who has not been told that the income is too high knows nothing about the limit.
    incomeAboveNearSubsistenceLimit: isStated(answers, 'family.circumstances', 'incomeTooHigh') || undefined,
    bothParentsAwayForWork: isStated(answers, 'family.circumstances', 'parentsAway') ?? away,
    meetsLocalHousingRule: isStated(answers, 'family.housing', 'met'),
  })
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
