import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner'
import { testBundle } from './testBundle.mjs'
import { runTest } from './testWorld.mjs'

/*
 * Runs the tests of the rules on one changed rule after the other, in one process. Jest reads every module afresh for
 * every test file, a minute a change; here they are compiled once and run afresh, which takes milliseconds.
 */

/** What a rule's changes were last noticed by is tried first. */
const mostRemembered = 40

/** The changed sources ask this object which of them is in force. */
const changes = (globalThis.__stryker__ ??= {})

class RulesRunner {
  static inject = tokens(commonTokens.logger)

  constructor(log) {
    this.log = log
    /** By source file: the tests that noticed a change of it, the latest first. */
    this.noticed = new Map()
  }

  /** Every run has modules of its own: what changes while they load is seen without a new process. */
  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    this.bundle = await testBundle(process.cwd(), false)
    // Whether a property fails is asked, not the smallest example of it.
    this.bundle.require('fast-check').configureGlobal({ endOnFailure: true })
  }

  /**
   * Every test file, in a world of its own. To Stryker the file is the test: what the first test of a file has made its
   * modules remember, the later ones need not pass again, and would not be run on the changes they depend on.
   */
  async dryRun() {
    const { files, open } = await testBundle(process.cwd(), true)
    changes.activeMutant = undefined
    changes.mutantCoverage = { static: {}, perTest: {} }
    const runs = files.map((file) => {
      changes.currentTestId = file
      return { file, ...runFile(open(), file) }
    })
    this.log.info(
      '%d tests in %d files.',
      runs.reduce((sum, { count }) => sum + count, 0),
      files.length,
    )
    return {
      status: DryRunStatus.Complete,
      mutantCoverage: changes.mutantCoverage,
      tests: runs.map(({ file, timeSpentMs, failure }) => ({
        id: file,
        name: file,
        fileName: file,
        timeSpentMs,
        ...(failure
          ? { status: TestStatus.Failed, failureMessage: failure }
          : { status: TestStatus.Success }),
      })),
    }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(changes, { activeMutant: activeMutant.id, hitCount: 0, hitLimit, currentTestId: undefined })
    const remembered = this.noticed.get(activeMutant.fileName) ?? []
    const { count, failure, noticedBy } = runUntilRed(
      this.bundle,
      testFilter ?? this.bundle.files,
      remembered,
    )
    const endless = determineHitLimitReached(changes.hitCount, hitLimit)
    if (endless) return { status: MutantRunStatus.Timeout, reason: endless.reason }
    if (failure === undefined) return { status: MutantRunStatus.Survived, nrOfTests: count }
    const others = remembered.filter(({ name, file }) => name !== noticedBy.name || file !== noticedBy.file)
    this.noticed.set(activeMutant.fileName, [noticedBy, ...others].slice(0, mostRemembered))
    return {
      status: MutantRunStatus.Killed,
      killedBy: [noticedBy.file],
      failureMessage: `${noticedBy.name}: ${failure}`,
      nrOfTests: count,
    }
  }
}

const messageOf = (error) => (error instanceof Error ? error.message : String(error)) || 'red'

/** Why it is red, or undefined. */
function failureOf(run) {
  try {
    run()
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

/** All tests of a file. A file that does not load is red, as it is in jest. */
function runFile(world, file) {
  const started = performance.now()
  let tests = []
  const failures = [
    failureOf(() => {
      tests = world.collect(file)
    }),
    ...tests.map((test) => failureOf(() => runTest(test))),
  ]
  const failure = failures.find((each) => each !== undefined)
  return { count: tests.length, timeSpentMs: performance.now() - started, failure }
}

/** The tests of the files in a new world, the remembered ones first, up to the first red one. */
function runUntilRed(bundle, files, remembered) {
  const world = bundle.open()
  const loaded = new Map()
  let count = 0
  const testsOf = (file) => {
    if (!loaded.has(file)) loaded.set(file, world.collect(file))
    return loaded.get(file)
  }
  for (const { file, name } of order(files, remembered)) {
    let at = name
    const failure = failureOf(() => {
      for (const test of testsOf(file)) {
        if (name !== undefined && test.name !== name) continue
        at = test.name
        count += 1
        runTest(test)
      }
    })
    if (failure !== undefined) return { count, failure, noticedBy: { file, name: at } }
  }
  return { count }
}

/** A row without a name stands for all the tests of its file. */
const order = (files, remembered) => [
  ...remembered.filter(({ file, name }) => name !== undefined && files.includes(file)),
  ...files.map((file) => ({ file, name: undefined })),
]

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RulesRunner)]
