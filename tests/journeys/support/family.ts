import { type Browser, type Locator, type Page } from 'playwright-core'
import { familyFloors } from './boxes'
import { phone, visit, type Visit } from './browser'
import { phoneWidths, Screens } from './screens'
import { type Reply } from './story'

/** Names of controls begin with the words shown; a note may follow. */
const beginsWith = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** One family with its phone. Everything is found by role and name, as a screen reader finds it. */
export class Family {
  readonly screens: Screens

  private constructor(
    readonly visit: Visit,
    public page: Page,
    name: string,
  ) {
    this.screens = new Screens(name, phoneWidths, familyFloors)
  }

  /** Opens 首页. @param name of the journey, for pictures */
  static async open(browser: Browser, home: string, name: string): Promise<Family> {
    const opened = await visit(browser, home, phone)
    const family = new Family(opened, await opened.context.newPage(), name)
    await family.page.goto('/')
    return family
  }

  /** Closes the app and opens it again later, on the same phone. */
  async reopen(): Promise<void> {
    await this.page.close()
    this.page = await this.visit.context.newPage()
    await this.page.goto('/')
    await this.arrive('乌海童护')
  }

  /** Waits for the page with this heading and looks at it closely. */
  async sees(heading: string | RegExp): Promise<string> {
    const title = await this.arrive(heading)
    await this.screens.look(this.page, title)
    return title
  }

  /** Waits until one page stands alone, with this heading: pages slide in over each other. */
  async arrive(heading: string | RegExp = /./): Promise<string> {
    const name = typeof heading === 'string' ? beginsWith(heading) : heading
    const title = this.page.getByRole('heading', { level: 1, name })
    await title.first().waitFor()
    await this.page.waitForFunction(() => {
      const shown = [...document.querySelectorAll('[role=main]')].filter((main) => main.checkVisibility())
      const running = document.getAnimations().some(({ playState }) => playState === 'running')
      return shown.length === 1 && !running && Math.abs(shown[0]?.getBoundingClientRect().left ?? 1) < 1
    })
    return (await title.innerText()).trim()
  }

  /** Waits until the page with this heading is gone. */
  async leaves(heading: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).first().waitFor({ state: 'hidden' })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: beginsWith(name) })
  }

  async tap(name: string): Promise<void> {
    await this.button(name).tap()
  }

  /** A button of the open sheet: the page behind it may have one that begins alike. */
  async answer(name: string): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: beginsWith(name) })
      .tap()
  }

  /** One of the four tabs. */
  async tab(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).tap()
  }

  /** As a grandmother sets it first of all; back on 首页 then. */
  async useLargestFont(): Promise<void> {
    await this.tab('我的')
    await this.choose('最大')
    await this.sees('我的')
    await this.tab('首页')
  }

  /** A row of a list of answers. @param question its group, where the page has several */
  async choose(row: string, question?: string): Promise<void> {
    const group = question ? this.page.getByRole('radiogroup', { name: question }) : this.page
    const name = beginsWith(row)
    await group.getByRole('radio', { name }).or(group.getByRole('checkbox', { name })).tap()
  }

  async type(field: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: field, exact: true }).fill(text)
  }

  async reply(question: string, reply: Reply): Promise<void> {
    if ('rows' in reply) for (const row of reply.rows) await this.choose(row)
    else
      for (const [place, unit] of ['年', '月', '日'].entries())
        await this.type(`${question}，${unit}`, reply.day[place] ?? '')
  }

  /** Takes a photo with a button that opens the camera: here a real file through the real chooser. */
  async photograph(button: string, file: string): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.tap(button)])
    await chooser.setFiles(file)
  }

  /** Waits for words anywhere on the page. */
  async reads(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).locator('visible=true').first().waitFor()
  }

  /** The case number on the receipt, e.g. 8402 1167 3958. */
  async receiptNumber(): Promise<string> {
    const words = await this.page.getByRole('main').innerText()
    const number = /办件编号\s*([\d ]+\d)/.exec(words)?.[1]
    if (!number) throw new Error(`no case number: ${words}`)
    return number
  }
}
