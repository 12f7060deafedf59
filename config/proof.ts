import { spawnSync } from 'node:child_process'
import { assignments } from '../tests/domain/eligibility/exactnessAssignments'
import { BruteForce, type Slice } from '../tests/domain/eligibility/exactnessBruteForce'
import { differences, inWords } from '../tests/domain/eligibility/exactnessProof'
import { slices } from '../tests/domain/eligibility/exactnessTable'

/*
 * `npm run proof [-- exactness | mutation | fuzz | model | chaos | timing | uploads | photos | legible] [code | count [seed]]`: the proofs that take too long for `npm test`. Exactness compares every
 * household of every slice, each of its facts known or missing, with all the complete households it may be. Mutation
 * changes the rules in every way Stryker knows and counts which changes the tests notice.
 */

const mostShown = 5
const msBetweenSigns = 60_000

const parts: Readonly<Record<string, (...rest: (string | undefined)[]) => boolean>> = {
  exactness,
  mutation,
  fuzz,
  model,
  chaos,
  timing,
  uploads,
  photos,
  legible,
}

function exactness(code?: string): boolean {
  const chosen = slices.filter((slice) => code === undefined || slice.code === code)
  let checked = 0
  let wrong = 0
  for (const slice of chosen) {
    const result = wholeSlice(slice)
    checked += result.checked
    wrong += result.wrong
  }
  console.log(`${chosen.length} 组，${checked} 户，${wrong} 户和补全的结果不一样`)
  return chosen.length > 0 && wrong === 0
}

function wholeSlice(slice: Slice): { checked: number; wrong: number } {
  const proof = new BruteForce(slice)
  const started = Date.now()
  let sign = started
  let checked = 0
  let wrong = 0
  for (const assignment of assignments(slice.facts, true)) {
    const found = differences(proof, assignment)
    checked += 1
    if (found.length > 0) wrong += 1
    if (found.length > 0 && wrong <= mostShown)
      console.error(`  ✗ ${inWords(slice, assignment)} → ${found.join('；')}`)
    if (Date.now() - sign > msBetweenSigns) {
      sign = Date.now()
      console.log(`  … ${slice.code} ${slice.title}：${checked} 户`)
    }
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  const mark = wrong === 0 ? '✓' : '✗'
  console.log(`${mark} ${slice.code} ${slice.title}：${checked} 户，完整的 ${proof.size} 户，${seconds} s`)
  return { checked, wrong }
}

function mutation(file?: string): boolean {
  const some = file === undefined ? [] : ['--mutate', file]
  const args = ['stryker', 'run', 'config/mutation/stryker.config.mjs', ...some]
  return spawnSync('npx', args, { stdio: 'inherit' }).status === 0
}

/** As many hostile requests as one likes. */
function fuzz(count = '100000', seed = String(Date.now() % 1_000_000)): boolean {
  return jest('server', 'tests/server/fuzz.test.ts', { FUZZ_RUNS: count, FUZZ_SEED: seed })
}

/** As many walks through the life of a case, with people acting at once. */
function model(count = '2000', seed = String(Date.now() % 1_000_000)): boolean {
  return jest('server', 'tests/server/model.test.ts', { MODEL_RUNS: count, MODEL_SEED: seed })
}

/** As many families as one likes photograph their papers while everything goes wrong on the way. Build the weapp first. */
function uploads(count = '2000', seed = String(Date.now() % 1_000_000)): boolean {
  return jest('weapp', 'tests/weapp/uploads.test.ts', { UPLOAD_RUNS: count, UPLOAD_SEED: seed })
}

/** Whether the time of an answer tells what the answer must not. On a quiet machine. */
function timing(pairs = '500'): boolean {
  return jest('proof', 'tests/proof/timing.test.ts', { TIMING_PAIRS: pairs })
}

/** Kills under load, with nothing wrong and with each mistake planted. */
function chaos(kills = '12'): boolean {
  return jest('proof', 'tests/proof/chaos.test.ts', { CHAOS_KILLS: kills })
}

/** As many photos of papers as one likes, looked at as the phone does. */
function photos(count = '400', seed = '0'): boolean {
  return jest('proof', 'tests/proof/photos.test.ts', { PHOTO_RUNS: count, PHOTO_SEED: seed })
}

/** Whether small print is still read after shrinking and marking, by an OCR program. */
function legible(count = '40', seed = '0'): boolean {
  return jest('proof', 'tests/proof/legible.test.ts', { PHOTO_RUNS: count, PHOTO_SEED: seed })
}

function jest(project: string, file: string, env: Record<string, string>): boolean {
  console.log(
    Object.entries(env)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  )
  const args = ['jest', file, '--selectProjects', project, '-w', '1']
  return spawnSync('npx', args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

const [name, ...only] = process.argv.slice(2)
const chosen = name === undefined ? Object.values(parts) : [parts[name]]
const isProved = chosen.map((part) => part?.(...only) ?? false)
if (isProved.includes(false)) process.exitCode = 1
