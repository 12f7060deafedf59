import { create } from 'zustand'
import { Session } from '@contracts/sessions'
import { safeParse } from 'zod/mini'
import { type RouteName } from '@contracts/routes'
import { now } from '@/platform/clock'
import { randomId } from '@/platform/randomId'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { loginCode } from '@/platform/signIn'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import { callRoute, refusedHere, type CallOptions, type Outcome } from './api'
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
    const parsed = safeParse(Session, value)
    const isValid = parsed.success && parsed.data.expiresAt > now()
    useSession.setState({ isRead: true, ...(isValid ? { session: parsed.data } : {}) })
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
  return keep(await callRoute('signInWithWechat', { body: { code: login.code } }))
}

/** In a browser there is no WeChat to vouch for anybody: only a demonstration lets its visitors in. */
async function signInInBrowser(): Promise<Outcome<string>> {
  const info = await callRoute('serviceInfo')
  if (!info.ok) return info
  if (info.value.mode !== 'demo') return refusedHere(words.openInWechat)
  return keep(await callRoute('signInAsDemo', { body: { person: await demoPerson() } }))
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

/** Calls a route of the citizen, signing in silently when needed. */
export function callAsCitizen<Name extends RouteName>(
  name: Name,
  options: Omit<CallOptions<Name>, 'token'> = {},
) {
  return withSession((token) => callRoute(name, { ...options, token }))
}

/** Ends the session here and, when it can be reached, on the server. Drafts and photos stay. */
export async function signOut(): Promise<void> {
  await readSession()
  const { session } = useSession.getState()
  if (!session) return
  dropSession(session.token)
  await callRoute('signOut', { token: session.token })
}
