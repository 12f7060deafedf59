import { useState } from 'react'
import { type Holdings } from '@contracts/rights'
import { copyText } from '@domain/rights/copyText'
import { useDidShow } from '@/platform/lifecycle'
import { handOver } from '@/platform/ownCopy'
import { randomId } from '@/platform/randomId'
import { type Failure, type Outcome } from '@/stores/api'
import { forgetCases } from '@/stores/cases'
import { callAsCitizen } from '@/stores/routeCalls'
import { dropSession, readSession, useSession } from '@/stores/session'
import { untilAnswered } from '@/stores/untilAnswered'
import { rightsTexts as texts } from './rightsTexts'

/** One thing that is done on the page; of a consent or a case with its id, so that only its own button says so. */
export type Act =
  'load' | 'copy' | 'fetch' | 'drafts' | 'account' | 'phones' | `withdraw ${string}` | `deletion ${string}`

/** How the last act ended, told where it was asked for: the top of a long page is out of sight. */
export interface Ended {
  act: Act
  kind: 'success' | 'error'
  words: string
}

export interface Rights {
  /** Nobody has been signed in on this phone: then nothing is asked before a tap. */
  isStranger: boolean
  holdings: Holdings | undefined
  running: Act | undefined
  outcome: Ended | undefined
  load: () => Promise<void>
  withdraw: (consentId: string) => Promise<void>
  askDeletion: (caseId: string) => Promise<void>
  askCopy: () => Promise<void>
  fetchCopy: (copyId: string) => Promise<void>
  /** Only while a copy was fetched and could not be handed over. */
  saveCopy: (() => Promise<void>) | undefined
  deleteDrafts: () => Promise<void>
  deleteAccount: () => Promise<void>
  endOtherSessions: () => Promise<void>
}

/** Repeats an act under one key until the server has answered. */
async function keyed<T>(act: (key: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const key = await randomId()
  return untilAnswered(
    () => act(key),
    () => undefined,
  )
}

const failed = (act: Act, { message }: Failure): Ended => ({ act, kind: 'error', words: message })

/** What the page knows and what can be asked for on it. After each act it looks again. */
export function useRights(): Rights {
  const [isStranger, setStranger] = useState(false)
  const [holdings, setHoldings] = useState<Holdings>()
  const [running, setRunning] = useState<Act>()
  const [outcome, setOutcome] = useState<Ended>()
  const [unsaved, setUnsaved] = useState<string>()

  /** @returns why it could not be seen */
  const look = async (): Promise<Ended | undefined> => {
    const seen = await callAsCitizen('holdings')
    if (seen.ok) setHoldings(seen.value)
    return seen.ok ? undefined : failed('load', seen)
  }
  const load = async () => {
    setStranger(false)
    setRunning('load')
    setOutcome(await look())
    setRunning(undefined)
  }
  useDidShow(() => {
    void readSession().then((isKnown) => (isKnown ? load() : setStranger(true)))
  })

  const run = async (act: Act, start: () => Promise<Outcome<unknown>>, words?: string) => {
    setRunning(act)
    setOutcome(undefined)
    const ended = await start()
    const unseen = ended.ok ? await look() : failed(act, ended)
    setOutcome(unseen ?? (words === undefined ? undefined : { act, kind: 'success', words }))
    setRunning(undefined)
  }
  const save = async (text: string) => {
    const end = await handOver(`${texts.title}.txt`, text)
    setUnsaved(end === 'done' ? undefined : text)
    setOutcome(
      end === 'done'
        ? { act: 'fetch', kind: 'success', words: texts.copySaved }
        : { act: 'fetch', kind: 'error', words: texts.copyNotSaved },
    )
  }
  return {
    isStranger,
    holdings,
    running,
    outcome,
    load,
    withdraw: (id) =>
      run(
        `withdraw ${id}`,
        async () => {
          const ended = await keyed((key) => callAsCitizen('withdrawConsent', { id, key }))
          // What this phone remembers of the case may no longer be shown either.
          if (ended.ok) forgetCases()
          return ended
        },
        texts.withdrawn,
      ),
    askDeletion: (id) =>
      run(
        `deletion ${id}`,
        () => keyed((key) => callAsCitizen('requestDeletion', { id, key })),
        texts.answeredNow,
      ),
    askCopy: () => run('copy', () => keyed((key) => callAsCitizen('requestCopy', { key }))),
    fetchCopy: async (id) => {
      setRunning('fetch')
      const ended = await callAsCitizen('copyContent', { id })
      if (ended.ok) await save(copyText(ended.value))
      else setOutcome(failed('fetch', ended))
      setRunning(undefined)
    },
    // WeChat opens its list of chats only right at a tap, and a slow network comes between: then it takes another tap.
    saveCopy: unsaved === undefined ? undefined : () => save(unsaved),
    deleteDrafts: () => run('drafts', () => callAsCitizen('deleteDrafts'), texts.draftsDeleted),
    endOtherSessions: () => run('phones', () => callAsCitizen('endOtherSessions'), texts.phonesDone),
    deleteAccount: async () => {
      setRunning('account')
      const ended = await callAsCitizen('deleteAccount')
      setRunning(undefined)
      if (!ended.ok) return setOutcome(failed('account', ended))
      // The account's sessions went with it: there is nothing left to sign out from on the server.
      const { session } = useSession.getState()
      if (session) dropSession(session.token)
      setHoldings(undefined)
      setOutcome({ act: 'account', kind: 'success', words: texts.accountDeleted })
      setStranger(true)
    },
  }
}
