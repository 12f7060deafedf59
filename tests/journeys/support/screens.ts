import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright-core'
import { faultsOfAxe } from './accessibility'
import { faultsOfBoxes, type Floors } from './boxes'

/** Widths at which every screen is looked at; the first is the one people use it in. */
export type Widths = readonly [number, ...number[]]

// The widest of the phones in use, the usual cheap one, and the narrowest (WCAG 1.4.10).
export const phoneWidths: Widths = [390, 360, 320]
export const deskWidths: Widths = [1280, 390]

/** Widths axe is asked at too: its rules hardly depend on the width, and it takes most of the time. */
const examined = [1280, 390, 360]

/** Folder for pictures of every screen; absent: none are taken. */
const pictures = process.env.SCREENSHOTS

/** Looks at each new screen of one person: axe, sizes, nothing beside the edge. */
export class Screens {
  /** One line for each fault. Must be empty at the end. */
  readonly faults: string[] = []
  private count = 0

  /** @param name stands in the names of pictures and in faults */
  constructor(
    private readonly name: string,
    private readonly widths: Widths,
    private readonly floors: Floors,
  ) {}

  async look(page: Page, screen: string): Promise<void> {
    const before = page.viewportSize()
    this.count += 1
    for (const width of this.widths) {
      await page.setViewportSize({ width, height: before?.height ?? 800 })
      const found = await faultsOfBoxes(page, this.floors)
      if (examined.includes(width)) found.push(...(await faultsOfAxe(page)))
      this.faults.push(...found.map((fault) => `${screen} (${width}): ${fault}`))
      if (pictures && width !== this.widths[1]) await this.picture(page, `${screen}-${width}`)
    }
    if (before) await page.setViewportSize(before)
  }

  private async picture(page: Page, screen: string): Promise<void> {
    const folder = join(pictures ?? '', this.name)
    mkdirSync(folder, { recursive: true })
    const file = `${String(this.count).padStart(2, '0')}-${screen.replace(/[^\p{L}\p{N}-]/gu, '')}.png`
    await page.screenshot({ path: join(folder, file), fullPage: true })
  }
}
