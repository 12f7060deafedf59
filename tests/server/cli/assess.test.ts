import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { boundedLines } from '@server/cli/boundedLines'
import { readHouseholdInput } from '@server/cli/householdInput'

const root = resolve(__dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'assess-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  stdout: string
  stderr: string
  code: number | null
}

function assess(args: string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/cli/assess.ts', ...args], {
    cwd: root,
  })
  const ended: Ended = { stdout: '', stderr: '', code: null }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.stderr += text))
  child.stdin.on('error', () => undefined).end(input)
  return new Promise((done) => child.on('close', (code) => done({ ...ended, code })))
}

const casePath = join(root, 'tests/fixtures/eligibility-cases/M05.json')
const caseFile = JSON.parse(readFileSync(casePath, 'utf8')) as { facts: object }
const facts = JSON.stringify(caseFile.facts)

describe('one household', () => {
  test('a case file and its bare facts give the same assessment, and nothing else is printed', async () => {
    const fromCase = await assess([casePath])
    const fromFacts = await assess(['-'], facts)
    expect(fromCase).toEqual({ stdout: fromFacts.stdout, stderr: '', code: 0 })
    const printed = JSON.parse(fromCase.stdout) as { results: { code: string; result: string }[] }
    expect(printed.results.map(({ code, result }) => `${code} ${result}`)).toContain('DFUC_ALLOWANCE NOT_YET')
  })

  test.each([
    ['no such file', [join(folder, 'missing.json')], '', 'input: cannot be read'],
    ['not JSON', ['-'], '{', 'input: not JSON'],
    ['a wrong date', ['-'], '{"child":{"birthDate":"2026-02-30"}}', 'child.birthDate: not a date'],
    ['no argument', [], '', expect.stringMatching(/^usage: /)],
    ['an unknown option', ['--help'], '', expect.stringMatching(/^usage: /)],
  ])(
    '%s: exit 2, one line on standard error, nothing on standard output',
    async (_what, args, input, message) => {
      const { stdout, stderr, code } = await assess(args, input)
      expect([stdout, code]).toEqual(['', 2])
      expect(stderr).toMatch(/^[^\n]+\n$/)
      expect(stderr.trim()).toEqual(message)
    },
  )
})

describe('many households', () => {
  test('one answer a line, in order; a bad line says so in its place and the exit code is 2', async () => {
    const path = join(folder, 'many.jsonl')
    writeFileSync(path, [facts, 'x', '{"child":{"birthDate":"1"}}', '', facts].join('\n'))
    const { stdout, stderr, code } = await assess(['--lines', path])
    const lines = stdout.trimEnd().split('\n')
    expect([lines.length, stderr, code]).toEqual([5, '', 2])
    expect(lines[1]).toBe('{"error":"input: not JSON"}')
    expect(lines[2]).toBe('{"error":"child.birthDate: not a date"}')
    expect(lines[3]).toBe('{"error":"input: not JSON"}')
    expect(lines[4]).toBe(lines[0])
    expect(JSON.parse(lines[0] ?? '')).toHaveProperty('results')
  })

  test('good lines only: exit 0', async () => {
    expect(await assess(['--lines', '-'], `${facts}\n${facts}\n`)).toMatchObject({ stderr: '', code: 0 })
  })

  test('a file that cannot be read: exit 2', async () => {
    const { stdout, stderr, code } = await assess(['--lines', folder])
    expect([stdout, stderr, code]).toEqual(['', 'input: cannot be read\n', 2])
  })
})

describe('bad input names the field and never repeats what it holds', () => {
  const secret = '张三15030219990101'
  test.each([
    [{ chld: {} }, 'chld: unknown property'],
    [{ child: { height: 3 } }, 'child.height: unknown property'],
    [{ child: { [secret]: 3 } }, 'child: unknown property'],
    [{ parents: [{ role: secret }] }, 'parents[0].role: not one of the allowed values'],
    [{ parents: [{ dead: true }] }, 'parents[0].role: not one of the allowed values'],
    [{ parents: [{ role: 'father', dead: secret }] }, 'parents[0].dead: not true or false'],
    [{ parents: [{ role: 'father' }, { role: 'father' }] }, 'parents: at most one father and one mother'],
    [{ parents: [{ role: 'father' }, { role: 'mother' }, { role: 'mother' }] }, 'parents: more than 2'],
    [
      { parents: [{ role: 'father', imprisoned: { termMonths: secret } }] },
      'parents[0].imprisoned.termMonths: not a number',
    ],
    [
      { parents: [{ role: 'father', imprisoned: secret }] },
      'parents[0].imprisoned: not of the expected kind',
    ],
    [
      { parents: [{ role: 'mother', lostContact: { since: secret } }] },
      'parents[0].lostContact.since: not a date',
    ],
    [
      { parents: [{ role: 'mother', lostContact: { [secret]: 1 } }] },
      'parents[0].lostContact: unknown property',
    ],
    [
      { parents: [{ role: 'mother', disabilities: [{ type: 'visual', grade: 5 }] }] },
      'parents[0].disabilities[0].grade: more than 4',
    ],
    [{ child: { hukou: { division: secret } } }, 'child.hukou.division: not a division code'],
    [{ child: { illnesses: [''] } }, 'child.illnesses[0]: less than 1'],
    [{ settings: { restrictedTermMonths: 1.5 } }, 'settings.restrictedTermMonths: not a whole number'],
    [{ today: '2026-03-31', child: { birthDate: '2026-04-01' } }, 'child.birthDate: in the future'],
    [{ facts: { child: { birthDate: secret } }, id: 'M1' }, 'child.birthDate: not a date'],
    [{ facts: 3 }, 'input: not an object'],
    [[], 'input: not an object'],
    [null, 'input: not an object'],
  ])('%j', (input, problem) => {
    const read = readHouseholdInput(JSON.stringify(input))
    expect(read).toEqual({ problem })
    expect(JSON.stringify(read)).not.toContain(secret)
  })

  test('a key that would change the prototype is an unknown property', () => {
    expect(readHouseholdInput('{"__proto__":{"today":"2026-01-01"}}')).toEqual({
      problem: 'input: unknown property',
    })
  })

  test('a byte order mark is no error', () => {
    expect(readHouseholdInput('\uFEFF{}')).toEqual({ household: {} })
  })
})

describe('lines of a stream', () => {
  async function linesOf(chunks: string[], longest?: number): Promise<(string | undefined)[]> {
    async function* source() {
      yield* chunks
    }
    const lines: (string | undefined)[] = []
    for await (const line of boundedLines(source(), longest)) lines.push(line)
    return lines
  }

  test.each<[string, string[], (string | undefined)[]]>([
    ['nothing', [], []],
    ['whole lines', ['a\nb\n'], ['a', 'b']],
    ['no end of line at the end', ['a\nb'], ['a', 'b']],
    ['a line in three pieces', ['a', 'b', 'c\nd\n'], ['abc', 'd']],
    ['an empty line', ['a\n\nb\n'], ['a', '', 'b']],
    ['lines of another system', ['a\r', '\nb\r\n'], ['a', 'b']],
    ['a line too long is skipped and the next is read', ['abc', 'defg', 'h\nok\n'], [undefined, 'ok']],
    ['a last line too long', ['ok\nabcdefgh'], ['ok', undefined]],
    ['exactly as long as allowed', ['abcdef\n'], ['abcdef']],
  ])('%s', async (_what, chunks, expected) => {
    expect(await linesOf(chunks, 6)).toEqual(expected)
  })
})
