import { useState } from 'react'
import { type Holdings } from '@contracts/rights'
import { useDidShow } from '@/platform/lifecycle'
import { handOver } from '@/platform/ownCopy'
import { randomId } from '@/platform/randomId'
import { type Failure, type Outcome } from '@/stores/api'
import { forgetCases } from '@/stores/cases'
import { callAsCitizen } from '@/stores/routeCalls'
import { readSession, signOut } from '@/stores/session'
import { untilAnswered } from '@/stores/untilAnswered'
import { rightsTexts as texts } from './rightsTexts'

/** What runs at this moment, so that its button says so. */
export type Running = 'load' | 'withdraw' | 'deletion' | 'copy' | 'fetch' | 'drafts' | 'account'

export interface Rights {
  /** Nobody has been signed in on this phone: then nothing is asked before a tap. */
  isStranger: boolean
  holdings: Holdings | undefined
  running: Running | undefined
  failure: Failure | undefined
  /** What has just been done, in one sentence. */
  news: string | undefined
  load: () => Promise<void>
  withdraw: (consentId: string) => Promise<void>
  askDeletion: (caseId: string) => Promise<void>
  askCopy: () => Promise<void>
  fetchCopy: (copyId: string) => Promise<void>
  deleteDrafts: () => Promise<void>
  deleteAccount: () => Promise<void>
}

/** Repeats an act under one key until the server has answered. */
async function keyed<T>(act: (key: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const key = await randomId()
  return untilAnswered(
    () => act(key),
    () => undefined,
  )
}

const fileName = 'my-information.json'

/** What the page knows and what can be asked for on it. After each act it looks again. */
export function useRights(): Rights {
  const [isStranger, setStranger] = useState(false)
  const [holdings, setHoldings] = useState<Holdings>()
  const [running, setRunning] = useState<Running>()
  const [failure, setFailure] = useState<Failure>()
  const [news, setNews] = useState<string>()

  const look = async () => {
    const outcome = await callAsCitizen('holdings')
    if (outcome.ok) setHoldings(outcome.value)
    setFailure(outcome.ok ? undefined : outcome)
  }
  const load = async () => {
    setStranger(false)
    setRunning('load')
    await look()
    setRunning(undefined)
  }
  useDidShow(() => {
    void readSession().then((isKnown) => (isKnown ? load() : setStranger(true)))
  })

  const run = async (what: Running, act: () => Promise<Outcome<unknown>>, done?: string) => {
    setRunning(what)
    setNews(undefined)
    const outcome = await act()
    if (outcome.ok) {
      await look()
      setNews(done)
    } else setFailure(outcome)
    setRunning(undefined)
  }
  return {
    isStranger,
    holdings,
    running,
    failure,
    news,
    load,
    withdraw: (id) =>
      run(
        'withdraw',
        async () => {
          const outcome = await keyed((key) => callAsCitizen('withdrawConsent', { id, key }))
          // What this phone remembers of the case may no longer be shown either.
          if (outcome.ok) forgetCases()
          return outcome
        },
        texts.withdrawn,
      ),
    askDeletion: (id) => run('deletion', () => keyed((key) => callAsCitizen('requestDeletion', { id, key }))),
    askCopy: () => run('copy', () => keyed((key) => callAsCitizen('requestCopy', { key }))),
    fetchCopy: async (id) => {
      setRunning('fetch')
      const outcome = await callAsCitizen('copyContent', { id })
      if (outcome.ok) {
        const handed = await handOver(fileName, JSON.stringify(outcome.value, null, 2))
        setNews(handed === 'done' ? texts.copySaved : texts.copyNotSaved)
      } else setFailure(outcome)
      setRunning(undefined)
    },
    deleteDrafts: () => run('drafts', () => callAsCitizen('deleteDrafts'), texts.deleted),
    deleteAccount: async () => {
      setRunning('account')
      const outcome = await callAsCitizen('deleteAccount')
      setRunning(undefined)
      if (!outcome.ok) return setFailure(outcome)
      await signOut()
      setHoldings(undefined)
      setNews(texts.deleted)
      setStranger(true)
    },
  }
}
