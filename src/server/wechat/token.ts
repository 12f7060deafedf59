import { isFault, wholeNumber, type Heard, type WechatFault } from './call'

export interface TokenSource {
  /** The token to call with, fetched when there is none or it ends soon. */
  get(signal: AbortSignal): Promise<string | WechatFault>
  /** WeChat did not take this token: it is not used again. */
  discard(token: string): void
}

interface Token {
  value: string
  renewAt: number
  endsAt: number
}

/** From five minutes before its end WeChat hands out the next token, and takes both. */
const renewBeforeMs = 300_000
/** A call takes up to three seconds: a token that ends within ten is as good as over. */
const lastSecondsMs = 10_000
const longestSeconds = 7200
// Room for 512 characters is documented; the alphabet keeps control characters out.
const tokenShape = /^[\w.~+/=-]{16,1024}$/

/**
 * The access token of this process. One fetch at a time: whoever comes meanwhile waits for it. Its end is counted from
 * its arrival by a clock that nobody sets, so a wrong time of day does no harm.
 * In normal mode every process is given the same token, so replicas do not push each other out.
 * @param fetchToken one call of stable_token
 * @param now milliseconds, monotone
 * Source: WeChat, stable_token.
 */
export function createTokenSource(
  fetchToken: () => Promise<Heard | WechatFault>,
  now: () => number,
): TokenSource {
  let current: Token | undefined
  let coming: Promise<string | WechatFault> | undefined

  async function renew(): Promise<string | WechatFault> {
    const asked = now()
    const heard = await fetchToken()
    const token = isFault(heard) ? heard : tokenIn(heard, asked)
    if (!isFault(token)) current = token
    else if (!current || now() >= current.endsAt - lastSecondsMs) return token
    return current.value
  }

  return {
    async get(signal) {
      if (current && now() < current.renewAt) return current.value
      coming ??= renew().finally(() => (coming = undefined))
      return Promise.race([coming, late(signal)])
    },
    discard(token) {
      if (current?.value === token) current = undefined
    },
  }
}

function tokenIn({ answer, errcode, rid }: Heard, asked: number): Token | WechatFault {
  if (errcode !== 0) return { kind: 'refused', errcode, rid }
  const { access_token: value } = answer
  const seconds = wholeNumber(answer.expires_in)
  if (typeof value !== 'string' || !tokenShape.test(value)) return { kind: 'unreadable' }
  if (seconds === undefined || seconds <= 0) return { kind: 'unreadable' }
  const lifeMs = Math.min(seconds, longestSeconds) * 1000
  // A short life still serves: half of it before the next one is asked for.
  return { value, renewAt: asked + Math.max(lifeMs - renewBeforeMs, lifeMs / 2), endsAt: asked + lifeMs }
}

function late(signal: AbortSignal): Promise<WechatFault> {
  return new Promise((resolve) => {
    const end = () => resolve({ kind: 'timeout' })
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
