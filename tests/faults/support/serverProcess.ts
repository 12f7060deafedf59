import { parseEnv } from '@server/env'
import { defaultLimits } from '@server/limits'
import { createLog } from '@server/log'
import { runUntilStopped } from '@server/cli/runUntilStopped'
import { startServer } from '@server/main'

/**
 * The real server as a process of its own, to be killed. Only the quotas of one family are lifted: eight clients do
 * here in a minute what a city does in a day.
 */
async function run(): Promise<void> {
  const env = parseEnv(process.env, 'demo')
  if (!env.ok) throw new Error(env.fault)
  const many = 1_000_000
  const limits = {
    ...defaultLimits,
    uploads: { perDay: many, bytesPerDay: Number.MAX_SAFE_INTEGER },
    children: { perHour: many, perDay: many },
    requests: { perAddress: many, perAccount: many, signInsPerAddress: many },
  }
  await runUntilStopped(
    startServer({ settings: env.settings, log: createLog({ write: () => undefined }), limits }),
  )
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
