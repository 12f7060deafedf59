import { aesSuite } from './aesSuite'
import { smSuite } from './smSuite'
import { suiteNames, type Suite, type SuiteName } from './suite'

/** Setting `CRYPTO_SUITE` chooses what is written; everything that was ever written opens. */
export const suites: Readonly<Record<SuiteName, Suite>> = { aes: aesSuite, sm: smSuite }

const inOrder = suiteNames.map((name) => suites[name])

export function suiteById(id: number | undefined): Suite | undefined {
  return inOrder.find((suite) => suite.id === id)
}

/** All suites, this one first. */
export function suitesFrom(first: Suite): [Suite, ...Suite[]] {
  return [first, ...inOrder.filter((suite) => suite !== first)]
}
