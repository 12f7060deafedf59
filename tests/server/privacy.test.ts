import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { decide } from '@server/usecases/decisions'
import { openCase } from '@server/usecases/desk'
import { crew, value } from './support/desk'
import { Family, idNumber, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

/** Known test persons. Wherever one of these words turns up in clear, something leaks. */
const canaries = {
  childName: '金丝雀宝宝',
  childNumber: idNumber('20160229'),
  applicantName: '金丝雀奶奶',
  applicantNumber: idNumber('19551111'),
  phone: '13912349876',
  illness: '金丝雀病',
  reason: '金丝雀理由：判决书上没有盖章，请补。',
  paper: 'criminalJudgment',
}

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  const family = await Family.signIn(api)
  const staff = await crew(api)
  const photo = await family.upload('mother.criminalJudgment')
  const body = submission({
    applicant: {
      ...submission().applicant,
      name: canaries.applicantName,
      idNumber: canaries.applicantNumber,
      phone: canaries.phone,
    },
    child: { name: canaries.childName, idNumber: canaries.childNumber },
    papers: [{ paper: 'mother.criminalJudgment', attachmentIds: [photo.id] }],
  })
  body.facts.parents?.[1]?.illnesses?.push(canaries.illness)
  const withIllness = {
    ...body,
    facts: {
      ...body.facts,
      parents: body.facts.parents?.map((parent) => ({ ...parent, illnesses: [canaries.illness] })),
    },
  }
  const { applicationId } = (await family.submit(withIllness)).json()
  await family.submit({ ...withIllness, child: { name: canaries.childName, idNumber: '150302201602290000' } })
  value(await openCase(api.parts, staff.street, applicationId, 'test'))
  const supplement = { papers: [{ paper: 'mother.criminalJudgment', reason: canaries.reason }] }
  value(await decide(api.parts, staff.street, { applicationId, kind: 'accepted', version: 1 }, 'test'))
  value(
    await decide(
      api.parts,
      staff.street,
      { applicationId, kind: 'supplementRequested', version: 2, supplement },
      'test',
    ),
  )
  await family.caseOf(applicationId)
  await breakTheDatabase()
})
afterAll(() => api.close())

/** Errors carry rows: a violated constraint and a broken statement while a family sends its data. */
async function breakTheDatabase(): Promise<void> {
  await sql`alter table application add constraint too_short check (length(case_number) < 3) not valid`.execute(
    api.db,
  )
  const family = await Family.signIn(api)
  const answer = await family.submit(
    submission({ child: { name: canaries.childName, idNumber: canaries.childNumber } }),
  )
  expect(answer.json()).toMatchObject({ code: 'INTERNAL' })
  for (const word of Object.values(canaries)) expect(answer.body).not.toContain(word)
  await sql`alter table application drop constraint too_short`.execute(api.db)
}

it.each(Object.entries(canaries))('日志里没有 %s', (_, word) => {
  expect(api.logs.join('')).not.toContain(word)
  expect(api.logs.length).toBeGreaterThan(10)
})

it('坏了的请求，日志说得出是什么错、在哪一行，说不出是谁', () => {
  const failed = api.logs.map((line) => JSON.parse(line) as { event: string; fault?: object })
  expect(failed.find(({ event }) => event === 'request.failed')).toMatchObject({
    route: '/api/v1/applications',
    fault: { code: '23514', constraint: 'too_short' },
  })
})

it('数据库里每一列、每一行，都没有明着写的个人信息', async () => {
  const { rows: columns } = await sql<{ table_name: string; column_name: string }>`
    select table_name, column_name from information_schema.columns where table_schema = 'public'`.execute(
    api.db,
  )
  expect(columns.length).toBeGreaterThan(80)
  for (const { table_name, column_name } of columns) {
    const { rows } = await sql<{ text: string | null; raw: Buffer | null }>`
      select ${sql.ref(column_name)}::text as text from ${sql.table(table_name)}`.execute(api.db)
    const content = rows.map(({ text }) => text ?? '').join('\n')
    for (const word of Object.values(canaries)) {
      expect(content).not.toContain(word)
      expect(content).not.toContain(Buffer.from(word, 'utf8').toString('hex'))
    }
  }
})

it('磁盘上的文件，名字和内容里都没有', () => {
  const walk = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? walk(path) : [path]
    })
  const files = walk(api.dataDir)
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const content = readFileSync(file)
    for (const word of Object.values(canaries)) {
      expect(file).not.toContain(word)
      expect(content.includes(word)).toBe(false)
    }
  }
})

it('待发的消息里只有编号', async () => {
  const rows = await api.db.selectFrom('outbox').selectAll().execute()
  expect(rows.length).toBeGreaterThan(2)
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
    [
      'account_id',
      'application_id',
      'attempts',
      'created_at',
      'done_at',
      'event_sequence',
      'id',
      'next_attempt_at',
    ].sort(),
  )
})
