import { type ReactNode } from 'react'
import { progressOf } from '@domain/application/steps'
import { useConnection } from '@/stores/connection'
import { useDraft } from '@/stores/draft'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { NextFamily } from '../drafts/NextFamily'
import { Returning } from '../drafts/Returning'
import { form as texts } from '../texts'
import { type Position } from './position'
import { type FormWork } from './useFormPage'

export interface FormPageProps {
  position: Position
  work: FormWork
}

interface FormScreenProps extends FormPageProps {
  /** The question, where it is not the step's own title. */
  title?: string
  lead?: string
  /** On top of the page, where no single field is to blame. */
  error?: string
  /** In place of 下一步. */
  action?: ReactNode
  children: ReactNode
}

/** The frame of every page of the form: where one stands, the question, 上一步 and 下一步. */
export function FormScreen({ position, work, title, lead, error, action, children }: FormScreenProps) {
  const surroundings = useSurroundings()
  const offline = useConnection((state) => state.offline)
  const { stored, draft } = useDraft()
  const { step, isResumed } = position
  const progress = progressOf(step)
  return (
    <Screen
      {...surroundings}
      offline={offline}
      title={title ?? step.title}
      lead={lead}
      step={{ current: progress.position, total: progress.total, words: progress.words }}
      error={error ?? surroundings.error}
      actions={
        <>
          <Button kind="plain" onPress={work.back}>
            {texts.back}
          </Button>
          {action ?? <Button onPress={work.next}>{texts.next}</Button>}
        </>
      }
    >
      {isResumed && <Paragraph tone="quiet">{texts.resumed}</Paragraph>}
      {isResumed && draft && <Returning draft={draft} />}
      {children}
      {stored === 'stored' ? (
        <Paragraph tone="quiet">{texts.kept}</Paragraph>
      ) : (
        <Notice kind="warning" title={texts.notStored} urgent />
      )}
      {draft?.applicant.helper === 'childDirector' && <NextFamily />}
    </Screen>
  )
}
