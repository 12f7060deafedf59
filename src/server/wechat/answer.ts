import { isRecord, wholeNumber, type Heard, type WechatFault } from './call'

// The documented length is 28; the room is for growth, the alphabet keeps control characters out.
const openidShape = /^[\w-]{1,128}$/

/** The openid of code2Session's success. `session_key` and `unionid` are dropped here. */
export function openidIn({ answer: { openid } }: Heard): string | WechatFault {
  return typeof openid === 'string' && openidShape.test(openid) ? openid : { kind: 'unreadable' }
}

/** A number that is not of the mainland cannot be used here; the person types another. */
export type PhoneIn = { phone: string } | { foreign: true } | WechatFault

/** A fresh answer is minutes old by WeChat's own clock; by ours an hour more may lie between. */
const oldestMs = { byTheirClock: 10 * 60_000, byOurs: 70 * 60_000 }

/**
 * The number in getuserphonenumber's success. The watermark says for which mini program and when it was made: an
 * answer for another one, or an old one, is nobody's number here.
 * @param now our own clock, used where WeChat's answer names no time
 */
export function phoneIn({ answer, at }: Heard, appid: string, now: Date): PhoneIn {
  const { phone_info: info } = answer
  if (!isRecord(info) || !isRecord(info.watermark)) return { kind: 'unreadable' }
  const made = wholeNumber(info.watermark.timestamp)
  if (made === undefined || info.watermark.appid !== appid) return { kind: 'unreadable' }
  const age = Math.abs((at ?? now).getTime() - made * 1000)
  if (age > (at ? oldestMs.byTheirClock : oldestMs.byOurs)) return { kind: 'unreadable' }
  // A string in the documented table, a number in the documented example.
  const country = wholeNumber(info.countryCode)
  const { purePhoneNumber: number } = info
  if (country === undefined || typeof number !== 'string' || !/^\d{4,20}$/.test(number))
    return { kind: 'unreadable' }
  return country === 86 && /^1\d{10}$/.test(number) ? { phone: number } : { foreign: true }
}

/** WeChat's number of a message lies beyond 2^53: its digits are taken from the text. */
export function msgidIn({ text }: Heard): string | undefined {
  return /"msgid"\s*:\s*"?(\d{1,20})\b/.exec(text)?.[1]
}

/** Which field of a message WeChat named in 47003, e.g. `thing1`. */
export function fieldIn({ answer: { errmsg } }: Heard): string | undefined {
  return typeof errmsg === 'string' ? /\bdata\.([a-z_]{1,30}\d{1,3})\b/.exec(errmsg)?.[1] : undefined
}
