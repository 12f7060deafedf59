import { randomBytes } from 'node:crypto'
import { jsonObject, refusal, type WechatAnswer, type WechatCall } from './wechatProtocol'

const codeLifeMs = 5 * 60_000

interface PhoneCode {
  openid: string
  phone: string
  countryCode: string | number
  issuedAt: number
  used: boolean
}

/** getuserphonenumber of the stand-in: codes of the button, once, five minutes, of one person. */
export function createPhoneDesk({ appid, now }: { appid: string; now: () => number }) {
  const codes = new Map<string, PhoneCode>()
  return {
    /** What the next answers say of themselves, beside the number. */
    watermark: { appid, lateMs: 0 },
    issue(openid: string, phone: string, countryCode: string | number = '86'): string {
      const code = randomBytes(24).toString('hex')
      codes.set(code, { openid, phone, countryCode, issuedAt: now(), used: false })
      return code
    },
    exchange({ body }: WechatCall): WechatAnswer {
      const asked = jsonObject(body)
      const code = typeof asked.code === 'string' ? codes.get(asked.code) : undefined
      const isLive = code && !code.used && now() - code.issuedAt <= codeLifeMs
      if (!isLive || (asked.openid !== undefined && asked.openid !== code.openid))
        return refusal(40029, 'invalid code')
      code.used = true
      const { phone: purePhoneNumber, countryCode } = code
      const timestamp = Math.floor((now() - this.watermark.lateMs) / 1000)
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: purePhoneNumber,
          purePhoneNumber,
          countryCode,
          watermark: { timestamp, appid: this.watermark.appid },
        },
      }
    },
  }
}
