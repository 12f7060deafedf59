import { create } from 'zustand'
import { endpoints } from '@contracts/endpoints'
import { type Session } from '@contracts/sessions'
import { now } from '@/platform/clock'
import { randomId } from '@/platform/randomId'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { loginCode } from '@/platform/signIn'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import { callEndpoint, refusedHere, type Outcome } from './api'
import { readNothing, readServiceInfo, readSessionAnswer } from './lightReaders'
import { words } from './words'

const sessionKey = 'session'
const demoPersonKey = 'demoPerson'

interface SessionState {
  /** The phone has been asked whether it keeps a session. */
  isRead: boolean
  session?: Session
}

/** Nobody is asked to sign in: it happens silently when something has to be kept on the server (experience §4). */
export const useSession = create<SessionState>(() => ({ isRead: false }))

let reading: Promise<void> | undefined

/** Reads the session this phone keeps; asks nobody and sends nothing. @returns whether there is one */
export async function readSession(): Promise<boolean> {
  reading ??= readSealed(sessionKey).then((value) => {
    if (useSession.getState().isRead) return
    const session = readSessionAnswer(value)
    const isValid = session !== undefined && session.expiresAt > now()
    useSession.setState({ isRead: true, ...(isValid ? { session } : {}) })
  })
  await reading
  return useSession.getState().session !== undefined
}

async function keep(outcome: Outcome<Session>): Promise<Outcome<string>> {
  if (!outcome.ok) return outcome
  useSession.setState({ isRead: true, session: outcome.value })
  await writeSealed(sessionKey, outcome.value)
  return { ok: true, value: outcome.value.token }
}

async function signInWithWechat(): Promise<Outcome<string>> {
  const login = await loginCode()
  if (!login.ok) return refusedHere(words.slow, true)
  const body = { code: login.code }
  return keep(await callEndpoint(endpoints.signInWithWechat, readSessionAnswer, { body }))
}

/** In a browser there is no WeChat to vouch for anybody: only a demonstration lets its visitors in. */
async function signInInBrowser(): Promise<Outcome<string>> {
  const info = await callEndpoint(endpoints.serviceInfo, readServiceInfo)
  if (!info.ok) return info
  if (info.value.mode !== 'demo') return refusedHere(words.openInWechat)
  const body = { person: await demoPerson() }
  return keep(await callEndpoint(endpoints.signInAsDemo, readSessionAnswer, { body }))
}

async function demoPerson(): Promise<string> {
  const known = readStored(demoPersonKey)
  if (typeof known === 'string') return known
  const person = await randomId()
  writeStored(demoPersonKey, person)
  return person
}

const signIn = process.env.TARO_ENV === 'weapp' ? signInWithWechat : signInInBrowser

let signingIn: Promise<Outcome<string>> | undefined

/** One sign-in at a time: two photos that start together share it. @returns the token of a valid session */
export async function ensureSession(): Promise<Outcome<string>> {
  await readSession()
  const { session } = useSession.getState()
  if (session) return { ok: true, value: session.token }
  signingIn ??= signIn().finally(() => (signingIn = undefined))
  return signingIn
}

/** Forgets a session the server no longer knows, unless another call has already got a new one. */
export function dropSession(token: string): void {
  if (useSession.getState().session?.token !== token) return
  useSession.setState({ session: undefined })
  removeStored(sessionKey)
}

/** Whether signing in again may help. */
export function isSignedOut(outcome: { ok: boolean; code?: string }): boolean {
  return !outcome.ok && (outcome.code === 'SESSION_EXPIRED' || outcome.code === 'NOT_SIGNED_IN')
}

/**
 * Runs something that needs a session; when the server says that the session is over, signs in again once and
 * repeats.
 */
export async function withSession<T extends { ok: boolean; code?: string }>(
  run: (token: string) => Promise<T>,
): Promise<T | Exclude<Outcome<string>, { ok: true }>> {
  const first = await ensureSession()
  if (!first.ok) return first
  const outcome = await run(first.value)
  if (!isSignedOut(outcome)) return outcome
  dropSession(first.value)
  const second = await ensureSession()
  return second.ok ? run(second.value) : second
}

/** Ends the session here and, when it can be reached, on the server: nobody waits for that. Drafts and photos stay. */
export async function signOut(): Promise<void> {
  await readSession()
  const { session } = useSession.getState()
  if (!session) return
  dropSession(session.token)
  void callEndpoint(endpoints.signOut, readNothing, { token: session.token })
}
