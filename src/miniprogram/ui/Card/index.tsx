import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { classNames } from '../classNames'
import styles from './index.module.scss'

export interface CardProps {
  children: ReactNode
  /** rows: entries that share one card with lines between. needed: amber frame, "you are needed". danger: red. */
  kind?: 'plain' | 'rows' | 'needed' | 'danger'
}

/** White on paper, one line around, no shadow. */
export function Card({ children, kind = 'plain' }: CardProps) {
  return <View className={classNames(styles.card, styles[kind])}>{children}</View>
}
