import { useState } from 'react'
import { back, replace } from '@/platform/navigation'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { SummaryList, type SummaryRow } from '@/ui/SummaryList'
import { type TagTone } from '@/ui/Tag'
import { answerWords } from '../answerWords'
import { findingsOf } from '../findings'
import { whatIf as texts } from '../furtherTexts'
import { nameOf } from '../names'
import { groups } from '../resultTexts'
import { differencesOf, type Difference, type Differences } from './differences'
import { assumedAnswers, assumedQuestions, followUp, useHypothesis } from './hypothesis'

interface Tried {
  rows: SummaryRow[]
  differences: Differences
  next: ReturnType<typeof followUp>
}

function tried(): Tried {
  const real = checkerAnswers()
  const assumed = assumedAnswers()
  const rows = assumedQuestions().map((question): SummaryRow => {
    const after = assumed[question.id]
    const before = real[question.id]
    const now = before ? answerWords(question, before) : texts.notAskedYet
    return {
      id: question.id,
      question: question.title,
      answer: after ? texts.instead(answerWords(question, after), now) : '',
    }
  })
  const differences = differencesOf(findingsOf(real).all, findingsOf(assumed).all)
  return { rows, differences, next: followUp() }
}

/** What would be there, and what would not, if the answers were as tried; told against the real results. */
export function Outcome() {
  const [{ rows, differences, next }] = useState(tried)
  const { gained, lost, other, same } = differences
  const isSame = gained.length + lost.length + other.length === 0
  const leave = () => {
    useHypothesis.getState().forget()
    return back()
  }
  return (
    <Screen
      {...useSurroundings()}
      title={isSame ? texts.nothingChanges : texts.outcome}
      actions={
        <>
          <Button kind="plain" onPress={() => replace('whatIf')}>
            {texts.another}
          </Button>
          <Button onPress={leave}>{texts.leave}</Button>
        </>
      }
    >
      <Notice kind="warning" title={texts.mark}>
        {texts.markMore}
      </Notice>
      <SummaryList rows={rows} onChange={(question) => replace('whatIf', { question })} />
      {next && (
        <Notice
          kind="info"
          title={texts.followUp}
          actions={
            <Button kind="plain" onPress={() => replace('whatIf', { question: next.id })}>
              {next.title}
            </Button>
          }
        />
      )}
      <Changes title={texts.gained} tone="done" differences={gained} />
      <Changes title={texts.lost} tone="quiet" differences={lost} />
      <Changes title={texts.other} tone="quiet" differences={other} />
      <Paragraph tone="quiet">{texts.same(same)}</Paragraph>
    </Screen>
  )
}

interface ChangesProps {
  title: string
  tone: TagTone
  differences: readonly Difference[]
}

function Changes({ title, tone, differences }: ChangesProps) {
  if (differences.length === 0) return null
  return (
    <Section title={title} count={differences.length}>
      <Card kind="rows">
        {differences.map(({ code, before, after }) => (
          <Entry
            key={code}
            title={nameOf(code)}
            note={texts.before(groups[before].tag)}
            tag={{ tone, words: texts.after(groups[after].tag) }}
          />
        ))}
      </Card>
    </Section>
  )
}
