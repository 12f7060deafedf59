import { userInfo } from 'node:os'
import { systemClock, todayInWuhai } from '../clock'
import type { Store } from '../store/openStore'
import { changeSetting, settingHistory, type SettingChange } from '../store/settings'
import { settingsInForce } from '../usecases/settings'
import { openStoreOfCommand } from './openStoreOfCommand'
import { changeLine, historyLines, listLines, settingLines } from './settingsReport'
import { parseSettingsCommand, usage, type SettingsCommand } from './settingsCommand'

const exit = { done: 0, failed: 1, badArguments: 2 }

/**
 * `npm run settings -- …`: what departments publish, without a release. Works on the database of the settings, whether
 * or not the server runs; a running one takes a change at once.
 * @returns the exit code: 0 done, 1 not done, 2 wrong arguments and nothing changed
 */
async function settings(args: readonly string[]): Promise<number> {
  const parsed = parseSettingsCommand(args, { today: todayInWuhai(systemClock), user: userInfo().username })
  if (!parsed.ok) {
    console.error(`${parsed.fault}\n\n${usage}`)
    return exit.badArguments
  }
  const store = await openStoreOfCommand()
  try {
    console.log((await run(parsed.command, store)).join('\n'))
    return exit.done
  } finally {
    await store.close()
  }
}

async function run(command: SettingsCommand, store: Store): Promise<string[]> {
  const { db } = store
  switch (command.kind) {
    case 'list':
      return listLines((await settingsInForce(db)).byKey)
    case 'get':
      return settingLines(command.key, (await settingsInForce(db)).byKey)
    case 'history':
      return historyLines(command.key, await settingHistory(db, command.key))
    case 'change':
      return change(store, command.change)
  }
}

async function change({ db }: Store, wanted: SettingChange): Promise<string[]> {
  const result = await changeSetting({ db, clock: systemClock }, wanted)
  if (!result.ok) throw new Error('没有办成。')
  const { byKey } = await settingsInForce(db)
  return [changeLine(wanted, result.value.isNew), ...settingLines(wanted.key, byKey)]
}

settings(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有办成。')
    process.exitCode = exit.failed
  },
)
