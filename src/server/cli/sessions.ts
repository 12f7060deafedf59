import { systemClock } from '../clock'
import { endSessionsOfCase } from '../store/citizenSessions'
import { openStoreOfCommand } from './openStoreOfCommand'
import { readArgs } from './readArgs'

const exit = { done: 0, failed: 1, badArguments: 2 }
const usage = [
  '用法：',
  '  npm run sessions -- end --case 办件编号    提交它的账号，在所有手机上都退出登录',
  '',
  '手机丢了、没有别的手机的家庭，到窗口核对身份以后用。换了手机，用微信登录，申请都在。',
].join('\n')

/**
 * `npm run sessions -- end --case …`: a lost phone sees nothing any more. In the audit.
 * @returns the exit code: 0 done, 1 not done, 2 wrong arguments
 */
async function sessions(args: readonly string[]): Promise<number> {
  const read = readArgs(args, ['case'])
  const caseNumber = read?.given.case?.replace(/\s/g, '') ?? ''
  if (read?.words.join() !== 'end' || !/^\d{4,30}$/.test(caseNumber)) {
    console.error(usage)
    return exit.badArguments
  }
  const { db, close } = await openStoreOfCommand()
  try {
    const ended = await endSessionsOfCase({ db, clock: systemClock }, caseNumber)
    if (ended.ok) console.log(`好了，退出了 ${ended.value} 次登录。这个账号要重新登录才能看。`)
    else console.error('没有这件办件。')
    return ended.ok ? exit.done : exit.failed
  } finally {
    await close()
  }
}

sessions(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有办成。')
    process.exitCode = exit.failed
  },
)
