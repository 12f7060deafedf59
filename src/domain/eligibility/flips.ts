import type { CheckerCode } from '@domain/policy/checkerCodes'
import { ageLimits, autism, namedChronicIllnesses, type Graded, type Statuses } from './childFacts'
import { hasReached, readHousehold, statusAsMinor, type Circumstances } from './circumstances'
import type { Decision, Open } from './decision'
import type { Settings } from './facts'
import { cannotCareOn, type ParentSituation } from './parentSituation'
import { isSevereForSingle, isUnableToWork } from './rules/assistance'
import { isSevereForHome, isRehabKind } from './rules/medical'
import type { Standing } from './rules/rule'
import { decisionOf, standingOf } from './rules/ruleTable'
import { isMet, mayApply, type Verdict } from './verdict'

/*
 * What would have to be otherwise. Each rule is read once for a household of which nothing is known; in its diagram a
 * household's own values cost nothing, and every other value is one change. The cheapest ways to the wanted outcome are
 * the smallest changes.
 */

type Outcome = 'met' | 'open' | 'no'

/** Any day: on an unknown household nothing is dated but by it. */
const someDay = '2000-01-01'

interface Unknown {
  facts: Circumstances
  standing: Standing
  diagrams: Partial<Record<CheckerCode, Decision<Outcome>>>
}

const read = new Map<string, Unknown>()
/** A city has one set of settings; more are seen only where cases with different ones are compared. */
const settingsKept = 8

/** The unknown household under the settings the rules' outcomes depend on; read once for as long as they stay. */
function unknownUnder(settings: Settings): Unknown {
  const { rehabMaxAgeInclusive, seriousIllnesses, chronicOutpatientIllnesses } = settings
  const name = JSON.stringify([rehabMaxAgeInclusive, seriousIllnesses, chronicOutpatientIllnesses])
  const known = read.get(name)
  if (known) return known
  const facts = readHousehold({ settings }, someDay)
  const unknown: Unknown = { facts, standing: standingOf(facts), diagrams: {} }
  if (read.size >= settingsKept) read.clear()
  read.set(name, unknown)
  return unknown
}

function diagramOf(code: CheckerCode, { facts, standing, diagrams }: Unknown): Decision<Outcome> {
  const { decisions } = facts
  const found = diagrams[code]
  if (found) return found
  const diagram = decisions.map(decisionOf(code, facts, standing), outcomeOf)
  diagrams[code] = diagram
  return diagram
}

const outcomeOf = (verdict: Verdict): Outcome => (isMet(verdict) ? 'met' : mayApply(verdict) ? 'open' : 'no')

/** The smallest changes for each entitlement of one household; what it has itself is looked up once. */
export class Flips {
  private readonly looked: Record<string, readonly boolean[]> = {}
  private readonly unknown: Unknown

  constructor(private readonly household: Circumstances) {
    this.unknown = unknownUnder(household.settings)
  }

  /**
   * Each smallest set of facts that, put otherwise, makes the rule met, whatever else is unknown; or, for what is always
   * a department's decision, lets an application be handed in. As paths.
   */
  of(code: CheckerCode): string[][] {
    const diagram = diagramOf(code, this.unknown)
    const wanted: Outcome = diagram.values.includes('met') ? 'met' : 'open'
    const costs = new Map<number, number>()
    const stepTo = ({ on }: Open<Outcome>, index: number) => (this.own(on.path)[index] ? 0 : 1)
    const cost = (at: Decision<Outcome>): number => {
      if (!at.on) return at.value === wanted ? 0 : Infinity
      const known = costs.get(at.id)
      if (known !== undefined) return known
      let least = Infinity
      at.branches.forEach((branch, index) => {
        least = Math.min(least, cost(branch) + stepTo(at, index))
      })
      costs.set(at.id, least)
      return least
    }
    const found: string[][] = []
    const follow = (at: Decision<Outcome>, changed: readonly string[]) => {
      if (!at.on) return found.push(changed.slice().sort())
      const seen: number[] = []
      at.branches.forEach((branch, index) => {
        const step = stepTo(at, index)
        if (cost(branch) + step > cost(at) || seen.includes(branch.id)) return
        seen.push(branch.id)
        follow(branch, step === 0 ? changed : [...changed, at.on.path])
      })
    }
    if (cost(diagram) < Infinity) follow(diagram, [])
    return distinct(found)
  }

  /** The values of a fact of the unknown household that are this household's own; none where it is not known. */
  private own(path: string): readonly boolean[] {
    const known = this.looked[path]
    if (known) return known
    const comparison = comparisons[path]
    if (!comparison) throw new RangeError('a fact that is not compared')
    const found = comparison(this.household, this.unknown.facts)
    this.looked[path] = found
    return found
  }
}

function distinct(list: readonly string[][]): string[][] {
  const names = list.map((paths) => paths.join())
  return list.filter((_, index) => names.indexOf(names[index] ?? '') === index)
}

/** The values of one fact of the unknown household that a household has: one entry a value. */
type Comparison = (household: Circumstances, unknown: Circumstances) => boolean[]

type Fact<T> = (facts: Circumstances) => Decision<T>

const compare =
  <T>(fact: Fact<T>, same: (own: T, other: T, household: Circumstances) => boolean): Comparison =>
  (household, unknown) => {
    const own = fact(household).values
    return fact(unknown).values.map((other) => own.every((value) => same(value, other, household)))
  }

