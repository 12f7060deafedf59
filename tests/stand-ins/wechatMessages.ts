import { jsonObject, refusal, type WechatAnswer, type WechatCall } from './wechatProtocol'

export interface DeliveredMessage {
  touser: string
  template: string
  page: unknown
  data: Record<string, string>
}

/** The templates of this mini program, with the fields each has. */
const templates: Readonly<Record<string, readonly string[]>> = {
  progressTemplate: ['character_string1', 'thing2', 'time3'],
}

/** The stand-in's own reading of the rules, apart from the server's. */
const fieldRules: Readonly<Record<string, (text: string) => boolean>> = {
  character_string: (text) => text.length <= 32 && /^[\x21-\x7e]+$/.test(text),
  thing: (text) => Array.from(text).length <= 20,
  time: (text) => /^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/.test(text) || /^\d{2}:\d{2}$/.test(text),
}

/** subscribeMessage.send of the stand-in: one message for one agreement, fields by their rules. */
export function createMessageDesk() {
  const agreed = new Map<string, number>()
  const people = new Set<string>()
  const sent: DeliveredMessage[] = []

  function fieldFault(template: string, data: Record<string, unknown>): WechatAnswer | undefined {
    for (const key of templates[template] ?? []) {
      const value = jsonValue(data[key])
      if (value === undefined || value === '') return invalid(key, 'is empty')
      if (!(fieldRules[key.replace(/\d+$/, '')]?.(value) ?? false)) return invalid(key, 'invalid')
    }
    return undefined
  }

  return {
    sent,
    /** The person taps 允许 once. */
    agree(openid: string, template: string): void {
      const key = `${openid}\n${template}`
      people.add(openid)
      agreed.set(key, (agreed.get(key) ?? 0) + 1)
    },
    send({ body }: WechatCall): WechatAnswer {
      const { touser, template_id: template, data, page } = jsonObject(body)
      if (typeof touser !== 'string' || !people.has(touser)) return refusal(40003, 'invalid openid')
      if (typeof template !== 'string' || !templates[template]) return refusal(40037, 'invalid template_id')
      if (typeof data !== 'object' || data === null) return refusal(47003, 'argument invalid! data is empty')
      const fault = fieldFault(template, data as Record<string, unknown>)
      if (fault) return fault
      const left = agreed.get(`${touser}\n${template}`) ?? 0
      if (left === 0) return refusal(43101, 'user refuse to accept the msg')
      agreed.set(`${touser}\n${template}`, left - 1)
      const values = Object.entries(data).map(([key, value]) => [key, jsonValue(value) ?? ''])
      sent.push({ touser, template, page, data: Object.fromEntries(values) as Record<string, string> })
      return { errcode: 0, errmsg: 'ok', msgid: '%msgid%' }
    },
  }
}

const invalid = (key: string, what: string) => refusal(47003, `argument invalid! data.${key}.value ${what}`)

function jsonValue(field: unknown): string | undefined {
  const value = (field as { value?: unknown } | undefined)?.value
  return typeof value === 'string' ? value : undefined
}
