import type { Department } from '@domain/services/departments'
import type { StaffRole } from '@server/store/tables'
import { addStaff } from '@server/store/staff'
import { codeNow } from '../support/authenticator'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { TestApi } from '../support/testApi'

export interface Account {
  number: string
  password: string
  /** Where the account has a second factor. */
  secondFactor?: { secret: string }
}

type Fields = Record<string, string | string[]>

/** One person at the desk, as a browser without scripts: keeps cookies, sends only forms it was shown. */
export class DeskClient {
  readonly cookies = new Map<string, string>()
  /** The page seen last. */
  page = ''

  constructor(private readonly api: TestApi) {}

  /** Adds an account and signs it in, past the first password. */
  static async of(
    api: TestApi,
    role: StaffRole,
    division: string,
    name = '王芳',
    department?: Department,
  ): Promise<DeskClient> {
    const desk = new DeskClient(api)
    await desk.signIn(await newAccount(api, role, division, name, department))
    const next = '乌海的太阳升起来了，很亮'
    const current = desk.firstPassword
    await desk.send('/desk/password', { current, next, again: next })
    desk.firstPassword = next
    await desk.get('/desk')
    return desk
  }

  firstPassword = ''

  async signIn({ number, password, secondFactor }: Account): Promise<LightMyRequestResponse> {
    this.firstPassword = password
    await this.get('/desk/sign-in')
    const code = secondFactor ? codeNow(secondFactor.secret) : ''
    const answer = await this.send('/desk/sign-in', { number, password, code })
    if (answer.statusCode === 303) await this.get(String(answer.headers.location))
    return answer
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    const answer = await this.call({ method: 'GET', url })
    if (String(answer.headers['content-type']).startsWith('text/html')) this.page = answer.body
    return answer
  }

  /** Sends a form with the token of the page seen last, as the browser would. */
  send(url: string, form: Fields, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.post(url, { token: this.token, ...form }, { origin: this.api.url, ...headers })
  }

  post(url: string, form: Fields, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    const pairs = Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    )
    return this.call({
      method: 'POST',
      url,
      payload: new URLSearchParams(pairs).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  }

  get token(): string {
    return /name="token" value="([^"]+)"/.exec(this.page)?.[1] ?? ''
  }

  private async call(options: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const host = new URL(this.api.url).host
    const answer = await this.api.app.inject({ ...options, headers: { host, cookie, ...options.headers } })
    for (const { name, value } of answer.cookies) this.cookies.set(name, value)
    return answer
  }
}

/** With a second factor where one is asked for. */
export async function newAccount(
  api: TestApi,
  role: StaffRole,
  division: string,
  name = '王芳',
  department?: Department,
): Promise<Account> {
  const { mode, envelope } = api.parts
  const sealer = mode === 'production' ? envelope : undefined
  const added = await addStaff(api.parts, { name, role, division, department }, sealer)
  if (!added.ok) throw new Error(added.code)
  return added.value
}

/** The words of a page, without markup. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
