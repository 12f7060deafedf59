import { View } from '@tarojs/components'
import { type ReactNode, useId, useMemo } from 'react'
import { accessible } from '../accessible'
import { Icon } from '../Icon'
import { FieldContext } from './context'
import styles from './index.module.scss'

export interface FieldProps {
  /** What is asked; it names the control inside. */
  question: string
  /** On one-question pages the title of the Screen asks: not shown twice. */
  questionIsTitle?: boolean
  help?: string
  /** What is wrong and what to do: 身份证号少了一位，请再看看。 */
  error?: string
  /** false: the family may leave it empty, and the question says so. */
  required?: boolean
  children: ReactNode
}

/** Question, help, error and control as one; readers hear them together. The error stands above the control. */
export function Field({ question, questionIsTitle, help, error, required = true, children }: FieldProps) {
  const id = useId()
  const describedBy = [error && `${id}e`, help && `${id}h`].filter(Boolean).join(' ') || undefined
  const meaning = useMemo(
    () => ({ question, describedBy, invalid: Boolean(error), required }),
    [question, describedBy, error, required],
  )
  return (
    <View className={styles.field}>
      {!questionIsTitle && (
        <View className={styles.question}>{required ? question : `${question}（可以不填）`}</View>
      )}
      {help && (
        <View id={`${id}h`} className={styles.help}>
          {help}
        </View>
      )}
      {error && (
        <View id={`${id}e`} className={styles.error} {...accessible({ role: 'alert' })}>
          <Icon name="error" />
          <View className={styles.words}>{error}</View>
        </View>
      )}
      <FieldContext.Provider value={meaning}>{children}</FieldContext.Provider>
    </View>
  )
}
