import { checkerFamilies } from './checkerFamilies'
import { median, type Figure } from './figures'
import { askingTimes, earlyScreens, interviewFigures, smallestCertificate } from './interviewing'

const seed = 20261118

/** What the goals of the checker allow. */
const limits = { median: 7, nineInTen: 10, overBound: 0.1, settledEarly: 0.5, nextMs: 0.5 } as const
const timedFamilies = 300

export interface ScreenFigures {
  median: number
  /** Nine families in ten need at most so many. */
  nineInTen: number
  mean: number
  /** Mean of the smallest certificates. */
  bound: number
  /** Median share of entitlements settled after the first screens. From 0 to 1. */
  settledEarly: number
}

/** How many screens the families of the documented shares need. */
export function screenFigures(families: number): ScreenFigures {
  const figures = checkerFamilies(families, seed).map((truth) => {
    const interview = interviewFigures(truth)
    return { ...interview, bound: smallestCertificate(truth, interview.trail) }
  })
  const screens = figures.map((each) => each.screens)
  return {
    median: median(screens),
    nineInTen: [...screens].sort((a, b) => a - b)[Math.floor(families * 0.9)] ?? NaN,
    mean: mean(screens),
    bound: mean(figures.map(({ bound }) => bound)),
    settledEarly: median(figures.map(({ settledEarly }) => settledEarly)),
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * The questions of the checker, over ten thousand families drawn by the shares of checkerShares.ts. The way to the next
 * question is timed after all of them, when the rules have been run often.
 */
export function questionFigures(families = 10_000): Figure[] {
  const { median: half, nineInTen, mean: all, bound, settledEarly } = screenFigures(families)
  const over = all / bound - 1
  const next = median(checkerFamilies(timedFamilies, seed).flatMap(askingTimes))
  return [
    figure(`问多少页（${families} 个家庭，中位数）`, `${half}`, `${limits.median}`, half <= limits.median),
    figure('十个家庭里九个最多', `${nineInTen}`, `${limits.nineInTen}`, nineInTen <= limits.nineInTen),
    figure(
      '平均，比事先全知道的人多问',
      `${all.toFixed(2)} 页，最少 ${bound.toFixed(2)} 页，多 ${percent(over)}`,
      percent(limits.overBound),
      over <= limits.overBound,
    ),
    {
      name: `答完 ${earlyScreens} 页，已经定下来的事项（中位数）`,
      value: percent(settledEarly),
      least: percent(limits.settledEarly),
      ok: settledEarly >= limits.settledEarly,
    },
    figure('找下一题（中位数）', `${next.toFixed(2)} ms`, `${limits.nextMs} ms`, next <= limits.nextMs),
  ]
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`
const figure = (name: string, value: string, limit: string, ok: boolean): Figure => ({
  name,
  value,
  limit,
  ok,
})
