import { errorTable, type ErrorCode } from '@contracts/errors'
import { type Answer, type Call, type FileCall, type Upload } from '@/platform/network'

type Reply = Answer | Promise<Answer>
type UploadAnswer = Awaited<Upload['answer']>

/** What the API hears and answers, in the hands of a test. */
export const server = {
  calls: [] as Call[],
  uploads: [] as (FileCall & { answer: (answer: UploadAnswer) => void; isAborted: boolean })[],
  /** Path → answers in order; the last one stays. */
  replies: {} as Record<string, Reply[]>,
  backOnline: [] as (() => void)[],
  isOnline: true,
  /** Runs as a call is sent, before its answer. */
  onCall: (_call: Call): void => undefined,
  reset() {
    server.calls = []
    server.uploads = []
    server.replies = {
      '/api/v1/service': [ok(200, service)],
      '/api/v1/sessions/demo': [ok(201, session('t1'))],
    }
    server.isOnline = true
    server.onCall = () => undefined
  },
  callsTo: (path: string) => server.calls.filter((call) => call.path === path),
}

const service = { mode: 'demo', policyVersion: 'wuhai-draft-1', today: '2026-11-24' }

export const session = (token: string) => ({ token, expiresAt: '2099-01-01T00:00:00.000Z' })
export const ok = (status: number, body: unknown): Answer => ({ ok: true, status, body })
export const lost: Answer = { ok: false, reason: 'timeout' }
export const offline: Answer = { ok: false, reason: 'offline' }

export function refusal(code: ErrorCode, field?: string): Answer {
  const { status, message } = errorTable[code]
  return ok(status, { code, message, traceId: 'trace', ...(field ? { field } : {}) })
}

export const network = {
  request: (call: Call): Promise<Answer> => {
    server.calls.push(call)
    server.onCall(call)
    const replies = server.replies[call.path] ?? [offline]
    const reply = replies.length > 1 ? replies.shift() : replies[0]
    return Promise.resolve(reply ?? offline)
  },
  upload: (call: FileCall): Upload => {
    let settle: (answer: UploadAnswer) => void = () => undefined
    const answer = new Promise<UploadAnswer>((resolve) => (settle = resolve))
    const sent = { ...call, answer: settle, isAborted: false }
    server.uploads.push(sent)
    return {
      answer,
      abort: () => {
        sent.isAborted = true
        settle({ ok: false, reason: 'aborted' })
      },
    }
  },
}

export const connection = {
  onNetworkBack: (listener: () => void) => {
    server.backOnline.push(listener)
    return () => undefined
  },
  isOnline: () => Promise.resolve(server.isOnline),
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
}
