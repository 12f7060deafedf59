import { View } from '@tarojs/components'
import { classNames } from '../classNames'
import { Icon, type IconName } from '../Icon'
import styles from './index.module.scss'

export type TagTone = 'done' | 'needed' | 'going' | 'quiet' | 'failed'

export interface TagProps {
  tone: TagTone
  /** 已收到 */
  children: string
}

// The shape differs as well as the colour: nobody has to tell green from amber.
const icons: Readonly<Record<TagTone, IconName>> = {
  done: 'check',
  needed: 'warning',
  going: 'clock',
  quiet: 'info',
  failed: 'error',
}

/** A state in two to six characters, with its own shape. */
export function Tag({ tone, children }: TagProps) {
  return (
    <View className={classNames(styles.tag, styles[tone])}>
      <Icon name={icons[tone]} />
      {children}
    </View>
  )
}
