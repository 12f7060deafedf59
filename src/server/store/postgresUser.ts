import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'

/** How PostgreSQL's programs are run: PostgreSQL refuses to run as root. */
export interface PostgresUser {
  /** Hands a file or folder to the account that runs PostgreSQL. */
  own(path: string): void
  /** A program and its arguments, as that account. */
  command(program: string, args: string[]): { program: string; args: string[]; uid?: number; gid?: number }
}

const account = 'postgres'

/**
 * @param program must be reachable for the account; @param folder must be as well
 * @throws Error with one Chinese line when root cannot make or use the account
 */
export function postgresUser(program: string, folder: string): PostgresUser {
  if (process.getuid?.() !== 0) {
    return { own: () => undefined, command: (name, args) => ({ program: name, args }) }
  }
  const { uid, gid } = ids() ?? createAccount()
  const own = (path: string) => chownSync(path, uid, gid)
  if (canReach(program, uid, gid) && canReach(folder, uid, gid)) {
    return { own, command: (name, args) => ({ program: name, args, uid, gid }) }
  }
  return {
    own,
    command: (name, args) => ({ program: 'setpriv', args: [...throughClosedFolders, name, ...args] }),
  }
}

/**
 * A checkout below /root (mode 700) cannot be entered by another account. This one right lets PostgreSQL pass closed
 * folders while it still is not root; everything the account owns keeps its own protection.
 */
const throughClosedFolders = [
  `--reuid=${account}`,
  `--regid=${account}`,
  '--init-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  '--',
]

function canReach(path: string, uid: number, gid: number): boolean {
  return spawnSync('test', ['-x', path], { uid, gid, cwd: '/' }).status === 0
}

function ids(): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, account], { encoding: 'utf8' })
    return status === 0 ? Number(stdout.trim()) : undefined
  })
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

function createAccount(): { uid: number; gid: number } {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    account,
  ])
  const made = ids()
  if (!made)
    throw new Error(
      'PostgreSQL 不能用 root 运行，也没能新建 postgres 用户；请用普通用户运行，或设置 DATABASE_URL。',
    )
  return made
}
