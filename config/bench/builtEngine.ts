import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import type * as Assess from '@domain/eligibility/assess'
import type * as Circumstances from '@domain/eligibility/circumstances'
import type * as RuleTable from '@domain/eligibility/rules/ruleTable'

type Engine = Pick<typeof Assess, 'assess'> &
  Pick<typeof Circumstances, 'readHousehold'> &
  Pick<typeof RuleTable, 'decisionOf' | 'standingOf'>

const root = resolve(__dirname, '../..')
const built = join(root, 'dist/bench/engine.cjs')

const entry = `
export { assess } from '@domain/eligibility/assess'
export { readHousehold } from '@domain/eligibility/circumstances'
export { decisionOf, standingOf } from '@domain/eligibility/rules/ruleTable'
`

/**
 * The engine as this server's Node runs it, one minified file. Run from its sources it would carry the marks that the
 * runner puts on every function, which the engines beside it do not.
 */
export function builtEngine(): Engine {
  buildSync({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    outfile: built,
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
  })
  return createRequire(__filename)(built) as Engine
}
