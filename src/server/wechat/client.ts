import { fieldIn, msgidIn, openidIn, phoneIn } from './answer'
import { createBreaker, type Breaker } from '../breaker'
import { callWechat, isFault, type Fetch, type Heard, type WechatFault } from './call'
import { fitFields, type MessageData } from './messageFields'
import { createTokenSource } from './token'
import { verdictOf } from './verdicts'

export type CodeExchange = { ok: true; openid: string } | { ok: false; reason: 'invalidCode' | 'unavailable' }

export type PhoneNumber =
  { ok: true; phone: string } | { ok: false; reason: 'invalidCode' | 'foreign' | 'unavailable' }

export interface Message {
  openid: string
  templateId: string
  /** Opened by a tap on the card; without it the card opens nothing. */
  page?: string
  data: MessageData
}

/**
 * `notAgreed`: refused, unsubscribed or none left: the count is 0 and nothing is tried again. `badMessage`: it will
 * never pass. `unavailable`: not sent, later. `unknown`: it may have gone out, WeChat knows no key to send it once.
 */
export type Sent =
  | { ok: true; msgid?: string }
  | { ok: false; reason: 'notAgreed' | 'badMessage' | 'unavailable' | 'unknown'; field?: string }

export interface WechatOptions {
  appid: string
  secret: string
  /** `https://api.weixin.qq.com`, or a stand-in's address. */
  baseUrl: string
  fetch?: Fetch
  /** For everything one caller waits for: token, call, second try. */
  timeoutMs?: number
  /** Milliseconds, monotone: pauses after failures and the token's life are measured with it. */
  now?: () => number
  /** The time of day; only an answer without a time of its own is compared with it. */
  clock?: () => Date
  onFault?: (fault: WechatFault) => void
}

export interface Wechat {
  /**
   * Turns the code of `wx.login` into the person's openid. It makes one call: a code is spent by its first exchange, so
   * a second one could only hear 40163. Source: WeChat, code2Session (`GET /sns/jscode2session`).
   */
  exchangeCode(code: string): Promise<CodeExchange>
  /** The number behind the code of the phone-number button. @param openid whose code it has to be */
  phoneNumber(code: string, openid: string): Promise<PhoneNumber>
  /** Sends one subscription message. Source: WeChat, subscribeMessage.send. */
  send(message: Message): Promise<Sent>
  /** Which calls are held back at the moment. */
  pausing(): Record<'login' | 'api', boolean>
}

const pause = { failures: 5, pauseMs: 10_000 }

