import { randomBytes } from 'node:crypto'
import { refusal, type WechatAnswer, type WechatCall } from './wechatProtocol'

interface Issued {
  person: string
  appid: string
}

const codeLifeMs = 5 * 60_000
const exchangesPerMinute = 100

interface Code extends Issued {
  issuedAt: number
  used: boolean
}

/** code2Session of the stand-in: codes live five minutes, work once, belong to one mini program and one person. */
export function createLoginDesk({
  appid,
  secret,
  now,
  openidOf,
}: {
  appid: string
  secret: string
  now: () => number
  openidOf: (person: string) => string
}) {
  const codes = new Map<string, Code>()
  const exchanges: { person: string; at: number }[] = []

  /** The first fault in the order WeChat checks them, or undefined. */
  function fault({ method, query }: WechatCall): WechatAnswer | undefined {
    // A POST has no query of ours, so WeChat misses the appid first.
    if (method !== 'GET' || !query.appid) return refusal(41002, 'appid missing')
    if (!query.secret) return refusal(41004, 'appsecret missing')
    if (!query.js_code) return refusal(41008, 'missing code')
    if (query.grant_type !== 'authorization_code') return refusal(40002, 'invalid grant_type')
    if (query.appid !== appid) return refusal(40013, 'invalid appid')
    if (query.secret !== secret) return refusal(40125, 'invalid appsecret')
    const code = codes.get(query.js_code)
    if (!code || code.appid !== appid || now() - code.issuedAt > codeLifeMs)
      return refusal(40029, 'invalid code')
    if (code.used) return refusal(40163, 'code been used')
    const lastMinute = exchanges.filter(({ person, at }) => person === code.person && now() - at < 60_000)
    if (lastMinute.length >= exchangesPerMinute) {
      return refusal(45011, 'api minute-quota reach limit, must slower, retry next minute')
    }
    return undefined
  }

  return {
    issue(issued: Issued): string {
      const code = `0${randomBytes(15).toString('hex')}`
      codes.set(code, { ...issued, issuedAt: now(), used: false })
      return code
    },
    exchange(call: WechatCall, errcodeZero: boolean): WechatAnswer {
      const refused = fault(call)
      if (refused) return refused
      const code = codes.get(call.query.js_code ?? '')
      if (!code) return refusal(40029, 'invalid code')
      code.used = true
      exchanges.push({ person: code.person, at: now() })
      const session = { session_key: randomBytes(16).toString('base64'), openid: openidOf(code.person) }
      return errcodeZero ? { ...session, errcode: 0, errmsg: 'ok' } : session
    },
  }
}
