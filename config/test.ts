import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './chromium'
import { installSwift } from './swift'

interface Step {
  name: string
  run: () => boolean
}

const reports = mkdtempSync(join(tmpdir(), 'child-support-tests-'))
const totals = { passed: 0, failed: 0 }

const command = (name: string, args: string[]) => () =>
  spawnSync(name, args, { stdio: 'inherit', env: process.env }).status === 0

const npm = (script: string) => command('npm', ['run', '--silent', script])

interface Some {
  /** Names of files; absent: all of the project. */
  only?: readonly string[]
  env?: Readonly<Record<string, string>>
}

function jest(project: string, { only = [], env }: Some = {}): () => boolean {
  return () => {
    const report = join(reports, `${project}-${only.length}.json`)
    const args = [
      'jest',
      '--selectProjects',
      project,
      '--json',
      `--outputFile=${report}`,
      '--silent',
      '--',
      ...only,
    ]
    const { status } = spawnSync('npx', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    })
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    totals.passed += numPassedTests
    totals.failed += numFailedTests
    return status === 0 && numPassedTests > 0
  }
}

function browser(): boolean {
  try {
    ensureBrowser()
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return false
  }
}

const inBothSuites = ['firstLight', 'ownership', 'idempotency'].map((name) => `tests/server/${name}.test.ts`)

// A green build proves nothing by itself: the weapp dist is run in the harness, the H5 build in a browser.
const steps: Step[] = [
  { name: '浏览器和字体', run: browser },
  { name: '存照片的 S3 服务器', run: installSwift },
  { name: '类型', run: npm('types') },
  { name: '规范', run: npm('lint') },
  { name: '领域、接口契约、结构', run: jest('domain') },
  { name: '服务端（真实 PostgreSQL）', run: jest('server') },
  // What seals, finds by keyed hash, and answers twice the same, once more with the national algorithms.
  { name: '服务端（国密）', run: jest('server', { only: inBothSuites, env: { CRYPTO_SUITE: 'sm' } }) },
  { name: '界面组件', run: jest('ui') },
  { name: '构建微信小程序', run: npm('build:weapp') },
  { name: '小程序产物检查', run: jest('build') },
  { name: '小程序产物运行', run: jest('weapp') },
  { name: '构建 H5', run: npm('build:h5') },
  { name: '浏览器里的全流程', run: jest('journeys') },
  { name: '断电断网', run: jest('faults') },
]

const only = process.argv.slice(2)
const chosen =
  only.length === 0 ? steps : steps.filter((step) => only.some((word) => step.name.includes(word)))

let broken: string | undefined
for (const step of chosen) {
  const started = Date.now()
  console.log(`\n▶ ${step.name}`)
  const ok = step.run()
  console.log(`${ok ? '✓' : '✗'} ${step.name}  ${((Date.now() - started) / 1000).toFixed(1)} s`)
  if (!ok) {
    broken = step.name
    break
  }
}
rmSync(reports, { recursive: true, force: true })
if (broken) console.error(`\n没有通过：${broken}`)
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = broken ? 1 : 0
