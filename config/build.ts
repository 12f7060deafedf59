import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { sourceHash, stampH5 } from './h5Stamp'
import { packageSizes } from './packageSizes'

const root = resolve(__dirname, '..')
const targets = ['weapp', 'h5'] as const
type Target = (typeof targets)[number]

const names: Record<Target, string> = { weapp: '微信小程序', h5: '网页版' }

/** Runs Taro once. Its exit code is 0 even when webpack failed in some versions, so its words are read too. */
function runTaro(target: Target): Promise<{ ok: boolean; output: string }> {
  const taro = require.resolve('@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [taro, 'build', '--type', target], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => (output += chunk.toString())
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((done) =>
    child.on('close', (code) => {
      const text = stripVTControlCharacters(output)
      done({ ok: code === 0 && !/✖ Errors|Compiled with some errors|ERROR in /.test(text), output: text })
    }),
  )
}

function checkSizes(): boolean {
  const sizes = packageSizes(resolve(root, 'dist/weapp'))
  for (const { name, bytes, budget } of sizes) {
    const mark = bytes > budget ? '✗ 超出' : '✓'
    console.log(`  ${mark} ${name}  ${(bytes / 1000).toFixed(1)} kB / ${budget / 1000} kB`)
  }
  return sizes.every(({ bytes, budget }) => bytes <= budget)
}

async function build(target: Target): Promise<boolean> {
  const started = Date.now()
  const seconds = () => ((Date.now() - started) / 1000).toFixed(0)
  console.log(`正在构建${names[target]}…`)
  const progress = setInterval(() => console.log(`  已用 ${seconds()} 秒`), 5000)
  const hash = sourceHash()
  const { ok, output } = await runTaro(target)
  clearInterval(progress)
  if (!ok) {
    console.error(output.split('\n').slice(-60).join('\n'))
    console.error(`构建${names[target]}失败。`)
    return false
  }
  if (target === 'h5') stampH5(hash)
  console.log(`构建${names[target]}完成，用时 ${seconds()} 秒。`)
  return target === 'h5' || checkSizes()
}

const wanted = targets.find((target) => target === process.argv[2])
if (!wanted) {
  console.error('用法：npm run build:weapp 或 npm run build:h5')
  process.exitCode = 2
} else {
  void build(wanted).then((ok) => {
    process.exitCode = ok ? 0 : 1
  })
}
