import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresBinaries, type PostgresBinaries } from './postgresBinaries'
import { postgresUser, type PostgresUser } from './postgresUser'
import { isAlive } from './postmaster'

export const superuser = 'wuhai'

/** One PostgreSQL data folder and how its programs are run. */
export interface Cluster {
  folder: string
  data: string
  password: string
  binaries: PostgresBinaries
  account: PostgresUser
}

/** Finds the cluster of this data folder, or makes it. @throws Error with one Chinese line */
export function openCluster(dataDir: string): Cluster {
  const binaries = postgresBinaries()
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const folder = join(dataDir, 'postgres')
  const account = postgresUser(binaries.postgres, dataDir)
  if (!existsSync(folder)) create(folder, binaries, account)
  const password = readFileSync(join(folder, 'password'), 'utf8')
  return { folder, data: join(folder, 'data'), password, binaries, account }
}

/** Made under another name and renamed when complete: a half-made cluster is never found, and two makers do no harm. */
function create(folder: string, binaries: PostgresBinaries, account: PostgresUser): void {
  const draft = `${folder}.new-${randomBytes(4).toString('hex')}`
  const [data, handed] = [join(draft, 'data'), join(draft, 'handed')]
  const password = randomBytes(24).toString('base64url')
  mkdirSync(data, { recursive: true, mode: 0o711 })
  writeFileSync(join(draft, 'password'), password, { mode: 0o600 })
  writeFileSync(handed, password, { mode: 0o600 })
  for (const path of [data, handed]) account.own(path)
  const { program, args, ...ids } = account.command(binaries.initdb, [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${handed}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ])
  const { status, stderr, error } = spawnSync(program, args, {
    ...ids,
    encoding: 'utf8',
    env: plainEnv(),
    cwd: '/',
  })
  rmSync(handed)
  try {
    if (status !== 0) throw new Error(`没能新建数据库：${lastLine(stderr) || (error?.message ?? '')}`)
    renameSync(draft, folder)
  } catch (failure) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw failure
  }
}

export const keeperFile = (cluster: Cluster) => join(cluster.folder, 'keeper')

/** Process id of who stops the server at the end; 0 when nobody does. */
export function readKeeper(cluster: Cluster): number {
  return readNumber(keeperFile(cluster))
}

const portFile = (cluster: Cluster) => join(cluster.folder, 'port')

/** The port the server had last; 0 before its first start. */
export function readPort(cluster: Cluster): number {
  return readNumber(portFile(cluster))
}

export function writePort(cluster: Cluster, port: number): void {
  writeFileSync(portFile(cluster), String(port), { mode: 0o600 })
}

function readNumber(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0
  } catch {
    return 0
  }
}

/** Whoever keeps the server stops it at the end. A command that finds a running API leaves it alone. */
export function takeOver(cluster: Cluster): void {
  const keeper = readKeeper(cluster)
  if (keeper === 0 || !isAlive(keeper))
    writeFileSync(keeperFile(cluster), String(process.pid), { mode: 0o600 })
}

/** The API's own settings hold secrets: PostgreSQL gets none of them. */
export function plainEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

/** Why the server did not come up. */
export function serverLog(cluster: Cluster): string {
  try {
    return readFileSync(join(cluster.folder, 'server.log'), 'utf8')
  } catch {
    return ''
  }
}

export function lastLine(text: string | null): string {
  return (text ?? '').trim().split('\n').pop() ?? ''
}
