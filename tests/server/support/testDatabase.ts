import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@server/store/embeddedPostgres'
import { isAlive } from '@server/store/postmaster'

export interface TestDatabase {
  url: string
  /** Drops the database and stops the server. */
  close(): Promise<void>
}

// One folder an account: what another account left may not be removed, nor is it ours to.
const root = join(tmpdir(), `child-support-tests-${process.getuid?.() ?? 'user'}`)
const folderName = /^postgres-(\d+)$/

/**
 * A fresh, empty database on a real PostgreSQL. Each test process has a cluster of its own, made once and started
 * again for each file: two runs on one computer never meet.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const postgres = await joinServer()
  const { host, port, user, password, database } = postgres.connection
  const urlOf = (name: string) => `postgresql://${user}:${password}@${host}:${port}/${name}`
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(urlOf(database), `create database ${name}`)
  return {
    url: urlOf(name),
    async close() {
      await run(urlOf(database), `drop database ${name} with (force)`)
      await leaveServer()
    },
  }
}

let users = 0
let server: Promise<EmbeddedPostgres> | undefined

/** One server for all databases of a test file. */
function joinServer(): Promise<EmbeddedPostgres> {
  users += 1
  if (!server) {
    mkdirSync(root, { recursive: true, mode: 0o777 })
    removeLeftovers()
    server = startEmbeddedPostgres({ dataDir: join(root, `postgres-${process.pid}`) })
  }
  return server
}

async function leaveServer(): Promise<void> {
  users -= 1
  if (users > 0) return
  const last = await server
  server = undefined
  await last?.stop()
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Clusters of test processes that are gone. */
function removeLeftovers(): void {
  for (const name of readdirSync(root)) {
    const pid = Number(folderName.exec(name)?.[1])
    if (pid > 0 && !isAlive(pid)) rmSync(join(root, name), { recursive: true, force: true })
  }
}
