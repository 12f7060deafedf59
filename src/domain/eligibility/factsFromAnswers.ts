import { parentRoles, type FamilyFacts, type Parent } from './facts'
import { childFacts } from './factsFromAnswersChild'
import { householdFacts } from './factsFromAnswersHousehold'
import { parentFacts } from './factsFromAnswersParent'
import { pruneAnswers, type Answers } from './questions'

/**
 * The facts a family has stated by its answers. An answer 不清楚, and a page not answered, leave the fact absent:
 * not known is never no. What was on a page and not chosen is stated as not so. An answer to a page that does not
 * apply after the others states nothing.
 */
export function factsFromAnswers(given: Answers): FamilyFacts {
  const answers = pruneAnswers(given)
  const parents = parentRoles.reduce<Parent[]>((list, role) => list.concat(parentFacts(role, answers)), [])
  const household = householdFacts(answers)
  return {
    child: childFacts(answers, parents),
    ...(parents.length > 0 ? { parents } : {}),
    ...(Object.keys(household).length > 0 ? { household } : {}),
  }
}
