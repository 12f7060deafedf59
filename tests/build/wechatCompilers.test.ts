import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCompilers, styleFaults, templateFaults } from '../../config/wechatCompilers'
import { dist, root } from './support/dist'

// WeChat's strict compile starts processes of its own: minutes on a busy machine.
jest.setTimeout(300_000)

const withCompilers = hasCompilers ? test : test.skip

let copy = ''
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'weapp-dist-'))
  cpSync(dist, copy, { recursive: true })
})
afterEach(() => rmSync(copy, { recursive: true, force: true }))

const spoil = (file: string, text: string) => appendFileSync(join(copy, file), text)

function strictCompile(folder: string): { status: number | null; words: string; complaint: string } {
  const script = join(root, 'config/strictCompile.ts')
  const args = ['--import', 'tsx', script, folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  return { status, words: stdout, complaint: stderr }
}

withCompilers('wcc compiles every template', () => {
  expect(templateFaults(dist)).toBe('')
})

withCompilers('wcsc compiles every style', () => {
  expect(styleFaults(dist)).toBe('')
})

test('miniprogram-ci compiles the whole in strict settings, without a net', () => {
  const { status, words } = strictCompile(dist)
  expect(words).toMatch(/compiled: \d{2,} files/)
  expect(status).toBe(0)
})

// That the judges see what they are asked to judge.
withCompilers.each([
  ['a tag that is not closed', '<view><text></view>', 'expect end-tag'],
  ['an expression that is none', '<view id="{{a.}}"></view>', 'Bad attr'],
])('wcc refuses %s', (_fault, text, words) => {
  spoil('pages/home/index.wxml', text)
  expect(templateFaults(copy)).toContain(words)
})

withCompilers('wcsc refuses a broken style', () => {
  spoil('app.wxss', '}}')
  expect(styleFaults(copy)).toContain('ERR: app.wxss')
})

test('the strict compile refuses a broken script', () => {
  spoil('pages/home/index.js', 'var = ;')
  const { status, complaint } = strictCompile(copy)
  expect(status).toBe(1)
  expect(complaint).toContain('pages/home/index.js')
})
