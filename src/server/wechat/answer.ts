/** What code2Session answered, reduced to what a caller may act on. */
export type Code2Session = { openid: string } | { errcode: number; rid: string | undefined }

// The documented length is 28; the room is for growth, the alphabet keeps control characters out.
const openidShape = /^[\w-]{1,128}$/
const ridShape = /\brid: ([0-9a-f-]{8,64})/i

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** WeChat writes some numbers as strings; anything else is not an errcode. */
function errcodeOf(value: unknown): number | undefined {
  if (typeof value === 'string' && /^-?\d{1,9}$/.test(value)) return Number(value)
  return Number.isSafeInteger(value) ? (value as number) : undefined
}

/**
 * Reads the body of `GET /sns/jscode2session`. Status and content type say nothing there: errors come with 200,
 * and success comes with `errcode: 0` or without any. `session_key` and `unionid` are dropped here.
 * @returns undefined when the body is none of WeChat's answers (HTML of a proxy, cut JSON).
 */
export function parseCode2Session(body: string): Code2Session | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    return undefined
  }
  if (!isRecord(answer)) return undefined
  const { errmsg, openid } = answer
  const errcode = answer.errcode === undefined ? 0 : errcodeOf(answer.errcode)
  if (errcode === undefined) return undefined
  if (errcode !== 0) {
    return { errcode, rid: typeof errmsg === 'string' ? ridShape.exec(errmsg)?.[1] : undefined }
  }
  return typeof openid === 'string' && openidShape.test(openid) ? { openid } : undefined
}
