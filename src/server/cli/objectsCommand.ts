import { parseS3Address, type S3Address } from '../store/s3Address'
import { readArgs } from './readArgs'

/** Without an address: the files of `DATA_DIR`. */
export type ObjectsCommand = { kind: 'check' } | { kind: 'copy'; to?: S3Address }

export type Parsed = { ok: true; command: ObjectsCommand } | { ok: false; fault: string }

export const usage = [
  '用法：',
  '  npm run objects -- check                 照片和记录对一遍',
  '  npm run objects -- copy --to 地址         照片全部复制到另一个存储，逐张核对',
  '',
  '地址写 files（DATA_DIR 里的文件）或 s3://账号:密码@主机:端口/桶。',
  '密码不想留在命令里，就放进环境变量 COPY_TO，不写 --to。',
  '中断了再运行一次，会接着复制。停掉服务再运行一次，然后改 OBJECT_STORE_URL。',
].join('\n')

const bad = (fault: string): Parsed => ({ ok: false, fault })

/**
 * Reads the words after `npm run objects --`.
 * @param copyTo the environment's `COPY_TO`
 * @returns the command, or one Chinese line that names the first thing wrong and repeats no secret
 */
export function parseObjectsCommand(args: readonly string[], copyTo: string | undefined): Parsed {
  const read = readArgs(args, ['to'])
  if (!read) return bad('有看不懂的参数。')
  const [kind] = read.words
  if (read.words.length > 1 || (kind !== 'check' && kind !== 'copy'))
    return bad(kind ? '没有这个命令。' : '要写明做什么。')
  if (kind === 'check')
    return read.given.to === undefined ? { ok: true, command: { kind } } : bad('check 不用 --to。')
  const to = read.given.to ?? copyTo
  if (!to) return bad('copy 少了 --to。')
  if (to === 'files') return { ok: true, command: { kind } }
  const parsed = parseS3Address(to)
  return parsed.ok ? { ok: true, command: { kind, to: parsed.address } } : bad(`--to 不对：${parsed.fault}。`)
}
