import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { assess } from '@domain/eligibility/assess'
import { boundedLines } from './boundedLines'
import { readHouseholdInput } from './householdInput'

/*
 * npm run --silent assess -- <file.json|->            one assessment, as JSON
 * npm run --silent assess -- --lines <file.jsonl|->   one assessment a line, in order
 *
 * No clock and no network: `today` and `settings` come from the input. Exit code 2 says the input was bad; a person's
 * facts are in no message.
 */

const badInput = 2
const usage = 'usage: assess <file.json|->   or   assess --lines <file.jsonl|->'

async function assessOne(path: string): Promise<void> {
  const input = await (path === '-' ? text(process.stdin) : readFile(path, 'utf8')).catch(() => undefined)
  const read = input === undefined ? { problem: 'input: cannot be read' } : readHouseholdInput(input)
  if ('problem' in read) refuse(read.problem)
  else process.stdout.write(`${JSON.stringify(assess(read.household))}\n`)
}

async function assessLines(path: string): Promise<void> {
  const source = path === '-' ? process.stdin.setEncoding('utf8') : createReadStream(path, 'utf8')
  await pipeline(source, assessments, process.stdout, { end: false }).catch(
    (error: NodeJS.ErrnoException) => {
      // The reader has seen enough (`| head`): nothing is wrong with the input.
      if (error.code !== 'EPIPE') refuse('input: cannot be read')
    },
  )
}

async function* assessments(source: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of boundedLines(source)) {
    const read = line === undefined ? { problem: 'input: too long' } : readHouseholdInput(line)
    if ('problem' in read) process.exitCode = badInput
    yield `${JSON.stringify('problem' in read ? { error: read.problem } : assess(read.household))}\n`
  }
}

function refuse(problem: string): void {
  process.stderr.write(`${problem}\n`)
  process.exitCode = badInput
}

async function main([first, second, ...rest]: string[]): Promise<void> {
  if (first === '--lines' && second !== undefined && rest.length === 0) return assessLines(second)
  if (first !== undefined && second === undefined && (first === '-' || !first.startsWith('-')))
    return assessOne(first)
  refuse(usage)
}

void main(process.argv.slice(2))
