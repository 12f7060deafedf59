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
  factPlaces,
  longAgo,
  possibleBirthDates,
  possibleIllnesses,
  possibleLists,
  possibleStatuses,
  unique,
  type Asked,
} from './possibleFacts'
import type { ParentFacts } from './parentSituation'
import type { Remembering } from './remembering'

/** What the facts are read under, and the two parents, who are read each by themselves. */
interface Context extends Asked, Remembering {
  father: ParentFacts
  mother: ParentFacts
}

/** When a status was granted; the day may be unknown. */
export interface Status {
  since?: IsoDate
}
export type Statuses = Partial<Record<ChildStatus, Status>>

/** The facts of a household, known or not. */
export interface StatedFacts extends Context {
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
  /** The day of leaving school for good, where it is stated. */
  graduatedOn: IsoDate | undefined
  /** What the child has finished. */
  graduatedFrom: string | undefined
  /** Known on the confidential route only. */
  isCategoryA: Decision<boolean>
}

const insurances = Object.freeze(['wuhai', 'elsewhere', 'none'] as const)
const stages = Object.freeze(schoolStages.slice())

/** What is known of a household, and what each unknown fact may still be. */
export function readFacts(child: Child, household: HouseholdStatus, context: Context): StatedFacts {
  const { decisions, today, settings, comingDays, father, mother } = context
  const { adoption, schooling, residencePermit: permit, hukou = {}, residence = {} } = child
  const registered = adoption ?? {}
  const one = <T>(path: string, value: T | undefined, others: readonly T[]): Decision<T> =>
    decisions.fact(path, value === undefined ? others : [value])
  const place = (path: string, code: DivisionCode | undefined, other: DivisionCode | undefined) =>
    decisions.fact(path, code === undefined ? possiblePlaces(other) : [code])
  const yesOrNo = (path: string, value: boolean | undefined) => decisions.yesOrNo(path, value)
  const isOrphan = child.abandoned || child.recognised?.some(({ as }) => as === 'orphan')
  // What is stated is never overruled: a fact told later would move an answer that was settled.
  const wasOrphan = registered.wasOrphanOrAbandoned ?? (isOrphan ? true : undefined)
  decisions.startAt(factPlaces.child)
  return {
    birthDate: decisions.fact(
      'child.birthDate',
      child.birthDate === undefined ? possibleBirthDates(child, context) : [child.birthDate],
    ),
    recognised: decisions.fact('child.recognised', possibleStatuses(child)),
    abandoned: yesOrNo('child.abandoned', child.abandoned),
    adopted: yesOrNo('child.adoption', adoption === undefined ? undefined : adoption !== null),
    adoptedOn: one('child.adoption.registeredOn', registered.registeredOn, [today, longAgo]),
    wasDisabled: yesOrNo('child.adoption.wasDisabled', registered.wasDisabled),
    wasIll: yesOrNo('child.adoption.wasIll', registered.wasIll),
    wasOrphan: yesOrNo('child.adoption.wasOrphanOrAbandoned', wasOrphan),
    stage: one('child.schooling.stage', schooling?.stage, stages),
    isFullTime: yesOrNo('child.schooling.fullTime', schooling?.fullTime),
    hukou: place('child.hukou.division', hukou.division, residence.division),
    residence: place('child.residence.division', residence.division, hukou.division),
    livesHereSince: one('child.residence.since', residence.since, [longAgo, today]),
    holdsPermit: yesOrNo('child.residencePermit.held', permit?.held),
    permitSignedOn: one('child.residencePermit.lastSignedOn', permit?.lastSignedOn, [today, longAgo]),
    disabilities: disabilitiesOf(child, decisions),
    illnesses: decisions.fact('child.illnesses', possibleIllnesses(child, settings)),
    insured: one('child.insured', child.insured, insurances),
    suddenHardship: yesOrNo('child.suddenHardship', child.suddenHardship),
    lists: decisions.fact('household.recognised', possibleLists(household, child)),
    incomeAboveLimit: yesOrNo(
      'household.incomeAboveNearSubsistenceLimit',
      household.incomeAboveNearSubsistenceLimit,
    ),
    parentsAway: yesOrNo('household.bothParentsAwayForWork', household.bothParentsAwayForWork),
    meetsHousingRule: yesOrNo('household.meetsLocalHousingRule', household.meetsLocalHousingRule),
    isCategoryA: yesOrNo('child.confidentialCategoryA', child.confidentialCategoryA),
    graduatedOn: schooling?.graduatedOn,
    graduatedFrom: schooling?.graduatedFromStage,
    father,
    mother,
    comingDays,
    today,
    settings,
    decisions,
  }
}

/**
 * Unknown places: in the other's district, in another district of 乌海, elsewhere in 内蒙古, in another province; and in
 * the other's own province.
 */
const possiblePlaces = (other: DivisionCode | undefined): DivisionCode[] =>
  unique([
    '150302',
    '150303',
    '150100',
    '610100',
    '620100',
    ...(other === undefined ? [] : [other.slice(0, 6), `${other.slice(0, 2)}0000`]),
  ]).filter((place) => place !== '150000')