/** Values are the same for every rule when they have the same mark. */
const byMark =
  <T>(fact: Fact<T>, mark: (value: T, facts: Circumstances) => unknown): Comparison =>
  (household, unknown) => {
    const [first, ...others] = fact(household).values.map((value) => mark(value, household))
    const isOne = others.every((each) => each === first)
    return fact(unknown).values.map((other) => isOne && mark(other, unknown) === first)
  }

const equal = <T>(fact: Fact<T>) => byMark(fact, (value) => value)
/** A day is never proposed. */
const anyDay = (fact: Fact<unknown>) => compare(fact, () => true)

const ages = (birthDate: string, facts: Circumstances) =>
  [...Object.values(ageLimits), (facts.settings.rehabMaxAgeInclusive ?? 0) + 1].filter((age) =>
    hasReached(birthDate, age, facts),
  ).length

const kinds = (list: readonly Graded[]) =>
  [
    list.length > 0,
    list.some(isRehabKind),
    list.some(isSevereForSingle),
    list.some(isSevereForHome),
    list.some(isUnableToWork),
  ].join()

const listsOf = (illnesses: readonly string[], { settings }: Circumstances) =>
  [
    illnesses.length > 0,
    illnesses.includes(autism),
    illnesses.some((each) => settings.seriousIllnesses?.includes(each)),
    illnesses.some(
      (each) => namedChronicIllnesses.includes(each) || settings.chronicOutpatientIllnesses?.includes(each),
    ),
  ].join()

const sameStatuses = (own: Statuses, other: Statuses, household: Circumstances) => {
  const [wanted] = Object.keys(other) as (keyof Statuses)[]
  if (!wanted) return Object.keys(own).length === 0
  return household.birthDate.values.every((birthDate) => statusAsMinor(own, wanted, birthDate) !== undefined)
}

const situationOf = (situation: ParentSituation, { today }: Circumstances) =>
  situation.lost ? 'lost' : cannotCareOn(situation, today)

const isHere = (place: string) => place.slice(0, 4) === '1503'
const isInnerMongolia = (place: string) => place.slice(0, 2) === '15'

/** Places as the unknown household has them: only how hukou and residence lie to each other and to 乌海 matters. */
const hukouAs = (hukou: string) => (isHere(hukou) ? '150302' : isInnerMongolia(hukou) ? '150100' : '610100')
const residenceAs = (residence: string, hukou: string) => {
  if (isHere(residence))
    return isHere(hukou) && hukou.slice(0, 6) !== residence.slice(0, 6) ? '150303' : '150302'
  if (isInnerMongolia(residence)) return '150100'
  return residence.slice(0, 2) === hukou.slice(0, 2) ? '610100' : '620100'
}

const comparisons: Readonly<Record<string, Comparison>> = {
  'child.birthDate': byMark(({ birthDate }) => birthDate, ages),
  'child.recognised': compare(({ recognised }) => recognised, sameStatuses),
  'child.abandoned': equal(({ abandoned }) => abandoned),
  'child.adoption': equal(({ adopted }) => adopted),
  'child.adoption.registeredOn': anyDay(({ adoptedOn }) => adoptedOn),
  'child.adoption.wasDisabled': equal(({ wasDisabled }) => wasDisabled),
  'child.adoption.wasIll': equal(({ wasIll }) => wasIll),
  'child.adoption.wasOrphanOrAbandoned': equal(({ wasOrphan }) => wasOrphan),
  'child.schooling.stage': equal(({ stage }) => stage),
  'child.schooling.fullTime': equal(({ isFullTime }) => isFullTime),
  'child.hukou.division': compare(
    ({ hukou }) => hukou,
    (own, other) => hukouAs(own) === other,
  ),
  'child.residence.division': compare(
    ({ residence }) => residence,
    (own, other, { hukou }) => hukou.values.every((place) => residenceAs(own, place) === other),
  ),
  'child.residence.since': equal(({ livesHereHalfAYear }) => livesHereHalfAYear),
  'child.residencePermit.held': equal(({ holdsPermit }) => holdsPermit),
  'child.residencePermit.lastSignedOn': anyDay(({ permitSignedOn }) => permitSignedOn),
  'child.disabilities': byMark(({ disabilities }) => disabilities, kinds),
  'child.illnesses': byMark(({ illnesses }) => illnesses, listsOf),
  'child.confidentialCategoryA': equal(({ isCategoryA }) => isCategoryA),
  'child.insured': equal(({ insured }) => insured),
  'child.suddenHardship': equal(({ suddenHardship }) => suddenHardship),
  'household.recognised': compare(
    ({ lists }) => lists,
    (own, [wanted]) => (wanted === undefined ? own.length === 0 : own.includes(wanted)),
  ),
  'household.incomeAboveNearSubsistenceLimit': equal(({ incomeAboveLimit }) => incomeAboveLimit),
  'household.bothParentsAwayForWork': equal(({ parentsAway }) => parentsAway),
  'household.meetsLocalHousingRule': equal(({ meetsHousingRule }) => meetsHousingRule),
  'parents.father': byMark(({ father }) => father.situation, situationOf),
  'parents.mother': byMark(({ mother }) => mother.situation, situationOf),
  'parents.father.ableToCare': equal(({ father }) => father.isAble),
  'parents.mother.ableToCare': equal(({ mother }) => mother.isAble),
  'parents.father.paysMaintenance': equal(({ father }) => father.paysMaintenance),
  'parents.mother.paysMaintenance': equal(({ mother }) => mother.paysMaintenance),
  'parents.father.resumedCareOn': anyDay(({ fatherReturned }) => fatherReturned),
  'parents.mother.resumedCareOn': anyDay(({ motherReturned }) => motherReturned),
}
