import { View } from '@tarojs/components'
import { identified } from '../accessible'
import { classNames } from '../classNames'
import styles from './index.module.scss'

export interface ParagraphProps {
  /** plain: body. quiet: secondary colour. strong: bold. figure: the largest, for a date or a case number. */
  tone?: 'plain' | 'quiet' | 'strong' | 'figure'
  id?: string
  children: string
}

/** Words outside a control: one or two short sentences. */
export function Paragraph({ tone = 'plain', id, children }: ParagraphProps) {
  return (
    <View className={classNames(styles.words, styles[tone])} {...identified(id)}>
      {children}
    </View>
  )
}
