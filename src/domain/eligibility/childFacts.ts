import { addDays, addMonths, compareDates, eighteenthBirthday } from '@domain/calendar/date'
import type { Decision, Decisions } from './decision'
import {
  schoolStages,
  type Child,
  type ChildStatus,
  type Disability,
  type DisabilityType,
  type DivisionCode,
  type HouseholdStatus,
  type HouseholdStatusKind,
  type IsoDate,
  type SchoolStage,
  type Settings,
} from './facts'

/** When a status was granted; the day may be unknown. */
export interface Status {
  since?: IsoDate
}
export type Statuses = Partial<Record<ChildStatus, Status>>

/** A disability whose grade and kind count. Four rules read 重残 in four ways (reference §4.3), so all of it is kept. */
export interface Graded {
  /** The kind that decides: of 多重残疾 that of its heaviest part. */
  type: DisabilityType
  isMultiple: boolean
  grade: number
  /** The certificate says so; 残疾儿童康复 and special education take a diagnosis too. */
  isCertified: boolean
}

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

export const longAgo: IsoDate = '1900-01-01'

/** Diseases 2.1-e names itself; the list behind its "等" is the department's. */
export const namedChronicIllnesses: readonly string[] = ['苯丙酮尿症', '脑瘫']
/** Counts for 残疾儿童康复 by diagnosis (reference §5.9). */
export const autism = '孤独症'
/** An illness that is there and that nobody has named. It may stand on any list a department has published. */
export const unnamedIllness = '其他疾病'
const illnessOnNoList = '名单外的病'

/** Ages at which some rule changes its answer, in years. */
export const ageLimits = { preschool: 3, school: 6, worker: 16, adult: 18 } as const

const insurances = ['wuhai', 'elsewhere', 'none'] as const

interface Context {
  decisions: Decisions
  today: IsoDate
  settings: Settings
  /** Days after today on which a ground may become complete. */
  comingDays: readonly IsoDate[]
}

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
    stage: one('child.schooling.stage', schooling?.stage, schoolStages),
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
 * One day of birth for every age the rules can tell apart, and one with which the 18th birthday falls on the very day on
 * which a ground becomes complete. A status is granted before 18 only, so its day bounds the age.
 */
function possibleBirthDates({ recognised = [] }: Child, { today, settings, comingDays }: Context): IsoDate[] {
  const bornAt = (day: IsoDate, years: number) => addMonths(day, -12 * years)
  const { rehabMaxAgeInclusive: rehab } = settings
  const ages = [0, ...Object.values(ageLimits), ...(rehab == null ? [] : [rehab + 1])]
  const earliest = recognised
    .filter(({ as }) => as !== 'subsistenceAllowance' && as !== 'subsistenceAllowanceSingle')
    .reduce(
      (day, { since = longAgo }) =>
        compareDates(eighteenthBirthday(day), since) <= 0 ? addDays(bornAt(since, ageLimits.adult), 1) : day,
      longAgo,
    )
  const possible = [
    ...ages.map((age) => bornAt(today, age)),
    ...comingDays.map((day) => bornAt(day, ageLimits.adult)),
    earliest,
  ]
  return unique(possible).filter((day) => compareDates(earliest, day) <= 0)
}

function possibleStatuses({ recognised }: Child): Statuses[] {
  if (!recognised)
    return [
      {},
      { orphan: {} },
      { deFactoUnattended: {} },
      { extremePoverty: {} },
      { subsistenceAllowance: {} },
      { subsistenceAllowanceSingle: {} },
    ]
  return [recognised.reduce<Statuses>((all, { as, since }) => ({ ...all, [as]: { since } }), {})]
}

/**
 * Income above the upper limit of 低保边缘 leaves neither 低保 nor 低保边缘. 特困 is granted to the person: a child known not
 * to have it lives in no household that has it for the child.
 */
