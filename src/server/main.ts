import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app'
import { currentAuditKey } from './audit/keys'
import { linkEveryMinute } from './audit/linkLater'
import { systemClock, type Clock } from './clock'
import { createEnvelope } from './crypto/envelope'
import { demoKeyring } from './demoKeyring'
import type { Settings } from './env'
import { faultOf } from './fault'
import { defaultLimits, type Limits } from './limits'
import type { Log } from './log'
import { listenForMetrics } from './metrics/listen'
import { createMetrics } from './metrics/serverMetrics'
import type { Parts } from './parts'
import { retainEveryHour } from './privacy/retention/run'
import { openStore, type Store } from './store/openStore'
import { guardObjects } from './store/objectGuard'
import { openObjects } from './store/openObjects'
import { createWechat } from './wechat/client'

export interface StartOptions {
  settings: Settings
  log: Log
  clock?: Clock
  limits?: Limits
  siteFolder?: string
}

export interface Server {
  app: FastifyInstance
  parts: Parts
  /** `http://127.0.0.1:8787` */
  url: string
  /** Finishes the requests in flight (at most eight seconds), then closes everything. */
  stop(): Promise<void>
}

/** Where `npm run build:h5` puts the citizen app. */
export const h5Folder = join(__dirname, '..', '..', 'dist', 'h5')
const drainMs = 8_000

/**
 * Brings up the whole server: database, migrations, object store, HTTP.
 * @throws Error with one Chinese line, e.g. when the port is taken; nothing stays behind then
 */
export async function startServer(options: StartOptions): Promise<Server> {
  const { settings, log } = options
  const store = await openStore(settings, log, options.limits?.databaseMs)
  try {
    return await serve(options, store)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function serve(
  { settings, log, siteFolder = h5Folder, ...options }: StartOptions,
  store: Store,
): Promise<Server> {
  const { objects, swept } = await openObjects(settings)
  log.write('objects.swept', { files: swept })
  const keyring = settings.keyring ?? demoKeyring(settings.dataDir, settings.cryptoSuite)
  const envelope = createEnvelope(keyring)
  const clock = options.clock ?? systemClock
  const auditKey = await currentAuditKey({ db: store.db, envelope }, keyring.suite.name, clock())
  const wechat =
    settings.wechat &&
    createWechat({ ...settings.wechat, clock, onFault: (fault) => log.write('wechat.fault', fault) })
  const metrics = createMetrics({ db: store.db, wechat })
  const parts: Parts = {
    mode: settings.mode,
    clock,
    log,
    metrics,
    limits: options.limits ?? defaultLimits,
    db: store.db,
    reads: store.db,
    objects: guardObjects(objects),
    keyring,
    envelope,
    auditKey,
    wechat,
  }
  const app = await buildApp({ parts, trustProxy: settings.trustProxy, siteFolder })
  app.addHook('onClose', async () => metrics.stop())
  await publishMetrics(app, parts, settings)
  const linking = linkEveryMinute(store.db, auditKey)
  app.addHook('onClose', () => linking.stop())
  const retention = retainEveryHour(parts)
  app.addHook('onClose', () => retention.stop())
  const url = await listen(app, settings)
  log.write('server.ready', { port: Number(new URL(url).port), mode: settings.mode })
  return { app, parts, url, stop: () => stop(app, store, log) }
}

/** Off unless it has a port of its own. */
async function publishMetrics(app: FastifyInstance, { metrics }: Parts, settings: Settings): Promise<void> {
  if (!settings.metrics) return
  const { host, port } = settings.metrics
  try {
    const server = await listenForMetrics(metrics, { host, port })
    app.addHook('onClose', () => server.close())
  } catch (error) {
    await app.close()
    throw new Error(`METRICS_PORT ${port} 不能用（${faultOf(error).code ?? '原因不明'}）。`)
  }
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    await app.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Error(`端口 ${port} 已被占用。请关掉占用的程序，或设置 PORT。`)
    throw new Error(`不能在 ${host}:${port} 上提供服务（${faultOf(error).code ?? '原因不明'}）。`)
  }
}

async function stop(app: FastifyInstance, store: Store, log: Log): Promise<void> {
  log.write('server.stopping', {})
  const impatient = setTimeout(() => app.server.closeAllConnections(), drainMs)
  await app.close()
  clearTimeout(impatient)
  await store.close()
  log.write('server.stopped', {})
}
