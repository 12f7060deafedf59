import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import {
  keeperFile,
  lastLine,
  openCluster,
  plainEnv,
  readKeeper,
  readPort,
  serverLog,
  superuser as user,
  takeOver,
  writePort,
  type Cluster,
} from './postgresCluster'
import { clearUncollected, isAlive, readPostmaster } from './postmaster'

export interface EmbeddedOptions {
  /** The cluster lives in its subfolder `postgres`. */
  dataDir: string
  /** The server died and was started again by itself. */
  onRestart?: () => void
}

export interface EmbeddedPostgres {
  connection: { host: string; port: number; user: string; password: string; database: string }
  /** Found running (left by a killed process, or another process uses it), not started here. */
  attached: boolean
  /** Stops the server, unless another live process keeps it. */
  stop(): Promise<void>
}

const host = '127.0.0.1'
const database = 'postgres'
const startWithinMs = 30_000
const watchEveryMs = 250
const stopWithinMs = 8_000

/** Durable above all; small, because one city's load fits (reliability §2) and phones' photos need the memory. */
const serverSettings: Record<string, string> = {
  listen_addresses: host,
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '32MB',
  max_connections: '30',
  max_wal_size: '256MB',
  // A statement or a violated constraint may show a row: the server's own log says only why it stopped.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/**
 * Makes the cluster on first use, starts it or connects to the one that runs, and keeps it running.
 * Safe for two processes at once and after a kill at any moment.
 * @throws Error with one Chinese line when it does not come up
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = openCluster(options.dataDir)
  const stopping = new AbortController()
  const first = await comeUp(cluster, stopping.signal)
  takeOver(cluster)
  writePort(cluster, first.port)

  let reviving: Promise<void> | undefined
  const watch = setInterval(() => {
    const postmaster = readPostmaster(cluster.data)
    if (reviving || (postmaster && isAlive(postmaster.pid))) return
    reviving = revive().finally(() => (reviving = undefined))
  }, watchEveryMs).unref()

  async function revive(): Promise<void> {
    try {
      // The pool knows this port only.
      await comeUp(cluster, stopping.signal, first.port)
      takeOver(cluster)
      options.onRestart?.()
    } catch {
      // The next tick tries again: until then every request hears 503.
    }
  }

  return {
    connection: { host, port: first.port, user, password: cluster.password, database },
    attached: first.attached,
    async stop() {
      clearInterval(watch)
      stopping.abort()
      await reviving
      if (readKeeper(cluster) === process.pid) await shutDown(cluster)
    },
  }
}

/** Connects to a live server or starts one; tries again while an older one is still going down. */
async function comeUp(
  cluster: Cluster,
  stopping: AbortSignal,
  port?: number,
): Promise<{ port: number; attached: boolean }> {
  const deadline = performance.now() + startWithinMs
  const isOver = () => stopping.aborted || performance.now() > deadline
  for (let wait = 50; !isOver(); wait = Math.min(wait * 2, 500)) {
    const running = readPostmaster(cluster.data)
    if (running && isAlive(running.pid)) {
      if (await answers(cluster, running.port)) return { port: running.port, attached: true }
    } else {
      clearUncollected(cluster.data)
      const chosen = port ?? (await freePort(readPort(cluster)))
      if (await start(cluster, chosen, isOver)) return { port: chosen, attached: false }
    }
    await sleep(wait)
  }
  throw new Error(`数据库没有启动：${lastLine(serverLog(cluster)) || '等了很久没有回答'}`)
}

async function start(cluster: Cluster, port: number, isOver: () => boolean): Promise<boolean> {
  const settings = Object.entries(serverSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { program, args, ...ids } = cluster.account.command(cluster.binaries.postgres, [
    '-D',
    cluster.data,
    '-p',
    String(port),
    ...settings,
  ])
  const log = openSync(join(cluster.folder, 'server.log'), 'w', 0o600)
  // A group of its own: Ctrl-C is for the API, which stops the database after its last request.
  const child = spawn(program, args, {
    ...ids,
    detached: true,
    stdio: ['ignore', log, log],
    env: plainEnv(),
    cwd: '/',
  })
  closeSync(log)
  child.unref()
  let gone = false
  child.once('exit', () => (gone = true)).once('error', () => (gone = true))
  while (!gone && !isOver()) {
    if (await answers(cluster, port)) return isOurs(cluster, child)
    await sleep(30)
  }
  return false
}

/** With two starters on one folder one server survives; the other's child is gone. */
function isOurs(cluster: Cluster, child: ChildProcess): boolean {
  return readPostmaster(cluster.data)?.pid === child.pid
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const { password } = cluster
  const client = new Client({ host, port, user, password, database, connectionTimeoutMillis: 1500 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** First the fast way (open transactions roll back), then the immediate one, from which it recovers. */
async function shutDown(cluster: Cluster): Promise<void> {
  const postmaster = readPostmaster(cluster.data)
  if (!postmaster) return
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isAlive(postmaster.pid)) process.kill(postmaster.pid, signal)
    const deadline = performance.now() + stopWithinMs / 2
    while (isAlive(postmaster.pid) && performance.now() < deadline) await sleep(20)
  }
  rmSync(keeperFile(cluster), { force: true })
}

/** The cluster's last port when it is free: whoever starts it again, everybody else still finds it there. */
async function freePort(preferred: number): Promise<number> {
  return (await probe(preferred)) ?? (await probe(0)) ?? 0
}

function probe(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined))
    server.listen(port, host, () => {
      const { port: found } = server.address() as AddressInfo
      server.close(() => resolve(found))
    })
  })
}
