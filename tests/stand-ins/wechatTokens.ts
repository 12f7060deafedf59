import { randomBytes } from 'node:crypto'
import { jsonObject, refusal, type WechatAnswer, type WechatCall } from './wechatProtocol'

const lifeMs = 7200_000
const overlapMs = 300_000
const forcedPauseMs = 30_000
const forcedPerDay = 20

interface Token {
  value: string
  expiresAt: number
}

/** stable_token of the stand-in: the same token until five minutes before its end, forced refresh 20 a day. */
export function createTokenDesk({
  appid,
  secret,
  now,
}: {
  appid: string
  secret: string
  now: () => number
}) {
  let current: Token | undefined
  let previous: Token | undefined
  const forced: number[] = []

  /** The old one goes on working for the last minutes of its life. */
  function renew(): Token {
    previous = current
    current = { value: randomBytes(96).toString('base64url'), expiresAt: now() + lifeMs }
    return current
  }

  /** Undefined when the day's refreshes are spent. */
  function forceRefresh(): Token | undefined {
    const today = forced.filter((at) => now() - at < 86_400_000)
    if (today.length >= forcedPerDay) return undefined
    const last = today.at(-1)
    if (last !== undefined && current && now() - last < forcedPauseMs) return current
    forced.push(now())
    const token = renew()
    previous = undefined
    return token
  }

  return {
    /** What a call with this token hears before anything else, or undefined when it is taken. */
    refuse(token: string | undefined): WechatAnswer | undefined {
      if (!token) return refusal(41001, 'access_token missing')
      const known = [current, previous].find((one) => one?.value === token)
      if (!known) {
        return refusal(40001, 'invalid credential, access_token is invalid or not latest')
      }
      return now() < known.expiresAt ? undefined : refusal(42001, 'access_token expired')
    },
    stableToken({ method, body }: WechatCall): WechatAnswer {
      const asked = method === 'POST' ? jsonObject(body) : {}
      if (!asked.appid) return refusal(41002, 'appid missing')
      if (asked.grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type')
      if (asked.appid !== appid) return refusal(40013, 'invalid appid')
      if (asked.secret !== secret) return refusal(40125, 'invalid appsecret')
      const usable = current && current.expiresAt - now() > overlapMs ? current : undefined
      const token = asked.force_refresh === true ? forceRefresh() : (usable ?? renew())
      if (!token) return refusal(45009, 'reach max api daily quota limit')
      return { access_token: token.value, expires_in: Math.floor((token.expiresAt - now()) / 1000) }
    },
  }
}
