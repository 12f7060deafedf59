import { parseEnv } from '../env'
import { createLog } from '../log'
import { startServer } from '../main'
import { refuseToStart, runUntilStopped } from './runUntilStopped'

/** `npm run serve`: the API by the rules of production. Logs go to standard output, one JSON line each. */
async function serve(): Promise<void> {
  const env = parseEnv(process.env, 'production')
  if (!env.ok) throw new Error(env.fault)
  await runUntilStopped(startServer({ settings: env.settings, log: createLog() }))
}

serve().catch(refuseToStart)
