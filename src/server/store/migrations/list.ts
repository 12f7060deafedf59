import type { Migration, MigrationProvider } from 'kysely'
import { up as assignees } from './assignees'
import { up as first } from './first'
import { up as gates } from './gates'
import { up as queue } from './queue'
import { up as rights } from './rights'
import { up as services } from './services'
import { up as settings } from './settings'
import { up as uploads } from './uploads'
import { up as vault } from './vault'

/**
 * Every migration, in order of its name. A released one is never changed: a mend is a new one, and each keeps the
 * columns that the release before it still writes.
 */
const migrations: Record<string, Migration> = {
  '0001-first': { up: first },
  '0002-settings': { up: settings },
  '0003-vault': { up: vault },
  '0004-rights': { up: rights },
  '0005-uploads': { up: uploads },
  '0006-gates': { up: gates },
  '0007-queue': { up: queue },
  '0008-assignees': { up: assignees },
  '0009-services': { up: services },
}

export const migrationProvider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) }
