import Taro from '@tarojs/taro'
import { failureWords } from './failure'
import { requestTimeout, uploadTimeout } from './limits'

export type NoAnswer = 'offline' | 'timeout' | 'interrupted'

/** Any HTTP status is an answer: the caller looks at `status` and reads `body` by its contract. */
export type Answer<Reason = NoAnswer> =
  { ok: true; status: number; body: unknown } | { ok: false; reason: Reason }

export interface Call {
  method: 'GET' | 'POST' | 'DELETE'
  /** Beginning with '/'. */
  path: string
  /** Sent as JSON. */
  body?: object
  headers?: Record<string, string>
  /** Milliseconds. */
  timeout?: number
}

export interface FileCall {
  path: string
  /** A path the platform can read: see photos.ts. */
  file: string
  fields: Record<string, string>
  headers?: Record<string, string>
  /** 0 to 100. */
  onProgress?: (percent: number) => void
  timeout?: number
}

export interface Upload {
  answer: Promise<Answer<NoAnswer | 'aborted' | 'noFile'>>
  abort(): void
}

/** Milliseconds the platform's own time-out has before ours. */
const graceTime = 2000

/** Name of the form field that carries the file. */
const fileField = 'file'

function reasonOf(error: unknown): NoAnswer {
  const words = failureWords(error)
  if (/time ?d? ?out|超时|AbortError/i.test(words)) return 'timeout'
  // WeChat ends what is still running 5 s after the app went to the background.
  return /interrupt/i.test(words) ? 'interrupted' : 'offline'
}

/**
 * A second clock beside the platform's own: in a browser an upload whose picture is gone never settles
 * (Taro waits for a load event that does not come).
 */
function withDeadline<T>(work: Promise<T>, milliseconds: number, late: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), milliseconds + graceTime)
    void work.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}

/** WeChat hands over the text when it is no JSON, and always after an upload. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data ?? undefined
  try {
    const value: unknown = JSON.parse(data)
    return value
  } catch {
    return undefined
  }
}

/** WeChat calls all that it sends JSON, and nothing at all is none: the server refuses it. */
const emptyBody = process.env.TARO_ENV === 'weapp' ? '{}' : undefined

function dataOf({ method, body }: Call): { data?: object | string } {
  const data = body ?? (method === 'GET' ? undefined : emptyBody)
  return data === undefined ? {} : { data }
}

/** Asks the API once. Never rejects, never retries. */
export async function request(call: Call): Promise<Answer> {
  try {
    const { statusCode, data } = await Taro.request<unknown>({
      url: API_BASE + call.path,
      method: call.method,
      ...dataOf(call),
      header: call.headers ?? {},
      timeout: call.timeout ?? requestTimeout,
    })
    if (typeof statusCode !== 'number' || statusCode === 0) return { ok: false, reason: 'offline' }
    return { ok: true, status: statusCode, body: parsed(data) }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

/** Sends one file as multipart, fields first. Never rejects; `abort` ends it with the reason `aborted`. */
export function upload(call: FileCall): Upload {
  const timeout = call.timeout ?? uploadTimeout
  let aborted = false
  const task = Taro.uploadFile({
    url: API_BASE + call.path,
    filePath: call.file,
    name: fileField,
    formData: call.fields,
    header: call.headers ?? {},
    timeout,
  })
  if (call.onProgress) task.onProgressUpdate(({ progress }) => call.onProgress?.(progress))

  const answer: Upload['answer'] = task.then(
    ({ statusCode, data }) => ({ ok: true, status: statusCode, body: parsed(data) }),
    (error: unknown) => ({ ok: false, reason: uploadReason(error, aborted) }),
  )
  return {
    answer: withDeadline(answer, timeout, { ok: false, reason: 'timeout' }),
    abort: () => {
      aborted = true
      task.abort()
    },
  }
}

function uploadReason(error: unknown, aborted: boolean): NoAnswer | 'aborted' | 'noFile' {
  if (aborted) return 'aborted'
  const words = failureWords(error)
  return /file not found|no such file|not exist/i.test(words) ? 'noFile' : reasonOf(error)
}
