import { randomBytes } from 'node:crypto'
import { refusal, type WechatAnswer, type WechatCall } from './wechatProtocol'

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
  const forced: number[] = []

  function renew(): Token {
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
    return renew()
  }

  return {
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

function jsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
