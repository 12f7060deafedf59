import { parseCode2Session, type Code2Session } from './answer'
import { boundedText } from './boundedText'
import { createBreaker } from '../breaker'

export type CodeExchange = { ok: true; openid: string } | { ok: false; reason: 'invalidCode' | 'unavailable' }

/** For the log: holds no address, no code, no person. */
export interface WechatFault {
  kind: 'timeout' | 'unreachable' | 'unreadable' | 'refused' | 'misconfigured'
  errcode?: number
  /** WeChat's own request id; it names the case when asking them. */
  rid?: string
}

export interface WechatOptions {
  appid: string
  secret: string
  /** `https://api.weixin.qq.com`, or a stand-in's address. */
  baseUrl: string
  fetch?: typeof globalThis.fetch
  /** For the whole exchange, body included. */
  timeoutMs?: number
  /** Milliseconds, monotone; only the pause after failures is measured with it. */
  now?: () => number
  onFault?: (fault: WechatFault) => void
}

export interface Wechat {
  exchangeCode(code: string): Promise<CodeExchange>
}

const maxAnswerBytes = 64 * 1024
const pause = { failures: 5, pauseMs: 10_000 }

type Verdict = 'invalidCode' | 'busy' | 'userLimit' | 'misconfigured'

/** code2Session's errcodes. Every other one is treated as `busy`. */
const verdicts = new Map<number, Verdict>([
  [-1, 'busy'],
  [45009, 'busy'],
  [40029, 'invalidCode'],
  [40163, 'invalidCode'],
  [41008, 'invalidCode'],
  // 高风险用户：same code, same answer. A fresh code may pass.
  [40226, 'invalidCode'],
  // 100 exchanges a minute of one person: says nothing about WeChat's health.
  [45011, 'userLimit'],
  [40013, 'misconfigured'],
  [40125, 'misconfigured'],
  [41002, 'misconfigured'],
  [41004, 'misconfigured'],
])

/**
 * The only caller of WeChat's server. `exchangeCode` turns the code of `wx.login` into the person's openid and never
 * throws. It makes one call: a code is spent by its first exchange, so a second one could only hear 40163.
 * The secret stands in the address, therefore no error of the call leaves this file.
 * Source: WeChat, code2Session (`GET /sns/jscode2session`).
 */
export function createWechat(options: WechatOptions): Wechat {
  const { timeoutMs = 3000, now = () => performance.now(), onFault = () => undefined } = options
  const breaker = createBreaker({ ...pause, now })

  async function ask(code: string): Promise<Code2Session | WechatFault> {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const call = options.fetch ?? globalThis.fetch
      // A redirect would carry the secret to another host.
      const response = await call(address(options, code), { signal, redirect: 'error' })
      const body = await boundedText(response, maxAnswerBytes)
      return (body === undefined ? undefined : parseCode2Session(body)) ?? { kind: 'unreadable' }
    } catch {
      return { kind: signal.aborted ? 'timeout' : 'unreachable' }
    }
  }

  function unavailable(fault: WechatFault): CodeExchange {
    onFault(fault)
    return { ok: false, reason: 'unavailable' }
  }

  function judge(errcode: number, rid: string | undefined): CodeExchange {
    const verdict = verdicts.get(errcode) ?? 'busy'
    if (verdict === 'busy') breaker.failed()
    else breaker.succeeded()
    if (verdict === 'invalidCode') return { ok: false, reason: 'invalidCode' }
    return unavailable({ kind: verdict === 'misconfigured' ? 'misconfigured' : 'refused', errcode, rid })
  }

  return {
    async exchangeCode(code) {
      if (!breaker.mayCall()) return { ok: false, reason: 'unavailable' }
      const answer = await ask(code)
      if ('kind' in answer) {
        breaker.failed()
        return unavailable(answer)
      }
      if ('errcode' in answer) return judge(answer.errcode, answer.rid)
      breaker.succeeded()
      return { ok: true, openid: answer.openid }
    },
  }
}

function address({ appid, secret, baseUrl }: WechatOptions, code: string): string {
  const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
  return `${baseUrl.replace(/\/+$/, '')}/sns/jscode2session?${query.toString()}`
}
