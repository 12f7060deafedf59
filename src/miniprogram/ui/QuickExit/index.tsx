import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { pressable } from '../accessible'
import { Icon } from '../Icon'
import { countShifts } from './shifts'
import styles from './index.module.scss'

export interface QuickExitProps {
  /** First shows the neutral page, then clears. Runs at once, and again if it is pressed again. */
  onLeave: () => void
}

/**
 * 快速离开: always under the capsule, neutral dark, 60 dp. It does not wait for an earlier press, because
 * somebody in danger presses again. On H5 Shift three times does the same (GOV.UK, "Exit this page").
 */
export function QuickExit({ onLeave }: QuickExitProps) {
  useEffect(() => (process.env.TARO_ENV === 'weapp' ? undefined : countShifts(onLeave)), [onLeave])
  return (
    <View
      className={styles.exit}
      hoverClass={styles.pressed}
      {...pressable({ label: '快速离开，按一下就换页', onPress: onLeave })}
    >
      <Icon name="exit" />
      快速离开
    </View>
  )
}
