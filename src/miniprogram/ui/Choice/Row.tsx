import { View } from '@tarojs/components'
import { pressable } from '../accessible'
import { classNames } from '../classNames'
import styles from './index.module.scss'

export interface RowProps {
  words: string
  note?: string
  chosen: boolean
  several: boolean
  onPress: () => void
}

/** The whole row is the target; ring, dot and tick are drawn by its pseudo-elements and cost no node. */
export function Row({ words, note, chosen, several, onPress }: RowProps) {
  return (
    <View
      className={classNames(styles.row, several && styles.box, chosen && styles.on)}
      hoverClass={styles.pressed}
      {...pressable({ role: several ? 'checkbox' : 'radio', checked: chosen, onPress })}
    >
      {words}
      {note && <View className={styles.note}>{note}</View>}
    </View>
  )
}
