import { checkerFamilies, interviewDay, type Truth } from '../../../config/bench/checkerFamilies'
import { reasons, situationRates, type Reason } from '../../../config/bench/checkerShares'
import { interviewFigures, smallestCertificate } from '../../../config/bench/interviewing'
import { screenFigures } from '../../../config/bench/questions'
import { waitingFor } from '@domain/eligibility/nextQuestion'
import {
  allQuestions,
  isAsked,
  questionById,
  type Answers,
  type Question,
  type QuestionId,
} from '@domain/eligibility/questions'
import { defaultSettings } from '@domain/policy/settings'

const context = { today: interviewDay, settings: defaultSettings }
const isSettled = (answers: Answers) => waitingFor(answers, context).every((pages) => pages.length === 0)

describe('要问几页', () => {
  const figures = screenFigures(40)

  test('一半的家庭不超过7页，十个里九个不超过10页', () => {
    expect(figures.median).toBeLessThanOrEqual(7)
    expect(figures.nineInTen).toBeLessThanOrEqual(10)
  })

  test('平均只比事先全知道的人多问一成', () => {
    expect(figures.bound).toBeGreaterThan(3)
    expect(figures.mean).toBeGreaterThanOrEqual(figures.bound)
    expect(figures.mean / figures.bound).toBeLessThanOrEqual(1.1)
  })

  test('答完4页，一半以上的事项已经定下来', () => {
    expect(figures.settledEarly).toBeGreaterThanOrEqual(0.5)
    expect(figures.settledEarly).toBeLessThanOrEqual(1)
  })
})

/** The fewest pages by trying every set of pages there is, small sets first. */
function byTryingEverySet(truth: Truth, trail: number): number {
  const applying = allQuestions.filter(({ id }) => isAsked(truth, id)).map(({ id }) => id)
  const sets = (size: number, from: number): QuestionId[][] => {
    if (size === 0) return [[]]
    return applying
      .slice(from)
      .flatMap((id, at) => sets(size - 1, from + at + 1).map((rest) => [id, ...rest]))
  }
  for (let size = 1; size < trail; size += 1) {
    const settles = sets(size, 0).some((ids) => {
      const answers = ids.reduce<Answers>((all, id) => ({ ...all, [id]: truth[id] }), {})
      const isPossible = ids.every((id) => isAsked(answers, id))
      return ids.includes('family.circumstances') && isPossible && isSettled(answers)
    })
    if (settles) return size
  }
  return trail
}

test('最少的页数，和一组一组全试出来的一样，不管问的时候是不是多问了', () => {
  const short = checkerFamilies(90, 5)
    .map((truth) => ({ truth, trail: interviewFigures(truth).trail }))
    .filter(({ trail }) => trail.length <= 6)
    .map((each) => ({ ...each, fewest: smallestCertificate(each.truth, each.trail) }))
  const askedMore = short.filter(({ trail, fewest }) => fewest < trail.length).slice(0, 1)
  const askedNoMore = short.filter(({ trail, fewest }) => fewest === trail.length && fewest < 6).slice(0, 3)
  expect([askedMore.length, askedNoMore.length]).toEqual([1, 3])
  for (const { truth, trail, fewest } of [...askedMore, ...askedNoMore])
    expect(fewest).toBe(byTryingEverySet(truth, trail.length))
})

describe('什么样的家庭会来查', () => {
  test('同一个种子，同样的家庭', () => {
    expect(checkerFamilies(20, 1)).toEqual(checkerFamilies(20, 1))
    expect(checkerFamilies(20, 1)).not.toEqual(checkerFamilies(20, 2))
  })

  test('每一页都有一个可能的回答', () => {
    for (const truth of checkerFamilies(60, 3))
      for (const [id, answer] of Object.entries(truth)) {
        const { kind, options = [], exclusive = [] } = questionById(id) as Question
        const values = answer.kind === 'choice' ? answer.values : []
        const known = options.map(({ value }) => value)
        expect([id, answer.kind]).toEqual([id, options.length > 0 ? 'choice' : kind])
        expect([id, values.filter((value) => !known.includes(value))]).toEqual([id, []])
        const standsAlone = values.some((value) => exclusive.includes(value))
        expect([id, standsAlone ? values.length : 1]).toEqual([id, 1])
      }
  })

  test('各种情况的比例，和写下的一样', () => {
    const families = checkerFamilies(4_000, 4)
    const total = Object.values(reasons).reduce((sum, share) => sum + share, 0)
    expect(total).toBe(100)
    for (const [situation, rates] of Object.entries(situationRates) as [string, Record<string, number>][]) {
      const expected = (Object.keys(reasons) as Reason[]).reduce(
        (sum, reason) => sum + (reasons[reason] / total) * (rates[reason] ?? rates.usual ?? NaN),
        0,
      )
      const have = families.filter(({ 'family.circumstances': answer }) =>
        answer?.kind === 'choice' ? answer.values.includes(situation) : false,
      )
      expect(Math.abs((have.length / families.length) * 100 - expected)).toBeLessThan(2)
    }
  })
})
