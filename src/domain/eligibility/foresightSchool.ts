import { compareDates, eighteenthBirthday } from '@domain/calendar/date'
import { provisionOf } from '@domain/policy/provisions'
import { assess } from './assess'
import type { EntitlementResult } from './assessment'
import type { Household, IsoDate, SchoolStage } from './facts'
import type { Foresight } from './foresight'
import { exitOf } from './foresightChanges'

/*
 * What the next school changes. When it begins, nobody can know.
 */

interface NextSchool {
  stage: SchoolStage
  words: string
  /** Reached as an adult as a rule, so that what ends at 18 is judged as of then. */
  asAdult?: boolean
}

const senior: NextSchool = { stage: 'seniorSecondary', words: '高中、中职' }
const college: NextSchool = { stage: 'juniorCollege', words: '高职、大专、本科', asAdult: true }
const master: NextSchool = { stage: 'master', words: '硕士', asAdult: true }

const nextSchools: Partial<Record<SchoolStage, NextSchool>> = {
  preschool: { stage: 'primary', words: '小学' },
  juniorSecondary: senior,
  seniorSecondary: college,
  secondaryVocational: college,
  higherVocational: master,
  juniorCollege: master,
  undergraduate: master,
  master: { stage: 'doctorate', words: '博士', asAdult: true },
}

/** What begins and what ends with the school after the present one, as the rules answer both; without a day. */
export function schoolChanges(household: Household, today: IsoDate): Foresight[] {
  const { child = {} } = household
  const stage = child.schooling?.stage
  const next = stage && nextSchools[stage]
  if (!stage || !next) return []
  const birthday = child.birthDate === undefined ? today : eighteenthBirthday(child.birthDate)
  const day = next.asAdult && compareDates(today, birthday) < 0 ? birthday : today
  const answers = (at: SchoolStage) =>
    assess({ ...household, today: day, child: { ...child, schooling: { stage: at, fullTime: true } } })
      .results
  const before = answers(stage)
  return answers(next.stage).reduce<Foresight[]>((found, after, index) => {
    const change = before[index] && changeOf(before[index], after, next.words)
    return change ? found.concat(change) : found
  }, [])
}

function changeOf(before: EntitlementResult, after: EntitlementResult, words: string): Foresight | undefined {
  const { code, result, reasons } = after
  const { name, id } = provisionOf(code)
  if (isGiven(before) && (result === 'ENDING' || result === 'NOT_ELIGIBLE')) {
    const text = `上${words}以后，${name}不再继续。`
    const exit = exitOf(reasons)
    return { code, kind: 'ends', text, provision: exit.exit ? '1.1-j' : id, ...exit }
  }
  if (isGiven(before) || !isGiven(after)) return undefined
  const how = result === 'AUTOMATIC' ? '自动享受' : '可以申请'
  return { code, kind: 'begins', text: `上${words}以后，${how}${name}。`, provision: id }
}

const isGiven = ({ result }: EntitlementResult) => result === 'ELIGIBLE' || result === 'AUTOMATIC'
