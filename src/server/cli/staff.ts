import type { ErrorCode } from '@contracts/errors'
import { systemClock } from '../clock'
import { createEnvelope, type Envelope } from '../crypto/envelope'
import { parseEnv } from '../env'
import { defaultLimits } from '../limits'
import type { Result } from '../result'
import type { Store } from '../store/openStore'
import {
  addStaff,
  disableStaff,
  listStaff,
  permit,
  resetPassword,
  staffOffice,
  type FirstPassword,
  type SecondFactor,
  type StaffRow,
} from '../store/staff'
import { handByCommand } from '../usecases/assignments'
import { allowMoreReads } from '../usecases/readBudget'
import { keyringOfCommand } from './keyringOfCommand'
import { openStoreOfCommand } from './openStoreOfCommand'
import { parseStaffCommand, usage, type StaffCommand } from './staffCommand'

const exit = { done: 0, failed: 1, badArguments: 2 }

/**
 * `npm run staff -- …`: accounts of the desk. Works on the database of the settings, whether or not the server runs.
 * @returns the exit code: 0 done, 1 not done, 2 wrong arguments
 */
async function staff(args: readonly string[]): Promise<number> {
  const parsed = parseStaffCommand(args)
  if (!parsed.ok) {
    console.error(`${parsed.fault}\n\n${usage}`)
    return exit.badArguments
  }
  const { command } = parsed
  // Before the database: where there was none, the demonstration's key is made together with it.
  const envelope = command.kind === 'add' || command.kind === 'reset' ? envelopeOfCommand() : undefined
  const store = await openStoreOfCommand()
  try {
    return await run(command, store, envelope)
  } finally {
    await store.close()
  }
}

async function run(command: StaffCommand, { db }: Store, envelope?: Envelope): Promise<number> {
  const parts = { db, clock: systemClock }
  switch (command.kind) {
    case 'add': {
      const added = await addStaff(parts, command.staff, envelope)
      return printPassword(added, '账号建好了', staffOffice(command.staff))
    }
    case 'reset': {
      const reset = await resetPassword(parts, command.number, envelope)
      return printPassword(reset, '密码和动态码都重设了，原来的登录都已退出')
    }
    case 'disable':
      return print(await disableStaff(parts, command.number), (freed) => [
        '账号停用了，登录都已退出。',
        ...(freed > 0 ? [`手上的 ${freed} 件没有人办了，同单位的人都能接着办。`] : []),
      ])
    case 'hand':
      return printHanded(await handByCommand(parts, command))
    case 'permit':
    case 'forbid': {
      const permitted = await permit(parts, command.number, command.permission, command.kind === 'permit')
      return print(permitted, () => ['权限改好了，要重新登录。'])
    }
    case 'more': {
      const allowed = await allowMoreReads({ ...parts, limits: defaultLimits }, command.number)
      return print(allowed, (count) => [`好了，今天可以再看 ${count} 件。`])
    }
    case 'list':
      return printList(await listStaff(db))
  }
}

const refusals: Partial<Record<ErrorCode, string>> = {
  NOT_FOUND: '没有这个编号。',
  FORBIDDEN: '只有区里的账号可以有这个权限。',
  NOT_ALLOWED_IN_STATE: '这个账号已停用，不能重设。要再用，请新建一个账号。',
}

const handRefusals: Readonly<Record<string, string>> = {
  'NOT_FOUND case': '--case 不对：没有这个编号的办件。',
  'NOT_FOUND to': '--to 不对：没有这个工号，或者账号已停用。',
  'FORBIDDEN to': '--to 不对：这件事不归这个人的单位办。',
}

function printHanded(handed: Result<{ name: string; office: string }>): number {
  if (handed.ok) return print(handed, ({ name, office }) => [`好了。这件事在${office}由${name}办。`])
  console.error(handRefusals[`${handed.code} ${handed.field}`] ?? '没有办成。')
  return exit.failed
}

function print<T>(result: Result<T>, lines: (value: T) => string[]): number {
  if (!result.ok) {
    console.error(refusals[result.code] ?? '没有办成。')
    return exit.failed
  }
  console.log(lines(result.value).join('\n'))
  return exit.done
}

/** Seals as the server does, so that it can open. @throws Error with one Chinese line */
function envelopeOfCommand(): Envelope {
  const { DATA_DIR, DATABASE_URL, KEYRING, CRYPTO_SUITE } = process.env
  const env = parseEnv({ DATA_DIR, DATABASE_URL, KEYRING, CRYPTO_SUITE }, 'demo')
  if (!env.ok) throw new Error(env.fault)
  return createEnvelope(keyringOfCommand(env.settings))
}

function printPassword(result: Result<FirstPassword>, what: string, office?: string): number {
  return print(result, ({ number, password, secondFactor }) => [
    `${what}。下面只显示这一次：`,
    ...(office ? [`  单位  ${office}`] : []),
    `  编号  ${number}`,
    `  密码  ${password}`,
    ...(secondFactor ? appLines(secondFactor) : []),
    '第一次登录要改密码。',
  ])
}

/** Any authenticator app takes either. */
const appLines = ({ secret, address }: SecondFactor) => [
  `  动态码密钥  ${secret}`,
  `  动态码地址  ${address}`,
  '把密钥输进手机上的动态码应用（身份验证器），登录时填它显示的 6 位数字。',
]

function printList(rows: readonly StaffRow[]): number {
  if (rows.length === 0) console.log('还没有账号。')
  for (const row of rows) console.log([row.number, row.name, staffOffice(row), stateOf(row)].join('  '))
  return exit.done
}

function stateOf({ disabled_at, locked_until, totp_sealed, must_change_password }: StaffRow): string {
  if (disabled_at) return '已停用'
  if (locked_until && systemClock() < locked_until) return '输错太多，暂时锁住'
  if (!totp_sealed) return '没有动态码，只能在演示里用'
  return must_change_password ? '还没改第一次的密码' : '在用'
}

staff(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有办成。')
    process.exitCode = exit.failed
  },
)
