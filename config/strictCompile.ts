import { generateKeyPairSync } from 'node:crypto'
import dns from 'node:dns'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as ci from 'miniprogram-ci'

// WeChat's own compiler without WeChat: any RSA key and appid pass as long as nothing is uploaded, and the
// project's attributes, which would come from the network, are the published defaults.
const appid = 'wx0000000000000000'
const strict = {
  es6: true,
  minify: true,
  minifyJS: true,
  minifyWXML: true,
  minifyWXSS: true,
  autoPrefixWXSS: true,
}

/** @returns the paths of the files WeChat would receive */
async function compile(dist: string, folder: string): Promise<string[]> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKeyPath = join(folder, 'private.key')
  writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 })
  const project = new ci.Project({ appid, type: 'miniProgram', projectPath: dist, privateKeyPath })
  const attributes = { ...ci.DefaultProjectAttr, appid }
  Object.assign(project, { attr: () => Promise.resolve(attributes) })
  const options = {
    project,
    version: '0.0.0',
    desc: 'check',
    setting: strict,
    onProgressUpdate: () => undefined,
  }
  const result = await ci.getCompiledResult(options, join(folder, 'compiled.zip'))
  return Object.keys(result)
}

/** Words of WeChat's error: `{ code: 10038, path: 'x.wxml', message }`. */
function words(error: unknown): string {
  return error instanceof Error ? `${error.message}` : JSON.stringify(error)
}

/** `tsx config/strictCompile.ts dist/weapp`: exit 0 when WeChat's strict compile accepts the folder. */
async function main(dist: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'strict-compile-'))
  try {
    const files = await compile(resolve(dist), folder)
    console.log(`compiled: ${files.length} files`)
    return files.includes('app.json') ? 0 : 1
  } catch (error) {
    console.error(words(error))
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// It asks WeChat for lists it can do without, and without a net waits a minute for each. No name is resolved
// here, so the answer is the same everywhere; the refusals it leaves behind are its own affair.
Object.assign(dns, {
  lookup: (_host: string, _options: unknown, done: (error: Error) => void) =>
    done(new Error('offline check')),
})
// Its helper processes are plain JavaScript and die of a TypeScript loader handed down to them.
process.execArgv = []
process.on('unhandledRejection', () => undefined)
void main(process.argv[2] ?? 'dist/weapp').then((code) => process.exit(code))
