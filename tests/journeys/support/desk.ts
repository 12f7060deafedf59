import { type Browser, type Page } from 'playwright-core'
import { officeComputer, visit, type Visit } from './browser'
import { deskWidths, Screens } from './screens'

/** A desk is used with a mouse: WCAG 2.5.8 asks for 24 px. Text has its own floor. */
const deskFloors = { text: 16, tap: 24 }

const ownPassword = '春天的黄河边有风'.repeat(2)

/** One person of an office at the computer. */
export class Clerk {
  readonly screens: Screens

  private constructor(
    readonly visit: Visit,
    readonly page: Page,
    name: string,
  ) {
    this.screens = new Screens(name, deskWidths, deskFloors)
  }

  static async open(browser: Browser, home: string, name: string): Promise<Clerk> {
    const opened = await visit(browser, home, officeComputer)
    return new Clerk(opened, await opened.context.newPage(), name)
  }

  /** With the first password, which is changed at once as is asked. */
  async signIn({ number, password }: { number: string; password: string }): Promise<void> {
    await this.page.goto('/desk')
    await this.sees('登录')
    await this.write('编号', number)
    await this.write('密码', password)
    await this.press('登录')
    await this.sees('改密码')
    await this.write('现在的密码', password)
    await this.write('新密码', ownPassword)
    await this.write('再输一次新密码', ownPassword)
    await this.press('改好了，进入工作台')
  }

  async sees(heading: string | RegExp): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, name: heading })
    await title.waitFor()
    await this.screens.look(this.page, await title.innerText())
  }

  async reads(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor()
  }

  async write(field: string, text: string): Promise<void> {
    await this.page.getByLabel(field, { exact: true }).fill(text)
  }

  async tick(box: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: box, exact: true }).check()
  }

  async choose(option: string, field: string): Promise<void> {
    await this.page.getByLabel(field, { exact: true }).selectOption(option)
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
  }

  async follow(link: string): Promise<void> {
    await this.page.getByRole('link', { name: link, exact: true }).click()
  }

  /** Loads the queue again and opens the case. @param number as printed on the family's receipt */
  async openCase(number: string): Promise<void> {
    await this.page.goto('/desk')
    await this.sees(/件要您办$/)
    // A case stands twice in the queue when the family also wants something corrected.
    await this.page.getByRole('link', { name: number, exact: true }).first().click()
    await this.sees(`编号 ${number}`)
  }

  /** Looks at a photo of the case large, and comes back. */
  async lookAtPhoto(paper: string): Promise<void> {
    const small = this.page.getByRole('img', { name: new RegExp(`^${paper}`) }).first()
    await small.waitFor()
    if (!(await small.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)))
      await small.evaluate((image: HTMLImageElement) => image.decode())
    await small.click()
    await this.sees(new RegExp(`^${paper}`))
    await this.follow('回到这件事')
    await this.page.getByRole('heading', { level: 1, name: /^编号/ }).waitFor()
  }
}
