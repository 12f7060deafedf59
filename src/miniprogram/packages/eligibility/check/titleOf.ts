import { type Question } from '@domain/eligibility/questions'
import { places } from '../texts'

const provinceTitles: Readonly<Record<string, string>> = places.whichProvince

/** The question as the page asks it; the list of provinces asks its own. */
export function titleOf({ id, title }: Question, isElsewhere: boolean): string {
  return (isElsewhere && provinceTitles[id]) || title
}
