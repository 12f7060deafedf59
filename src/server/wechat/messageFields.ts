/** Any Chinese character, also the rare ones beyond the BMP. */
const han = String.raw`\p{Script=Han}`
const day = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|[-/]\d{1,2}[-/]\d{1,2})`
const clock = String.raw`\d{1,2}:\d{2}(:\d{2})?`
const instant = `(${day}( ${clock})?|${clock})`

/**
 * What WeChat lets into each kind of field of a subscription message. A field that breaks its rule stops the whole
 * message with 47003, so it is looked at before. Every text is at most 64 characters long when it gets here.
 * Source: WeChat, subscribeMessage.send.
 */
const rules: Readonly<Record<string, RegExp>> = {
  thing: /^[^\p{Cc}]{1,20}$/u,
  number: /^\d{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[\p{P}\p{S}]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: new RegExp(`^${instant}(~${instant})?$`, 'u'),
  date: new RegExp(`^${day}( ${clock})?$`, 'u'),
  amount: /^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+()-]{1,17}$/,
  car_number: /^.{1,8}$/u,
  name: new RegExp(`^([${han}·]{1,10}|[A-Za-z ]{1,20})$`, 'u'),
  phrase: new RegExp(`^${han}{1,5}$`, 'u'),
  enum: /^[^\p{Cc}]{1,20}$/u,
}

const longest = 64
const thingLength = 20

export type MessageData = Readonly<Record<string, string>>
export type Fitted = { ok: true; data: Record<string, { value: string }> } | { ok: false; field: string }

/**
 * The fields of a message as WeChat takes them. A `thing` that is too long is cut by whole characters; everything else
 * that breaks its rule is refused with the field's name, as WeChat would.
 * @param data keys as in the template, e.g. `thing1`, `time2`
 */
export function fitFields(data: MessageData): Fitted {
  const fitted: Record<string, { value: string }> = {}
  for (const [key, text] of Object.entries(data)) {
    const kind = /^([a-z_]{1,30}?)\d{1,3}$/.exec(key)?.[1] ?? ''
    const value = kind === 'thing' ? Array.from(text).slice(0, thingLength).join('') : text
    const rule = Object.hasOwn(rules, kind) ? rules[kind] : undefined
    if (!rule || value.length > longest || !rule.test(value)) return { ok: false, field: key }
    fitted[key] = { value }
  }
  return { ok: true, data: fitted }
}
