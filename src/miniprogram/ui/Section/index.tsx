import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { Heading } from '../Heading'
import styles from './index.module.scss'

export interface SectionProps {
  title: string
  /** Shown as "· 2 项". */
  count?: number
  children: ReactNode
}

/** A titled group of cards or rows. */
export function Section({ title, count, children }: SectionProps) {
  return (
    <View className={styles.section}>
      <Heading level={2}>{count === undefined ? title : `${title} ·\u00a0${count}\u00a0项`}</Heading>
      {children}
    </View>
  )
}
