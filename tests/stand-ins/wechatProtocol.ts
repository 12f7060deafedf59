import { randomBytes } from 'node:crypto'

export interface WechatCall {
  method: string
  path: string
  query: Record<string, string>
  body: string
}

/** WeChat's answer before it is written: a plain object. */
export type WechatAnswer = Record<string, unknown>

/** Errors of WeChat: status 200, and a request id at the end of the text. */
export function refusal(errcode: number, errmsg: string): WechatAnswer {
  const rid = [8, 8, 8].map((length) => randomBytes(length / 2).toString('hex')).join('-')
  return { errcode, errmsg: `${errmsg} rid: ${rid}` }
}

export function jsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
