import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'
import { chromiumArgs, ensureBrowser, findChromium } from '../../../config/chromium'

/** Long enough for a computer that builds something else at the same time; no test waits so long when all is well. */
const patienceMs = 30_000

export function startBrowser(): Promise<Browser> {
  ensureBrowser()
  return chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
}

/** A person's browser, and what went wrong in it. */
export interface Visit {
  context: BrowserContext
  /** Uncaught errors, words on the error console, requests to another host. Must be empty at the end. */
  troubles: string[]
}

/** A cheap phone, 390 wide, with touch. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

/** The computer of an office. */
export const officeComputer: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

/** @param home the only origin that may be asked for anything, e.g. `http://127.0.0.1:8787` */
export async function visit(browser: Browser, home: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ baseURL: home, locale: 'zh-CN', ...options })
  context.setDefaultTimeout(patienceMs)
  const troubles: string[] = []
  context.on('weberror', (error) => troubles.push(`page error: ${String(error.error())}`))
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} ${message.location().url}`)
  })
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== home) troubles.push(`foreign host: ${request.url()}`)
  })
  return { context, troubles }
}