function possibleLists(
  { recognised, incomeAboveNearSubsistenceLimit: isAbove }: HouseholdStatus,
  child: Child,
): (readonly HouseholdStatusKind[])[] {
  if (recognised) return [recognised]
  const mayBeTekun = !child.recognised || child.recognised.some(({ as }) => as === 'extremePoverty')
  return [
    [],
    ['rigidExpenditure'],
    ['povertyRelapseMonitored'],
    ...(mayBeTekun ? ([['extremePoverty']] as const) : []),
    ...(isAbove === true ? [] : ([['subsistenceAllowance'], ['nearSubsistence']] as const)),
  ]
}

/** None, and one illness for every combination of lists an illness can stand on. */
function possibleIllnesses({ illnesses }: Child, settings: Settings): (readonly string[])[] {
  const { seriousIllnesses, chronicOutpatientIllnesses } = settings
  const published = [...(seriousIllnesses ?? []), ...(chronicOutpatientIllnesses ?? [])]
  if (!illnesses) {
    const any = onePerKind([...namedChronicIllnesses, autism, ...published], settings)
    return [[], ...any.map((illness) => [illness]), [illnessOnNoList]]
  }
  if (!illnesses.includes(unnamedIllness)) return [illnesses]
  const named = illnesses.filter((illness) => illness !== unnamedIllness)
  return [...onePerKind(published, settings), illnessOnNoList].map((illness) => [...named, illness])
}

/** Of illnesses that stand on the same lists, the first. */
function onePerKind(illnesses: readonly string[], settings: Settings): string[] {
  const { seriousIllnesses, chronicOutpatientIllnesses } = settings
  const marks = illnesses.map((illness) =>
    [
      seriousIllnesses?.includes(illness) === true,
      namedChronicIllnesses.includes(illness) || chronicOutpatientIllnesses?.includes(illness) === true,
      illness === autism,
    ].join(),
  )
  return illnesses.filter((_, at) => marks.indexOf(marks[at] ?? '') === at)
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

const anyGrade: readonly number[] = [1, 2, 3, 4]
/** 多重残疾 is graded by its heaviest part; these are the parts some rule tells apart. */
const possibleParts: readonly DisabilityType[] = ['hearing', 'visual', 'physical', 'intellectual', 'mental']

function disabilitiesOf({ disabilities }: Child, decisions: Decisions): Decision<readonly Graded[]> {
  const path = 'child.disabilities'
  if (!disabilities) return decisions.fact(path, possibleDisabilities)
  const items = disabilities.map((each) => readDisability(each, path, decisions))
  return decisions.decide((read) => items.map((item) => read(item)))
}

/** One of each combination of kind and grade that some rule tells apart; none first. */
const possibleDisabilities: (readonly Graded[])[] = [
  [],
  ...(
    [
      ['visual', 1],
      ['physical', 2],
      ['hearing', 1],
      ['mental', 2],
      ['intellectual', 3],
      ['mental', 3],
      ['intellectual', 4],
      ['mental', 4],
      ['physical', 3],
    ] as const
  ).map(([type, grade]) => [{ type, isMultiple: false, grade, isCertified: true }]),
]

function readDisability(
  { type, grade, certified }: Disability,
  path: string,
  decisions: Decisions,
): Decision<Graded> {
  const isCertified = decisions.fact(
    `${path}.certified`,
    // A grade nobody has certified is a guess: the certificate decides.
    certified === false ? [true, false] : [true],
  )
  const kinds = decisions.fact(`${path}.type`, type === 'multiple' ? possibleParts : [type])
  const grades = decisions.fact(`${path}.grade`, grade === undefined ? anyGrade : [grade])
  return decisions.decide((read) => ({
    type: read(kinds),
    isMultiple: type === 'multiple',
    grade: read(grades),
    isCertified: read(isCertified),
  }))
}

export const unique = <T>(list: readonly T[]): T[] =>
  list.filter((item, index) => list.indexOf(item) === index)
