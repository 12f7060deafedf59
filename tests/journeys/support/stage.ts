import type { Browser } from 'playwright-core'
import type { TestApi } from '../../server/support/testApi'
import { startBrowser } from './browser'
import { Cast } from './cast'
import { startService } from './service'

/** Both exist once the tests run. */
export interface Stage {
  /** The people of one journey. */
  cast(name: string): Cast
  api(): TestApi
}

/** The built app on the real service, and a browser, for all journeys of a file. */
export function stage(): Stage {
  let api: TestApi
  let browser: Browser
  beforeAll(async () => {
    api = await startService()
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await api?.close()
  })
  return { cast: (name) => new Cast(browser, api, name), api: () => api }
}
