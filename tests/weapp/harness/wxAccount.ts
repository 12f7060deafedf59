import { type Host, type WxOptions, type WxPart } from './host'

/** Whoever can give out login codes: the stand-in for WeChat's server. */
export interface CodeIssuer {
  appid: string
  issueCode(person: string): string
}

export type SubscriptionAnswer = 'accept' | 'reject' | 'ban' | 'filter' | 'switchedOff'

/** The person behind the phone, and their answers still to be given. */
export interface Account {
  person: string
  /** One for each requestSubscribeMessage. Empty: the person refuses. */
  subscriptions: SubscriptionAnswer[]
}

/** Login and subscription. `tapping` tells whether a tap is being handled: WeChat asks only then. */
export function accountApi(host: Host, account: Account, issuer: CodeIssuer, tapping: () => boolean): WxPart {
  function requestSubscribeMessage(options: WxOptions): void {
    const name = 'requestSubscribeMessage'
    const ids = Array.isArray(options.tmplIds) ? options.tmplIds.map(String) : []
    host.record(name, options)
    if (!tapping()) {
      return host.answer(name, options, { fail: 'can only be invoked by user TAP gesture.' })
    }
    const errCode = ids.length === 0 ? 10001 : ids.length > 3 ? 20003 : undefined
    if (errCode) return host.answer(name, options, { fail: 'invalid tmplIds', more: { errCode } })
    const answer = account.subscriptions.shift() ?? 'reject'
    if (answer === 'switchedOff') {
      return host.answer(name, options, {
        fail: 'The main switch is switched off',
        more: { errCode: 20004 },
      })
    }
    host.answer(name, options, { ok: Object.fromEntries(ids.map((id) => [id, answer])) })
  }

  return {
    login: (options: WxOptions = {}) =>
      host.answer('login', options, { ok: { code: issuer.issueCode(account.person) } }),
    checkSession: (options: WxOptions = {}) => host.answer('checkSession', options, { ok: {} }),
    requestSubscribeMessage,
  }
}
