import { type Browser } from 'playwright-core'
import type { Department } from '@domain/services/departments'
import type { TestApi } from '../../server/support/testApi'
import { Clerk } from './desk'
import { Family } from './family'
import { hire } from './service'

const offices = {
  street: { name: '李经办', division: '150302001' },
  district: { name: '张审核', division: '150302' },
} as const

/** Everybody who takes part in one journey. */
export class Cast {
  private readonly people: (Family | Clerk)[] = []

  /** @param journey stands in the names of pictures */
  constructor(
    private readonly browser: Browser,
    private readonly api: TestApi,
    private readonly journey: string,
  ) {}

  async family(): Promise<Family> {
    return this.joined(await Family.open(this.browser, this.api.url, `${this.journey}-family`))
  }

  /** A new person of this office, signed in, with a password of their own. */
  async clerk(
    role: keyof typeof offices,
    name: string = offices[role].name,
    department?: Department,
  ): Promise<Clerk> {
    const account = await hire(this.api, { role, ...offices[role], name, department })
    const screens = `${this.journey}-${role}${name === offices[role].name ? '' : `-${name}`}`
    const clerk = this.joined(await Clerk.open(this.browser, this.api.url, screens))
    await clerk.signIn(account)
    return clerk
  }

  /** What went wrong in any browser, and every fault of any screen. */
  faults(): string[] {
    return this.people.flatMap(({ visit, screens }) => [...visit.troubles, ...screens.faults])
  }

  /** What everybody has before them now, as a screen reader says it. */
  async views(): Promise<string> {
    const views = this.people.map(({ page }) =>
      page
        .locator('body')
        .ariaSnapshot()
        .catch(() => 'closed'),
    )
    return (await Promise.all(views)).join('\n\n')
  }

  async leave(): Promise<void> {
    await Promise.all(this.people.map(({ visit }) => visit.context.close()))
  }

  private joined<Person extends Family | Clerk>(person: Person): Person {
    this.people.push(person)
    return person
  }
}

/** Plays one journey to its end; a failure tells what everybody saw. */
export async function play(cast: Cast, act: () => Promise<void>): Promise<void> {
  try {
    await act()
    expect(cast.faults()).toEqual([])
  } catch (error) {
    throw new Error(`${await cast.views()}\n\n${cast.faults().join('\n')}`, { cause: error })
  } finally {
    await cast.leave()
  }
}
