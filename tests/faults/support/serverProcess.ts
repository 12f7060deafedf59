import { parseEnv } from '@server/env'
import { createLog } from '@server/log'
import { runUntilStopped } from '@server/cli/runUntilStopped'
import { startServer } from '@server/main'
import { withoutQuotas } from '../../server/support/withoutQuotas'
import { faults, plant } from './plantedFaults'

/**
 * The real server as a process of its own, to be killed. Only the quotas of one family are lifted: eight clients do
 * here in a minute what a city does in a day.
 */
async function run(): Promise<void> {
  const fault = faults.find((name) => name === process.env.FAULT)
  if (fault) plant(fault)
  const env = parseEnv(process.env, 'demo')
  if (!env.ok) throw new Error(env.fault)
  await runUntilStopped(
    startServer({
      settings: env.settings,
      log: createLog({ write: () => undefined }),
      limits: withoutQuotas,
    }),
  )
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
