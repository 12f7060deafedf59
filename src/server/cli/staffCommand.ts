import { wuhaiDistricts } from '@domain/divisions/wuhai'
import { normaliseName, nameProblem } from '@domain/people/name'
import { departments, departmentWords, type Department } from '@domain/services/departments'
import { mayWorkIn, type NewStaff, type Permission } from '../store/staff'
import { staffRoles } from '../store/tables'
import { readArgs } from './readArgs'

type NumberCommand = 'disable' | 'reset' | 'more'
type PermissionCommand = 'permit' | 'forbid'

export type StaffCommand =
  | { kind: 'add'; staff: NewStaff }
  | { kind: 'list' }
  | { kind: 'hand'; caseNumber: string; number: string }
  | { kind: NumberCommand; number: string }
  | { kind: PermissionCommand; number: string; permission: Permission }

export type Parsed = { ok: true; command: StaffCommand } | { ok: false; fault: string }

export const usage = [
  '用法：',
  '  npm run staff -- add --name 王芳 --role street --division 150302001',
  '  npm run staff -- add --name 李明 --role district --division 150302',
  '  npm run staff -- add --name 赵敏 --role district --division 150302 --department 医保局',
  '  npm run staff -- list',
  '  npm run staff -- disable --number 编号',
  '  npm run staff -- reset --number 编号',
  '  npm run staff -- permit --number 编号     区里的人可以看和建保护记录',
  '  npm run staff -- forbid --number 编号     收回这个权限',
  '  npm run staff -- permit --confidential --number 编号   区里的人可以办要保密的事；forbid 收回',
  '  npm run staff -- hand --case 办件编号 --to 工号   负责人同意后，把一件事交给这个人办',
  '  npm run staff -- more --number 编号       负责人同意后，今天可以再多看一倍的申请',
].join('\n')

const bad = (fault: string): Parsed => ({ ok: false, fault })

const options = ['name', 'role', 'division', 'department', 'number', 'case', 'to'] as const
type Option = (typeof options)[number]
type Given = Partial<Record<Option, string>>

const flags = ['confidential'] as const

/** Which options each command takes; all are required but those of {@link optional}. */
const commands: Record<StaffCommand['kind'], readonly Option[]> = {
  add: ['name', 'role', 'division', 'department'],
  list: [],
  disable: ['number'],
  reset: ['number'],
  permit: ['number'],
  forbid: ['number'],
  hand: ['case', 'to'],
  more: ['number'],
}

const optional: readonly Option[] = ['department']

/**
 * Reads the words after `npm run staff --`.
 * @returns the command, or one Chinese line that names the first thing wrong
 */
export function parseStaffCommand(args: readonly string[]): Parsed {
  const read = readArgs(args, options, flags)
  if (!read) return bad('有看不懂的参数。')
  const { words, given } = read
  const isConfidential = read.flags.confidential === true
  const kind = (Object.keys(commands) as StaffCommand['kind'][]).find((name) => name === words[0])
  if (!kind || words.length !== 1) return bad(words[0] ? '没有这个命令。' : '要写明做什么。')
  const extra = (Object.keys(given) as Option[]).find((name) => !commands[kind].includes(name))
  if (extra) return bad(`${kind} 不用 --${extra}。`)
  const isPermission = kind === 'permit' || kind === 'forbid'
  if (isConfidential && !isPermission) return bad(`${kind} 不用 --confidential。`)
  const missing = commands[kind].find((name) => !optional.includes(name) && !given[name]?.trim())
  if (missing) return bad(`${kind} 少了 --${missing}。`)
  if (kind === 'list') return { ok: true, command: { kind } }
  if (kind === 'hand') return readHand(given)
  if (kind === 'add') return readNewStaff(given)
  const number = readNumber(given)
  if (number === undefined) return bad('--number 不对：编号是 6 位数字。')
  if (!isPermission) return { ok: true, command: { kind, number } }
  const permission = isConfidential ? 'confidential' : 'protection'
  return { ok: true, command: { kind, number, permission } }
}

function readNewStaff({ name: typed = '', role: typedRole, division = '', ...given }: Given): Parsed {
  const name = normaliseName(typed)
  const problem = nameProblem(name)
  if (problem) return bad(`--name 不对：${problem}`)
  const role = staffRoles.find((one) => one === typedRole)
  if (!role) return bad('--role 不对：街道写 street，区里写 district。')
  if (!mayWorkIn(role, division)) return bad(`--division 不对。${role} 可以用：\n${placesFor(role)}`)
  if (given.department === undefined)
    return { ok: true, command: { kind: 'add', staff: { name, role, division } } }
  const department = departmentNamed(given.department.trim())
  if (role === 'street') return bad('街道的账号不用 --department。')
  if (!department) return bad(`--department 不对。可以用：\n${departmentNames}`)
  return { ok: true, command: { kind: 'add', staff: { name, role, division, department } } }
}

/** By its Chinese name or by its code. */
const departmentNamed = (typed: string): Department | undefined =>
  departments.find((one) => typed === one || typed === departmentWords[one])

const departmentNames = departments.map((one) => `  ${departmentWords[one].padEnd(4)}  ${one}`).join('\n')

/** Every code a role can have, so that nobody has to look one up. */
function placesFor(role: NewStaff['role']): string {
  return wuhaiDistricts
    .flatMap((district) => [district, ...(role === 'street' ? district.streets : [])])
    .map(({ code, name }) => `  ${code.padEnd(9)}  ${name}`)
    .join('\n')
}

const isNumber = (text: string) => /^\d{6}$/.test(text)

const readNumber = ({ number = '' }: Given) => (isNumber(number) ? number : undefined)

/** A case's number may be typed with the spaces it is printed with. */
function readHand({ case: typed = '', to: number = '' }: Given): Parsed {
  const caseNumber = typed.replace(/\s/g, '')
  if (!/^\d{12}$/.test(caseNumber)) return bad('--case 不对：办件编号是 12 位数字。')
  return isNumber(number)
    ? { ok: true, command: { kind: 'hand', caseNumber, number } }
    : bad('--to 不对：工号是 6 位数字。')
}
