import { boundedText } from './boundedText'

/** For the log: holds no address, no code, no person. */
export interface WechatFault {
  kind: 'timeout' | 'unreachable' | 'unreadable' | 'refused' | 'misconfigured'
  errcode?: number
  /** WeChat's own request id; it names the case when asking them. */
  rid?: string
}

/** A JSON object that came back, whatever it says. */
export interface Heard {
  answer: Record<string, unknown>
  text: string
  errcode: number
  rid: string | undefined
  /** WeChat's own clock, from the header; ours may be wrong. */
  at: Date | undefined
}

export type Fetch = typeof globalThis.fetch

const maxAnswerBytes = 64 * 1024
const ridShape = /\brid: ([0-9a-f-]{8,64})/i

export const isFault = (value: object): value is WechatFault => 'kind' in value

/**
 * One call of WeChat's server. Status and content type say nothing there: errors come with 200. Never throws, and no
 * error of the call leaves this file: the address may hold the secret or a token.
 * @param body sent as JSON by POST; without one it is a GET
 * @param signal ends the call, body included
 */
export async function callWechat(
  call: Fetch,
  address: string,
  signal: AbortSignal,
  body?: object,
): Promise<Heard | WechatFault> {
  try {
    const response = await call(address, {
      signal,
      // A redirect would carry the secret to another host.
      redirect: 'error',
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const text = await boundedText(response, maxAnswerBytes)
    return (
      (text === undefined ? undefined : heard(text, response.headers.get('date'))) ?? { kind: 'unreadable' }
    )
  } catch {
    return { kind: signal.aborted ? 'timeout' : 'unreachable' }
  }
}

/** Undefined when the body is none of WeChat's answers (HTML of a proxy, cut JSON). */
function heard(text: string, date: string | null): Heard | undefined {
  const answer = recordIn(text)
  const errcode = answer && (answer.errcode === undefined ? 0 : wholeNumber(answer.errcode))
  if (answer === undefined || errcode === undefined) return undefined
  const rid = typeof answer.errmsg === 'string' ? ridShape.exec(answer.errmsg)?.[1] : undefined
  const at = date === null ? Number.NaN : Date.parse(date)
  return { answer, text, errcode, rid, at: Number.isNaN(at) ? undefined : new Date(at) }
}

function recordIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** WeChat writes some numbers as strings; anything else is none. */
export function wholeNumber(value: unknown): number | undefined {
  if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value)
  return Number.isSafeInteger(value) ? (value as number) : undefined
}
