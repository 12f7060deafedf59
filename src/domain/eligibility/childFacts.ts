import type { Decisions } from './decision'
import type { Decision } from './diagram'
import { disabilitiesOf, type Graded } from './disability'
import {
  schoolStages,
  type Child,
  type ChildStatus,
  type DivisionCode,
  type HouseholdStatus,
  type HouseholdStatusKind,
  type IsoDate,
  type SchoolStage,
} from './facts'
import {
  longAgo,
  possibleBirthDates,
  possibleIllnesses,
  possibleLists,
  possibleStatuses,
  unique,
  type Asked,
} from './possibleFacts'

interface Context extends Asked {
  decisions: Decisions
}

/** When a status was granted; the day may be unknown. */
export interface Status {
  since?: IsoDate
}
export type Statuses = Partial<Record<ChildStatus, Status>>

/** Everything the rules read about the child and the household, one entry a fact. */
export interface ChildFacts {
  birthDate: Decision<IsoDate>
  recognised: Decision<Statuses>
  abandoned: Decision<boolean>
  adopted: Decision<boolean>
  adoptedOn: Decision<IsoDate>
  wasDisabled: Decision<boolean>
  wasIll: Decision<boolean>
  wasOrphan: Decision<boolean>
  stage: Decision<SchoolStage>
  isFullTime: Decision<boolean>
  hukou: Decision<DivisionCode>
  residence: Decision<DivisionCode>
  livesHereSince: Decision<IsoDate>
  holdsPermit: Decision<boolean>
  permitSignedOn: Decision<IsoDate>
  disabilities: Decision<readonly Graded[]>
  illnesses: Decision<readonly string[]>
  insured: Decision<'wuhai' | 'elsewhere' | 'none'>
  suddenHardship: Decision<boolean>
  lists: Decision<readonly HouseholdStatusKind[]>
  incomeAboveLimit: Decision<boolean>
  parentsAway: Decision<boolean>
  meetsHousingRule: Decision<boolean>
}

const insurances = Object.freeze(['wuhai', 'elsewhere', 'none'] as const)
const stages = Object.freeze(schoolStages.slice())

/** What is known of the child and the household, and what each unknown fact may still be. */
export function readChild(child: Child, household: HouseholdStatus, context: Context): ChildFacts {
  const { decisions, today } = context
  const { adoption, schooling, residencePermit: permit } = child
  const registered = adoption ?? {}
  const one = <T>(path: string, value: T | undefined, others: readonly T[]): Decision<T> =>
    decisions.fact(path, value === undefined ? others : [value])
  const yesOrNo = (path: string, value: boolean | undefined) => decisions.yesOrNo(path, value)
  const isOrphan = child.abandoned || child.recognised?.some(({ as }) => as === 'orphan')
  // What is stated is never overruled: a fact told later would move an answer that was settled.
  const wasOrphan = registered.wasOrphanOrAbandoned ?? (isOrphan ? true : undefined)
  return {
    birthDate:
      child.birthDate === undefined
        ? decisions.fact('child.birthDate', possibleBirthDates(child, context))
        : decisions.known(child.birthDate),
    recognised: decisions.fact('child.recognised', possibleStatuses(child)),
    abandoned: yesOrNo('child.abandoned', child.abandoned),
    adopted: yesOrNo('child.adoption', adoption === undefined ? undefined : adoption !== null),
    adoptedOn: one('child.adoption.registeredOn', registered.registeredOn, [today, longAgo]),
    wasDisabled: yesOrNo('child.adoption.wasDisabled', registered.wasDisabled),
    wasIll: yesOrNo('child.adoption.wasIll', registered.wasIll),
    wasOrphan: yesOrNo('child.adoption.wasOrphanOrAbandoned', wasOrphan),
    stage: one('child.schooling.stage', schooling?.stage, stages),
    isFullTime: yesOrNo('child.schooling.fullTime', schooling?.fullTime),
    ...placesOf(child, decisions),
    livesHereSince: one('child.residence.since', child.residence?.since, [longAgo, today]),
    holdsPermit: yesOrNo('child.residencePermit.held', permit?.held),
    permitSignedOn: one('child.residencePermit.lastSignedOn', permit?.lastSignedOn, [today, longAgo]),
    disabilities: disabilitiesOf(child, decisions),
    illnesses: decisions.fact('child.illnesses', possibleIllnesses(child, context.settings)),
    insured: one('child.insured', child.insured, insurances),
    suddenHardship: yesOrNo('child.suddenHardship', child.suddenHardship),
    lists: decisions.fact('household.recognised', possibleLists(household, child)),
    incomeAboveLimit: yesOrNo(
      'household.incomeAboveNearSubsistenceLimit',
      household.incomeAboveNearSubsistenceLimit,
    ),
    parentsAway: yesOrNo('household.bothParentsAwayForWork', household.bothParentsAwayForWork),
    meetsHousingRule: yesOrNo('household.meetsLocalHousingRule', household.meetsLocalHousingRule),
  }
}

/**
 * Unknown places: in the other's district, in another district of 乌海, elsewhere in 内蒙古, in another province; and in
 * the other's own province.
 */
function placesOf(
  { hukou = {}, residence = {} }: Child,
  decisions: Decisions,
): Pick<ChildFacts, 'hukou' | 'residence'> {
  const possible = (other: DivisionCode | undefined) =>
    unique([
      '150302',
      '150303',
      '150100',
      '610100',
      '620100',
      ...(other === undefined ? [] : [other.slice(0, 6), `${other.slice(0, 2)}0000`]),
    ]).filter((place) => place !== '150000')
  const place = (path: string, code: DivisionCode | undefined, other: DivisionCode | undefined) =>
    decisions.fact(path, code === undefined ? possible(other) : [code])
  return {
    hukou: place('child.hukou.division', hukou.division, residence.division),
    residence: place('child.residence.division', residence.division, hukou.division),
  }
}
