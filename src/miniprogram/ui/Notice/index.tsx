import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { accessible, focusable } from '../accessible'
import { classNames } from '../classNames'
import { useFocusOn } from '../focus'
import { Icon, type IconName } from '../Icon'
import styles from './index.module.scss'

export type NoticeKind = 'info' | 'warning' | 'error' | 'success' | 'offline'

export interface NoticeProps {
  kind: NoticeKind
  /** What happened, in one sentence. */
  title: string
  /** What to do, in one sentence. */
  children?: string
  /** Buttons. */
  actions?: ReactNode
  /** Read out as soon as it appears; for what is found after a tap. */
  urgent?: boolean
  /** Takes the focus when it appears: the errors on top of a page. */
  takesFocus?: boolean
}

const icons: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  warning: 'warning',
  error: 'error',
  success: 'check',
  offline: 'offline',
}

/** A message that stays on the page: icon, words, colour third. Never a toast. */
export function Notice({ kind, title, children, actions, urgent, takesFocus = false }: NoticeProps) {
  const target = useFocusOn({ when: takesFocus })
  return (
    <View
      ref={target}
      className={classNames(styles.notice, styles[kind])}
      {...accessible({ role: urgent ? 'alert' : 'group', label: urgent ? undefined : title })}
      {...(takesFocus ? focusable() : {})}
    >
      <View className={styles.title}>
        <Icon name={icons[kind]} />
        <View className={styles.words}>{title}</View>
      </View>
      {children && <View className={styles.more}>{children}</View>}
      {actions}
    </View>
  )
}
