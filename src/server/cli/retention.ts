import { userInfo } from 'node:os'
import { retentionClocks, type RetentionClock } from '../privacy/retention/clocks'
import { appraise } from '../privacy/retention/appraisal'
import type { RetentionParts } from '../privacy/retention/periods'
import { appraisalList, retentionReport, runRetention, type RemovedLine } from '../privacy/retention/run'
import { policySettings, type PolicySettings } from '@domain/policy/settings'
import { settingStanding, settingValueWords } from '@domain/policy/settingWords'
import { systemClock, todayInWuhai } from '../clock'
import { settingsInForce } from '../usecases/settings'
import { partsOfCommand } from './partsOfCommand'
import { parseRetentionCommand, retentionUsage, type RetentionCommand } from './privacyCommand'

const exit = { done: 0, failed: 1, badArguments: 2 }

/**
 * `npm run retention -- …`: what is kept how long, what is over, and its removal.
 * @returns the exit code: 0 done, 1 not done, 2 wrong arguments
 */
async function retention(args: readonly string[]): Promise<number> {
  const around = { today: todayInWuhai(systemClock), user: userInfo().username }
  const parsed = parseRetentionCommand(args, around)
  if (!parsed.ok) {
    console.error(`${parsed.fault}\n\n${retentionUsage}`)
    return exit.badArguments
  }
  const { parts, close } = await partsOfCommand()
  try {
    return await run(parsed.command, parts)
  } finally {
    await close()
  }
}

async function run(command: RetentionCommand, parts: RetentionParts): Promise<number> {
  switch (command.kind) {
    case 'report':
      return print(await reportLines(parts))
    case 'run': {
      const removed = await runRetention(parts)
      if (!removed) return print(['别的程序正在清理，这次没有做。'])
      print(countLines('删了', removed))
      return removed.some(({ fault }) => fault) ? exit.failed : exit.done
    }
    case 'appraise': {
      const result = await appraise(parts, command.appraisal)
      if (!result.ok) throw new Error('没有这件待鉴定的申请。')
      return print([command.appraisal.decision === 'purge' ? '已经销毁。' : '只存档，不再使用。'])
    }
  }
}

function print(lines: readonly string[]): number {
  console.log(lines.join('\n'))
  return exit.done
}

const countLines = (verb: string, lines: readonly RemovedLine[]) =>
  lines.map(({ title, count, fault }) =>
    fault ? `${title}：没有做完（${fault.code ?? fault.name}）` : `${title}：${verb} ${count}`,
  )

/** Each clock with its period and standing, then what is over, then what waits for a person. */
async function reportLines(parts: RetentionParts): Promise<string[]> {
  const { byKey } = await settingsInForce(parts.db)
  const clocks = Object.values<RetentionClock>(retentionClocks)
  const waiting = await appraisalList(parts)
  return [
    '存多久',
    ...clocks.map((clock) => `  ${clock.title}：${periodWords(clock, byKey)}（${clock.source}）`),
    '到期的',
    ...countLines('有', await retentionReport(parts)).map((line) => `  ${line}`),
    '等人鉴定的申请',
    ...(waiting.length === 0 ? ['  没有'] : waiting.map(({ caseNumber }) => `  ${caseNumber}`)),
  ]
}

function periodWords({ period }: RetentionClock, settings: PolicySettings): string {
  if ('fixed' in period) return period.fixed
  if ('limit' in period) return '10 分钟'
  if ('with' in period) return '和申请一样久'
  const setting = settings[period.setting]
  const standing = settingStanding(period.setting, policySettings[period.setting])
  return setting.value === null
    ? `${standing}公布以前都留着`
    : settingValueWords(period.setting, setting.value)
}

retention(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有办成。')
    process.exitCode = exit.failed
  },
)
