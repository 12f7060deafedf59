import { equals, iterableEquality } from '@jest/expect-utils'
import { expect as jestExpect } from 'expect'
import { bind } from 'jest-each'

/*
 * The part of jest that the tests of the rules use, from jest's own packages. What else a test may call is not there and
 * stops it: nothing passes for not having been understood.
 */

/** Jest's way of saying what is wrong builds some two hundred functions a call: what plainly holds does without. */
const holds = {
  toBe: (found, wanted) => Object.is(found, wanted),
  toEqual: (found, wanted) => equals(found, wanted, [iterableEquality]),
}

class Expectation {
  constructor(found) {
    this.found = found
  }

  get not() {
    return jestExpect(this.found).not
  }
}
for (const [name, matcher] of Object.entries(jestExpect(undefined)))
  if (typeof matcher === 'function')
    Expectation.prototype[name] = function (...wanted) {
      if (!holds[name]?.(this.found, ...wanted)) jestExpect(this.found)[name](...wanted)
    }

/** Jest's own, but for what it looks at after the test and not at the call: that would pass unseen, and is not there. */
const expect = Object.assign((found) => new Expectation(found), {
  arrayContaining: jestExpect.arrayContaining,
})

/**
 * What a test file calls, and the tests it registers by calling it.
 *
 * @returns `api` with describe, test and expect; `collect(load)` calls `load` and returns the tests it registered, in their
 *   order, each with its full name and its body. Throws what `load` throws.
 */
export function testWorld() {
  let names = []
  let tests = []
  const describe = (name, body) => {
    names = [...names, name]
    body()
    names = names.slice(0, -1)
  }
  const test = (name, body) => {
    if (body.length > 0) throw new Error(`a test that waits to be called back: ${name}`)
    tests.push({ name: [...names, name].join(' › '), body })
  }
  const anyTest = Object.assign(test, { each: bind((...row) => test(...row)) })
  return {
    api: {
      describe: Object.assign(describe, { each: bind((...row) => describe(...row), false) }),
      test: anyTest,
      it: anyTest,
      expect,
    },
    collect(load) {
      names = []
      tests = []
      load()
      return tests
    },
  }
}

/** Runs a test. Throws what the test throws, and where it returns anything: it may not be over. */
export function runTest({ name, body }) {
  if (body() !== undefined) throw new Error(`a test that returns something: ${name}`)
}
