import { noteCommand } from '../audit/commands'
import { systemClock } from '../clock'
import { parseEnv, type Settings } from '../env'
import { copyObjects } from '../store/copyObjects'
import { checkObjects, type ObjectCheck } from '../store/objectCheck'
import { StoreAway } from '../store/objectStore'
import { openObjects } from '../store/openObjects'
import type { S3Address } from '../store/s3Address'
import { openStoreOfCommand } from './openStoreOfCommand'
import { parseObjectsCommand, usage } from './objectsCommand'

const exit = { done: 0, failed: 1, badArguments: 2 }
const mostNamed = 50

/**
 * `npm run objects -- …`: whether every photo is there, and moving them to another store. It opens no photo and needs
 * no key.
 * @returns the exit code: 0 done, 1 not done or photos are missing, 2 wrong arguments
 */
async function objects(args: readonly string[]): Promise<number> {
  const parsed = parseObjectsCommand(args, process.env.COPY_TO)
  if (!parsed.ok) {
    console.error(`${parsed.fault}\n\n${usage}`)
    return exit.badArguments
  }
  const settings = settingsOfCommand()
  return parsed.command.kind === 'check' ? check(settings) : copy(settings, parsed.command.to)
}

function settingsOfCommand(): Settings {
  const { DATA_DIR, OBJECT_STORE_URL } = process.env
  const env = parseEnv({ DATA_DIR, OBJECT_STORE_URL }, 'demo')
  if (!env.ok) throw new Error(env.fault)
  return env.settings
}

async function check(settings: Settings): Promise<number> {
  const { objects: store } = await openObjects(settings)
  const { db, close } = await openStoreOfCommand()
  try {
    const found = await checkObjects(db, store)
    console.log(reportOf(found).join('\n'))
    return found.lost.length === 0 ? exit.done : exit.failed
  } finally {
    await close()
  }
}

function reportOf({ objects: count, rows, lost, orphans }: ObjectCheck): string[] {
  const named = (keys: readonly string[]) => keys.slice(0, mostNamed).map((key) => `  ${key}`)
  return [
    `记录 ${rows} 条，照片 ${count} 张。`,
    `有记录、没有照片：${lost.length}`,
    ...named(lost),
    `有照片、没有记录：${orphans.length}`,
    ...named(orphans.map(({ key, storedAt }) => `${key}  ${storedAt.toISOString()}`)),
    ...(orphans.length > 0 ? ['没有记录的，满一天后由 npm run retention -- run 清掉。'] : []),
  ]
}

async function copy(settings: Settings, to?: S3Address): Promise<number> {
  const [from, target] = [await openObjects(settings), await openObjects({ ...settings, objectStore: to })]
  if (sameBucket(settings.objectStore, to)) throw new Error('要复制到的就是现在用的存储。')
  const { db, close } = await openStoreOfCommand()
  // Without a key: the server links the row.
  await noteCommand({ db, clock: systemClock }, 'objectsCopied', { kind: 'objects' }).finally(close)
  const done = await copyObjects(from.objects, target.objects, ({ copied, present }) =>
    console.log(`已复制 ${copied} 张，原来就有 ${present} 张。`),
  )
  console.log(`复制好了：新复制 ${done.copied} 张，原来就有 ${done.present} 张，都核对过。`)
  return exit.done
}

const sameBucket = (one?: S3Address, other?: S3Address) =>
  one?.origin === other?.origin && one?.path === other?.path

objects(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const away = error instanceof StoreAway ? `照片存储不能用（${error.code ?? '原因不明'}）。` : undefined
    console.error(away ?? (error instanceof Error ? error.message : '没有办成。'))
    process.exitCode = exit.failed
  },
)
