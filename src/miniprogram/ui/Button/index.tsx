import { View } from '@tarojs/components'
import { useId } from 'react'
import { pressable } from '../accessible'
import { classNames } from '../classNames'
import { Icon, type IconName } from '../Icon'
import { type PressHandler, usePressOnce } from '../pressOnce'
import styles from './index.module.scss'

export interface ButtonProps {
  /** The verb that happens: 提交申请. */
  children: string
  /** Return the promise of what was started: until it settles, further taps do nothing. */
  onPress: PressHandler
  kind?: 'main' | 'plain' | 'danger' | 'link'
  icon?: IconName
  /** Words shown while it runs (正在提交…); taps do nothing. */
  busy?: string
  /** One sentence why it cannot be used now; taps do nothing. */
  disabledBecause?: string
  /** Longer name for readers where the words alone say too little: 重拍户口本. Begins with the words shown. */
  label?: string
}

/** A button of full width, 60 dp high. A View and not Taro's Button: that fires although disabled on H5. */
export function Button(props: ButtonProps) {
  const { children, kind = 'main', icon, busy, disabledBecause, label } = props
  const reason = useId()
  const press = usePressOnce(props.onPress)
  const disabled = Boolean(busy ?? disabledBecause)
  const attributes = pressable({
    label: busy ?? label,
    disabled,
    describedBy: disabledBecause ? reason : undefined,
    onPress: press,
  })
  return (
    <>
      <View
        className={classNames(styles.button, styles[kind], disabled && styles.still)}
        hoverClass={disabled ? 'none' : styles.pressed}
        {...attributes}
      >
        {icon && <Icon name={icon} />}
        {busy ?? children}
      </View>
      {disabledBecause && (
        <View id={reason} className={styles.reason}>
          {disabledBecause}
        </View>
      )}
    </>
  )
}
