import { createHash } from 'node:crypto'
import { silentLog } from '@server/log'
import { startServer } from '@server/main'
import type { Database } from '@server/store/database'
import type { Notes } from './clients'

export interface Reckoning {
  /** Acknowledged case numbers that are not in the database. */
  lost: string[]
  /** Keys or case numbers with more than one application. */
  doubled: string[]
  /** Applications without their event, audit row, outbox row or consent. */
  partial: string[]
  /** Acknowledged photos whose bytes differ from the acknowledged hash, or are gone. */
  photosWrong: string[]
}

export const clean: Reckoning = { lost: [], doubled: [], partial: [], photosWrong: [] }

/** The reckoning of phones that sent no photos. */
export function reckonDatabase(notes: Notes, db: Database): Promise<Reckoning> {
  return reckon(notes, db, () => Promise.resolve(undefined))
}

/** The same for a server that is not running any more: its folder is opened by the right one. */
export async function reckonFolder(dataDir: string, notes: Notes): Promise<Reckoning> {
  const server = await startServer({
    settings: { mode: 'demo', host: '127.0.0.1', port: 0, dataDir, trustProxy: [] },
    log: silentLog,
  })
  try {
    return await reckonDatabase(notes, server.parts.db)
  } finally {
    await server.stop()
  }
}

/**
 * Compares what the phones noted with what the database holds.
 * @param photoBytes reads one stored photo as its owner sees it
 */
export async function reckon(
  notes: Notes,
  db: Database,
  photoBytes: (person: string, id: string) => Promise<Buffer | undefined>,
): Promise<Reckoning> {
  const applications = await db
    .selectFrom('application')
    .select(['id', 'case_number', 'account_id'])
    .execute()
  const numbers = applications.map((row) => row.case_number)
  const acknowledged = notes.submissions.map(({ receipt }) => receipt.caseNumber)
  const photosOf = await db.selectFrom('attachment').select(['id', 'application_id']).execute()
  const usedTwice = duplicates(photosOf.map((row) => row.application_id ?? row.id))
  return {
    lost: acknowledged.filter((number) => !numbers.includes(number)),
    // Each phone sends until it is acknowledged: a case that nobody was told of was filed by a second send.
    doubled: [
      ...numbers.filter((number) => !acknowledged.includes(number)),
      ...duplicates(numbers),
      ...duplicates(acknowledged),
      ...usedTwice,
      ...(await doubledKeys(db)),
    ],
    partial: await partialApplications(db, notes.photos.length > 0 ? '1' : '0'),
    photosWrong: await wrongPhotos(notes, photoBytes),
  }
}

async function doubledKeys(db: Database): Promise<string[]> {
  const applications = await db.selectFrom('application').select('id').execute()
  const keys = await db
    .selectFrom('idempotency')
    .select(['key'])
    .where('status', '=', 201)
    .where('route', '=', 'submitApplication')
    .execute()
  return applications.length === keys.length ? [] : [`${applications.length} cases, ${keys.length} keys`]
}

async function partialApplications(db: Database, photosOfEach: '0' | '1'): Promise<string[]> {
  const rows = await db
    .selectFrom('application as a')
    .select(({ selectFrom, fn }) => [
      'a.case_number',
      'a.status',
      'a.version',
      selectFrom('case_event as e')
        .whereRef('e.application_id', '=', 'a.id')
        .select(fn.countAll<string>().as('n'))
        .as('events'),
      selectFrom('outbox as o')
        .whereRef('o.application_id', '=', 'a.id')
        .select(fn.countAll<string>().as('n'))
        .as('messages'),
      selectFrom('consent as c')
        .whereRef('c.application_id', '=', 'a.id')
        .select(fn.countAll<string>().as('n'))
        .as('consents'),
      selectFrom('attachment as t')
        .whereRef('t.application_id', '=', 'a.id')
        .select(fn.countAll<string>().as('n'))
        .as('photos'),
      selectFrom('audit as u')
        .whereRef('u.object_id', '=', 'a.id')
        .select(fn.countAll<string>().as('n'))
        .as('audits'),
    ])
    .execute()
  return rows
    .filter(
      (row) =>
        row.version !== 1 ||
        row.photos !== photosOfEach ||
        [row.events, row.messages, row.consents, row.audits].some((count) => count !== '1'),
    )
    .map((row) => JSON.stringify(row))
}

async function wrongPhotos(
  notes: Notes,
  photoBytes: (person: string, id: string) => Promise<Buffer | undefined>,
): Promise<string[]> {
  const wrong: string[] = []
  for (const { person, attachment } of notes.photos) {
    const bytes = await photoBytes(person, attachment.id)
    const hash = bytes && createHash('sha256').update(bytes).digest('hex')
    if (hash !== attachment.sha256) wrong.push(attachment.id)
  }
  return wrong
}

function duplicates(list: string[]): string[] {
  return list.filter((value, index) => list.indexOf(value) !== index)
}
