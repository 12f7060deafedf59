import { useRef, useState } from 'react'
import {
  correctionFieldWords,
  correctionFields,
  correctionProblem,
  longestCorrection,
  type CorrectionField,
} from '@domain/rights/corrections'
import { leave } from '@/platform/leaving'
import { back, queryOfPage } from '@/platform/navigation'
import { randomId } from '@/platform/randomId'
import { callAsCitizen } from '@/stores/routeCalls'
import { useSurroundings } from '@/stores/surroundings'
import { untilAnswered } from '@/stores/untilAnswered'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Notice } from '@/ui/Notice'
import { QuickExit } from '@/ui/QuickExit'
import { Screen } from '@/ui/Screen'
import { TextInput, type TextKind } from '@/ui/TextInput'
import { correctTexts as texts } from '../rightsTexts'

const options = correctionFields.map((value) => ({ value, words: correctionFieldWords[value] }))

const keyboards: Readonly<Record<CorrectionField, TextKind>> = {
  applicantName: 'text',
  applicantIdNumber: 'idcard',
  applicantPhone: 'phone',
  childName: 'text',
  childIdNumber: 'idcard',
  other: 'long',
}

/** 要求改正或补充: one thing at a time; a person compares it with the papers before anything changes. */
export default function CorrectPage() {
  const surroundings = useSurroundings()
  const { field, problem, failure, isSending, isSent, choose, type, send } = useCorrection()
  return (
    <Screen
      {...surroundings}
      title={isSent ? texts.sentTitle : texts.title}
      lead={isSent ? undefined : texts.lead}
      error={surroundings.error ?? failure}
      exit={<QuickExit onLeave={leave} />}
      actions={
        isSent ? (
          <Button onPress={back}>{texts.back}</Button>
        ) : (
          <Button busy={isSending ? texts.sending : undefined} onPress={send}>
            {texts.send}
          </Button>
        )
      }
    >
      {isSent ? (
        <Notice kind="success" title={texts.sent} urgent />
      ) : (
        <>
          <Field question={texts.field} error={field === undefined ? problem : undefined}>
            <Choice options={options} value={field} onChange={choose} />
          </Field>
          {field !== undefined && (
            <Field
              question={field === 'other' ? texts.other : texts.value(correctionFieldWords[field])}
              error={problem}
            >
              <TextInput
                key={field}
                value=""
                kind={keyboards[field]}
                maxLength={field === 'other' ? longestCorrection : undefined}
                onInput={type}
              />
            </Field>
          )}
        </>
      )}
    </Screen>
  )
}

function useCorrection() {
  const [field, setField] = useState<CorrectionField>()
  const [problem, setProblem] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const [phase, setPhase] = useState<'idle' | 'sending' | 'sent'>('idle')
  // Not a state: a keystroke renders nothing.
  const typed = useRef('')
  const choose = (value: CorrectionField | 'unknown') => {
    typed.current = ''
    setProblem(undefined)
    if (value !== 'unknown') setField(value)
  }
  const send = async () => {
    const value = typed.current
    const wrong = field === undefined ? texts.required : correctionProblem(field, value)
    setProblem(wrong)
    if (field === undefined || wrong !== undefined) return
    setPhase('sending')
    const [key, id] = [await randomId(), queryOfPage().id ?? '']
    const outcome = await untilAnswered(
      () => callAsCitizen('requestCorrection', { id, body: { field, value }, key }),
      () => undefined,
    )
    setFailure(outcome.ok ? undefined : outcome.message)
    setPhase(outcome.ok ? 'sent' : 'idle')
  }
  return {
    field,
    problem,
    failure,
    isSending: phase === 'sending',
    isSent: phase === 'sent',
    choose,
    type: (value: string) => {
      typed.current = value
    },
    send,
  }
}
