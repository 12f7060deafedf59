import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { build } from 'esbuild'
import { testWorld } from './testWorld.mjs'

const rooms = ['tests/domain/policy', 'tests/domain/eligibility']

/** They set the engine beside itself, on other facts, for long: most changed rules agree with themselves. */
const leftOut = /properties|fewestQuestions|rememberedHouseholds/i
/** Seconds a change: only what all others have not noticed comes to it. */
const last = /exactness/

/** The test files that changed rules have to fail, by their path below the root. */
function testFiles(root) {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true })
      .filter((name) => name.endsWith('.test.ts') && !leftOut.test(name))
      .sort()
      .map((name) => `${room}/${name}`),
  )
  return [...files.filter((file) => !last.test(file)), ...files.filter((file) => last.test(file))]
}

/** A test finds its own files beside it: in one file with the others it would look beside that one. */
const ownFolder = {
  name: 'own folder',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/tests\/.*\.ts$/ }, ({ path }) => {
      const folder = JSON.stringify(dirname(path))
      return { contents: `const __dirname = ${folder}\n${readFileSync(path, 'utf8')}`, loader: 'ts' }
    }),
}

/** Counting what a test covers is for the first run: counted in every run it takes longer than the rules. */
const uncounted = {
  name: 'uncounted',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/domain\/.*\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(/\bstryCov_\w+\((?:"\d+"(?:,\s*)?)+\)/g, '0')
      return { contents, loader: 'ts' }
    }),
}

/**
 * The tests and everything they import from us, compiled once.
 *
 * @param root where the (changed) sources and the tests lie
 * @param counts whether the sources count which mutants they pass
 * @returns `files`, and `open()`: a world in which no module has run yet; `collect(file)` there runs a test file and what
 *   it imports and returns its tests. Nothing a module has remembered is in the next world; libraries are shared by all.
 */
export async function testBundle(root, counts) {
  const files = testFiles(root)
  const entry = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`)
  const { outputFiles } = await build({
    stdin: {
      contents: `return {${entry.join(',')}}`.replace(/^return/, 'module.exports ='),
      resolveDir: root,
    },
    absWorkingDir: root,
    tsconfig: join(root, 'tsconfig.json'),
    plugins: counts ? [ownFolder] : [ownFolder, uncounted],
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
  })
  const names = Object.keys(testWorld().api)
  const source = `(function (require, module, ${names.join(', ')}) {${outputFiles[0].text}\n})`
  const script = new Script(source, { filename: join(root, 'tests.cjs') })
  const require = createRequire(join(root, 'tests.cjs'))
  const open = () => {
    const { api, collect } = testWorld()
    const module = { exports: {} }
    script.runInThisContext()(require, module, ...Object.values(api))
    return { collect: (file) => collect(module.exports[file]) }
  }
  return { files, open, require }
}
