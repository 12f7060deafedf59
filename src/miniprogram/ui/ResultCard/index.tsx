import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { Card } from '../Card'
import { Heading } from '../Heading'
import { Quote, type QuoteProps } from '../Quote'
import { Tag, type TagTone } from '../Tag'
import styles from './index.module.scss'

export interface ResultCardProps {
  tone: TagTone
  /** 可以申请 */
  tag: string
  /** Name of the benefit. */
  title: string
  /** One or two short sentences. */
  reasons: readonly string[]
  /** The sentence of the policy this rests on. */
  quotes?: readonly (Omit<QuoteProps, 'children'> & { words: string })[]
  /** What is missing or would change the answer; rows or a list. */
  children?: ReactNode
  /** Buttons. */
  actions?: ReactNode
}

/** One result: what, why, in whose words, and what to do next. */
export function ResultCard({ tone, tag, title, reasons, quotes = [], children, actions }: ResultCardProps) {
  return (
    <Card>
      <Tag tone={tone}>{tag}</Tag>
      <Heading level={3}>{title}</Heading>
      {reasons.map((reason) => (
        <View key={reason}>{reason}</View>
      ))}
      {quotes.map(({ words, ...quote }) => (
        <Quote key={`${quote.clause}${words}`} {...quote}>
          {words}
        </Quote>
      ))}
      {children}
      {actions && <View className={styles.actions}>{actions}</View>}
    </Card>
  )
}
