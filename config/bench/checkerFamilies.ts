import { addDays, addMonths } from '@domain/calendar/date'
import { type ParentRole } from '@domain/eligibility/facts'
import type { Answer, Answers } from '@domain/eligibility/questions'
import {
  ageShares,
  disabilityShares,
  illnessShares,
  parentDetailShares,
  parentShares,
  placeShares,
  reasons,
  situationRates,
  stageShares,
  supportShares,
  type Reason,
} from './checkerShares'
import { between, happens, pick, seededRandom, type Random } from './random'

/** The day of every interview. */
export const interviewDay = '2026-11-18'

/** What a family would answer on every page that could be asked of it; it knows all of it. */
export type Truth = Answers

/** Families drawn by the shares; the same seed draws the same ones. */
export function checkerFamilies(count: number, seed: number): Truth[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => family(random))
}

const choose = (...values: string[]): Answer => ({ kind: 'choice', values })
const on = (value: string): Answer => ({ kind: 'date', value })
const at = (value: string): Answer => ({ kind: 'division', value })
const daysAgo = (random: Random, least: number, most: number) =>
  on(addDays(interviewDay, -between(random, least, most)))

/** The shares of families with this reason, or the usual ones. */
const sharesFor = <T>(shares: { usual: T } & Partial<Record<Reason, T>>, reason: Reason): T =>
  shares[reason] ?? shares.usual

function family(random: Random): Truth {
  const reason = pick<Reason>(random, reasons)
  const place = pick(random, sharesFor<Shares>(placeShares, reason))
  const named = (Object.keys(situationRates) as Situation[]).filter((name) =>
    happens(random, sharesFor<number>(situationRates[name], reason)),
  )
  const has = (situation: Situation) => named.includes(situation)
  const support = pick(random, sharesFor<Shares>(supportShares, reason))
  const granted = has('support') ? support : 'none'
  const situations = place === 'here' ? named : [...named, place]
  return {
    'family.circumstances': choose(...(situations.length > 0 ? situations : ['none'])),
    'family.support': choose(granted),
    'family.parentsAway': choose(has('parentsAway') ? 'away' : 'notAway'),
    ...childTruth(random, reason),
    ...healthTruth(random, has),
    ...originTruth(random, has),
    ...placeTruth(random, place),
    ...(has('parentsNotFound')
      ? {}
      : {
          ...parentTruth(random, 'father', reason, granted),
          ...parentTruth(random, 'mother', reason, granted),
        }),
  }
}

type Shares = Readonly<Record<string, number>>
type Situation = keyof typeof situationRates
type Has = (situation: Situation) => boolean

function childTruth(random: Random, reason: Reason): Truth {
  const band = pick(random, sharesFor<Shares>(ageShares, reason)) as keyof typeof stageShares
  const years: Record<keyof typeof stageShares, number> = {
    '0': 3,
    '3': 3,
    '6': 6,
    '12': 3,
    '15': 3,
    '18': 4,
  }
  const bornBy = addMonths(interviewDay, -12 * Number(band))
  return {
    'child.birthDate': on(addDays(bornBy, -between(random, 0, years[band] * 365 - 1))),
    'child.stage': choose(pick<string>(random, stageShares[band])),
    'child.fullTime': choose(happens(random, 95) ? 'fullTime' : 'partTime'),
    'child.graduatedFrom': choose(happens(random, 60) ? 'seniorSecondary' : 'secondaryVocational'),
    'child.graduatedOn': on('2026-06-20'),
  }
}

function healthTruth(random: Random, has: Has): Truth {
  const type = pick<string>(random, disabilityShares.type)
  const illness = pick<string>(random, illnessShares)
  const elsewhere = happens(random, 50) ? 'elsewhere' : 'none'
  return {
    'child.disabilityType': choose(has('disability') ? type : 'none'),
    'child.disabilityGrade': choose(pick(random, disabilityShares.grade)),
    'child.illness': choose(has('illness') ? illness : 'none'),
    'child.insured': choose(has('notInsuredHere') ? elsewhere : 'wuhai'),
  }
}

function originTruth(random: Random, has: Has): Truth {
  const before = pick<string>(random, { orphanOrAbandoned: 55, disabled: 25, ill: 10, none: 10 })
  return {
    'child.birthParents': choose(has('parentsNotFound') ? 'notFound' : 'known'),
    'child.adoption': choose(has('adopted') ? 'adopted' : 'notAdopted'),
    'child.adoptedOn': daysAgo(random, 10, 2000),
    'child.beforeAdoption': choose(before),
  }
}

function placeTruth(random: Random, place: string): Truth {
  const elsewhere = happens(random, 65) ? '610000' : '150000'
  const lives = place === 'livesElsewhere' ? elsewhere : '150302'
  const hukou = { hukouElsewhere: elsewhere, otherDistrict: '150304' }[place] ?? '150302'
  return {
    'child.hukou': at(hukou),
    'child.residence': at(lives),
    'child.residenceSince': daysAgo(random, 10, 1800),
    'child.residencePermit': choose(happens(random, 60) ? 'held' : 'notHeld'),
    'child.permitSignedOn': daysAgo(random, 1, 480),
  }
}

/** A parent's state follows from what the child was granted, where it was. */
function parentTruth(random: Random, role: ParentRole, reason: Reason, granted: string): Truth {
  const missing = granted === 'deFactoUnattended' ? 'parentMissing' : reason
  const drawn = pick(random, sharesFor<Shares>(parentShares[role], missing))
  const situation = granted === 'orphan' ? 'dead' : drawn
  const details = Object.keys(parentDetailShares) as (keyof typeof parentDetailShares)[]
  return details.reduce<Truth>(
    (truth, topic) => ({
      ...truth,
      [`${role}.${topic}`]: choose(pick<string>(random, parentDetailShares[topic])),
    }),
    {
      [`${role}.situation`]: choose(situation),
      [`${role}.lostAcceptedOn`]: daysAgo(random, 20, 420),
      [`${role}.returnedOn`]: daysAgo(random, 5, 600),
    },
  )
}
