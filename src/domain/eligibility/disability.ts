import type { Decisions } from './decision'
import type { Decision } from './diagram'
import { factPlaces } from './possibleFacts'
import type { Child, Disability, DisabilityType } from './facts'

/** A disability whose grade and kind count. Four rules read 重残 in four ways (reference §4.3), so all of it is kept. */
export interface Graded {
  /** The kind that decides: of 多重残疾 that of its heaviest part. */
  type: DisabilityType
  isMultiple: boolean
  grade: number
  /** The certificate says so; 残疾儿童康复 and special education take a diagnosis too. */
  isCertified: boolean
}

const anyGrade: readonly number[] = Object.freeze([1, 2, 3, 4])
/** 多重残疾 is graded by its heaviest part; these are the parts some rule tells apart. */
const possibleParts: readonly DisabilityType[] = ['hearing', 'visual', 'physical', 'intellectual', 'mental']

/** The child's disabilities, as far as kind, grade and certificate are known. */
export function disabilitiesOf({ disabilities }: Child, decisions: Decisions): Decision<readonly Graded[]> {
  const path = 'child.disabilities'
  decisions.startAt(factPlaces.disabilities)
  const read = disabilities
    ? severalOf(
        disabilities.map((each) => readDisability(each, path, decisions)),
        decisions,
      )
    : decisions.fact(path, possibleDisabilities)
  decisions.startAt(factPlaces.rest)
  return read
}

function severalOf(items: readonly Decision<Graded>[], decisions: Decisions): Decision<readonly Graded[]> {
  return decisions.decide((read) => items.map((item) => read(item)))
}

/** One of each combination of kind and grade that some rule tells apart; none first. */
const possibleDisabilities: readonly (readonly Graded[])[] = Object.freeze([
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
])

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
