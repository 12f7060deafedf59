import { systemClock } from '../clock'
import type { Result } from '../result'
import type { Store } from '../store/openStore'
import {
  addStaff,
  disableStaff,
  listStaff,
  resetPassword,
  staffOffice,
  type FirstPassword,
  type StaffRow,
} from '../store/staff'
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
  const store = await openStoreOfCommand()
  try {
    return await run(parsed.command, store)
  } finally {
    await store.close()
  }
}

async function run(command: StaffCommand, { db }: Store): Promise<number> {
  const parts = { db, clock: systemClock }
  switch (command.kind) {
    case 'add':
      return printPassword(await addStaff(parts, command.staff), '账号建好了', staffOffice(command.staff))
    case 'reset':
      return printPassword(await resetPassword(parts, command.number), '密码重设了，原来的登录都已退出')
    case 'disable':
      return print(await disableStaff(parts, command.number), () => ['账号停用了，登录都已退出。'])
    case 'list':
      return printList(await listStaff(db))
  }
}

function print<T>(result: Result<T>, lines: (value: T) => string[]): number {
  if (!result.ok) {
    console.error(result.code === 'NOT_FOUND' ? '没有这个编号。' : '没有办成。')
    return exit.failed
  }
  console.log(lines(result.value).join('\n'))
  return exit.done
}

function printPassword(result: Result<FirstPassword>, what: string, office?: string): number {
  return print(result, ({ number, password }) => [
    `${what}。密码只显示这一次：`,
    ...(office ? [`  单位  ${office}`] : []),
    `  编号  ${number}`,
    `  密码  ${password}`,
    '第一次登录要改密码。',
  ])
}

function printList(rows: readonly StaffRow[]): number {
  if (rows.length === 0) console.log('还没有账号。')
  for (const row of rows) console.log([row.number, row.name, staffOffice(row), stateOf(row)].join('  '))
  return exit.done
}

function stateOf({ disabled_at, locked_until, must_change_password }: StaffRow): string {
  if (disabled_at) return '已停用'
  if (locked_until && systemClock() < locked_until) return '输错太多，暂时锁住'
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