/** The only caller of WeChat's server. Nothing here throws, and no address leaves it: it may hold the secret. */
export function createWechat(options: WechatOptions): Wechat {
  const {
    appid,
    secret,
    timeoutMs = 3000,
    now = () => performance.now(),
    onFault = () => undefined,
  } = options
  const { clock = () => new Date() } = options
  const base = options.baseUrl.replace(/\/+$/, '')
  const call = (address: string, signal: AbortSignal, body?: object) =>
    callWechat(options.fetch ?? globalThis.fetch, `${base}${address}`, signal, body)
  // Apart, so that a message nobody waits for cannot keep people from signing in.
  const breakers = { login: createBreaker({ ...pause, now }), api: createBreaker({ ...pause, now }) }
  const tokens = createTokenSource(() => {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    return call('/cgi-bin/stable_token', AbortSignal.timeout(timeoutMs), body)
  }, now)

  /** Calls with the token; a token WeChat does not take is fetched again, once. */
  async function withToken(path: string, body: object): Promise<Heard | WechatFault | 'noToken'> {
    const signal = AbortSignal.timeout(timeoutMs)
    for (let tries = 1; ; tries += 1) {
      const token = await tokens.get(signal)
      if (typeof token !== 'string') {
        onFault(token)
        return 'noToken'
      }
      const query = new URLSearchParams({ access_token: token })
      const heard = await call(`${path}?${query.toString()}`, signal, body)
      if (isFault(heard) || verdictOf(heard.errcode) !== 'token') return heard
      tokens.discard(token)
      if (tries === 2) return heard
    }
  }

  /** Tells the breaker and the log what an answer says about WeChat's health. */
  function note(breaker: Breaker, heard: Heard | WechatFault | 'noToken'): void {
    const fault = heard === 'noToken' ? undefined : faultIn(heard)
    const isSick = heard === 'noToken' || isFault(heard) || verdictOf(heard.errcode) === 'busy'
    if (isSick) breaker.failed()
    else breaker.succeeded()
    if (fault) onFault(fault)
  }

  return {
    async exchangeCode(code) {
      if (!breakers.login.mayCall()) return { ok: false, reason: 'unavailable' }
      const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
      const heard = await call(`/sns/jscode2session?${query.toString()}`, AbortSignal.timeout(timeoutMs))
      const openid = isFault(heard) || heard.errcode !== 0 ? undefined : openidIn(heard)
      note(breakers.login, typeof openid === 'object' ? openid : heard)
      return typeof openid === 'string' ? { ok: true, openid } : { ok: false, reason: reasonIn(heard) }
    },

    async phoneNumber(code, openid) {
      if (!breakers.api.mayCall()) return { ok: false, reason: 'unavailable' }
      const heard = await withToken('/wxa/business/getuserphonenumber', { code, openid })
      const isSuccess = heard !== 'noToken' && !isFault(heard) && heard.errcode === 0
      const found = isSuccess ? phoneIn(heard, appid, clock()) : undefined
      note(breakers.api, found && isFault(found) ? found : heard)
      if (!found || isFault(found)) return { ok: false, reason: reasonIn(heard) }
      return 'phone' in found ? { ok: true, phone: found.phone } : { ok: false, reason: 'foreign' }
    },

    async send({ openid, templateId, page, data }) {
      const fitted = fitFields(data)
      if (!fitted.ok) return { ok: false, reason: 'badMessage', field: fitted.field }
      if (!breakers.api.mayCall()) return { ok: false, reason: 'unavailable' }
      const body = { touser: openid, template_id: templateId, page, lang: 'zh_CN', data: fitted.data }
      const heard = await withToken('/cgi-bin/message/subscribe/send', body)
      note(breakers.api, heard)
      if (heard === 'noToken') return { ok: false, reason: 'unavailable' }
      if (isFault(heard)) return { ok: false, reason: 'unknown' }
      if (heard.errcode === 0) return { ok: true, msgid: msgidIn(heard) }
      const verdict = verdictOf(heard.errcode)
      if (verdict === 'notAgreed') return { ok: false, reason: 'notAgreed' }
      return verdict === 'badMessage'
        ? { ok: false, reason: 'badMessage', field: fieldIn(heard) }
        : { ok: false, reason: 'unavailable' }
    },

    pausing: () => ({ login: breakers.login.isPausing(), api: breakers.api.isPausing() }),
  }
}

/** Only WeChat's own word makes a code invalid; whatever else went wrong may pass. */
function reasonIn(heard: Heard | WechatFault | 'noToken'): 'invalidCode' | 'unavailable' {
  const isInvalid = heard !== 'noToken' && !isFault(heard) && verdictOf(heard.errcode) === 'invalidCode'
  return isInvalid ? 'invalidCode' : 'unavailable'
}

/** What is worth a line in the log; an invalid code or a person who said no is not. */
function faultIn(heard: Heard | WechatFault): WechatFault | undefined {
  if (isFault(heard)) return heard
  const { errcode, rid } = heard
  const verdict = verdictOf(errcode)
  if (verdict === 'success' || verdict === 'invalidCode' || verdict === 'notAgreed') return undefined
  const isSetting = verdict === 'misconfigured' || verdict === 'badMessage'
  return { kind: isSetting ? 'misconfigured' : 'refused', errcode, rid }
}
