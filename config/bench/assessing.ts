import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Household } from '@contracts/household'
import { assess } from '@domain/eligibility/assess'
import { median, type Figure } from './figures'

const folder = resolve(__dirname, '../../tests/fixtures/eligibility-cases')
const rounds = 20

/** How long one assessment takes, over all cases of the policy. */
export function assessingFigures(): Figure[] {
  const households = readdirSync(folder).map((name) => {
    const { facts } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { facts: unknown }
    return Household.parse(facts)
  })
  const times = Array.from({ length: rounds }, () => households)
    .flat()
    .map((household) => {
      const started = performance.now()
      assess(household)
      return performance.now() - started
    })
  return [
    { name: '中位数', value: `${median(times).toFixed(2)} ms` },
    { name: '最慢', value: `${Math.max(...times).toFixed(2)} ms` },
  ]
}
