import axe from 'axe-core'
import { type Page } from 'playwright-core'

interface Examiner {
  axe?: typeof axe
}

/** What axe finds on the page as it is now, with every rule: one line for each element. */
export async function faultsOfAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => Boolean((window as Examiner).axe)))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const examiner = (window as Examiner).axe
    if (!examiner) return ['axe is not there']
    const { violations } = await examiner.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}
