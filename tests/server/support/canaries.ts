import { idNumberProblem } from '@domain/people/idNumber'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '@server/store/database'

/** A known test person's words, by what they are. Wherever one turns up outside sealed columns, something leaks. */
export type Canaries = Readonly<Record<string, string>>

/** How a word may look once it has passed through a log, an address, a header or a driver. */
const forms: Readonly<Record<string, (word: string) => string>> = {
  plain: (word) => word,
  percent: (word) => encodeURIComponent(word),
  json: (word) =>
    word.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  hex: (word) => Buffer.from(word, 'utf8').toString('hex'),
  // Whole groups only, so that what stands before and after does not matter.
  base64: (word) => Buffer.from(word, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -2),
}

/** @returns `word (form)` of each that is found; empty: nothing leaked */
export function leaksIn(text: string, canaries: Canaries): string[] {
  return Object.entries(canaries).flatMap(([name, word]) =>
    Object.entries(forms)
      .filter(([, write]) => text.includes(write(word)))
      .map(([form]) => `${name} (${form})`),
  )
}

/** Whoever files an application in any test is one of them, unless the test names another. */
const testPersons: Canaries = { applicant: '王秀兰', child: '王小明', canary: '金丝雀', phone: '13812345678' }

const idNumbers = /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g
const phones = /(?<![\w.-])1[3-9]\d{9}(?![\w.-])/g

/**
 * Whether a line tells of a person: one of the test persons in any form, or any valid ID number or mobile number.
 * @returns what was found; empty: nothing
 */
export function personsIn(line: string): string[] {
  const numbers = (line.match(idNumbers) ?? []).filter((number) => idNumberProblem(number) === undefined)
  return [...leaksIn(line, testPersons), ...numbers, ...(line.match(phones) ?? [])]
}

/** Every column of every table as text, the way a dump holds it. @returns `table.column` → content */
export async function dumpOf(db: Database): Promise<Map<string, string>> {
  const { rows: columns } = await sql<{ table_name: string; column_name: string }>`
    select table_name, column_name from information_schema.columns where table_schema = 'public'`.execute(db)
  const dump = new Map<string, string>()
  for (const { table_name, column_name } of columns) {
    const { rows } = await sql<{ text: string | null }>`
      select ${sql.ref(column_name)}::text as text from ${sql.table(table_name)}`.execute(db)
    dump.set(`${table_name}.${column_name}`, rows.map(({ text }) => text ?? '').join('\n'))
  }
  return dump
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}
