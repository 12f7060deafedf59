import { systemClock } from '../clock'
import { setHelper } from '../store/helpers'
import { openStoreOfCommand } from './openStoreOfCommand'
import { readArgs } from './readArgs'

const exit = { done: 0, failed: 1, badArguments: 2 }
const usage = [
  '用法：',
  '  npm run helpers -- add --case 办件编号       提交它的账号是儿童主任，每天可以多传照片',
  '  npm run helpers -- remove --case 办件编号    不再多传',
].join('\n')

/** `npm run helpers -- …`: which accounts 儿童主任 use, who help several families a day. Each change is in the audit. */
async function helpers(args: readonly string[]): Promise<number> {
  const read = readArgs(args, ['case'])
  const [kind] = read?.words ?? []
  const caseNumber = read?.given.case ?? ''
  if (read?.words.length !== 1 || (kind !== 'add' && kind !== 'remove') || !/^\d{4,30}$/.test(caseNumber)) {
    console.error(usage)
    return exit.badArguments
  }
  const { db, close } = await openStoreOfCommand()
  try {
    const result = await setHelper({ db, clock: systemClock }, caseNumber, kind === 'add')
    if (result.ok) console.log(kind === 'add' ? '好了，这个账号每天可以多传照片。' : '好了，和别的家庭一样。')
    else console.error('没有这件办件。')
    return result.ok ? exit.done : exit.failed
  } finally {
    await close()
  }
}

helpers(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有办成。')
    process.exitCode = exit.failed
  },
)
