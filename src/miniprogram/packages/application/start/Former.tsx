import { useState } from 'react'
import { type Draft } from '@domain/application/draft'
import { formatInstant } from '@domain/calendar/instant'
import { today } from '@/platform/clock'
import { useDidShow } from '@/platform/lifecycle'
import { readCasesOfPhone, useCases } from '@/stores/cases'
import { readSession } from '@/stores/session'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { start as texts } from '../texts'
import { fetchFormer, offered } from './former'

/** For a child that was applied for before nothing is asked twice: taken over by a tap, where this phone is signed in. */
export function Former({ onBegin }: { onBegin: (like: Draft) => unknown }) {
  const cases = useCases((state) => state.cases)
  const [isSignedIn, setSignedIn] = useState(false)
  const [fetching, setFetching] = useState<string>()
  const [problem, setProblem] = useState<string>()
  useDidShow(() => {
    void readCasesOfPhone().then(readSession).then(setSignedIn)
  })
  const take = async (id: string) => {
    setFetching(id)
    const found = await fetchFormer(id)
    setFetching(undefined)
    if ('failure' in found) return setProblem(found.failure.message)
    setProblem(undefined)
    return onBegin(found.like)
  }
  if (!isSignedIn || cases.length === 0) return null
  return (
    <Section title={texts.former}>
      {problem && <Notice kind="error" title={problem} urgent />}
      <Card kind="rows">
        {offered(cases).map(({ id, childMaskedName, updatedAt }) => (
          <Entry
            key={id}
            title={texts.likeFormer(childMaskedName)}
            note={fetching === id ? texts.fetching : formatInstant(updatedAt, today())}
            onPress={() => take(id)}
          />
        ))}
      </Card>
      <Paragraph tone="quiet">{texts.formerMore}</Paragraph>
    </Section>
  )
}
