import { View } from '@tarojs/components'
import { decorative } from '../accessible'
import styles from './index.module.scss'

export interface StepBarProps {
  current: number
  total: number
  /** Instead of 第 3 步，共 7 步: 第3题，大约还有4题. */
  words?: string
}

/** How far along, in words and as a bar; the words carry the meaning. */
export function StepBar({ current, total, words }: StepBarProps) {
  const share = Math.round((Math.min(current, total) / Math.max(total, 1)) * 100)
  return (
    <View className={styles.steps}>
      <View className={styles.track} {...decorative()}>
        <View className={styles.done} style={{ width: `${share}%` }} />
      </View>
      <View className={styles.words}>{words ?? `第 ${current} 步，共 ${total} 步`}</View>
    </View>
  )
}
