import { View } from '@tarojs/components'
import { pressable } from '../accessible'
import { classNames } from '../classNames'
import { Icon } from '../Icon'
import { usePressOnce } from '../pressOnce'
import styles from './index.module.scss'

/** A phone number as published. Only a number with a source that is no sample can be called. */
export interface CallNumber {
  /** 市民政局 */
  name: string
  /** Absent: not published yet. */
  number?: string
  /** 工作日 9:00–17:00, only where published. */
  note?: string
  /** 示例: shown, marked, never dialled. */
  sample?: boolean
}

export interface CallBarProps {
  numbers: readonly CallNumber[]
  onCall: (number: string) => unknown
  title?: string
}

/** Help by phone, at the end of every page and in the same place. */
export function CallBar({ numbers, onCall, title = '有问题可以打电话' }: CallBarProps) {
  return (
    <View className={styles.bar}>
      <View className={styles.title}>{title}</View>
      {numbers.map((number) => (
        <CallRow key={number.name} {...number} onCall={onCall} />
      ))}
    </View>
  )
}

function CallRow({ name, number, note, sample, onCall }: CallNumber & Pick<CallBarProps, 'onCall'>) {
  const press = usePressOnce(() => number && onCall(number))
  const words = [number, name].filter(Boolean).join(' ')
  if (!number || sample)
    return (
      <View className={styles.row}>
        <View className={styles.words}>
          {words}
          <View className={styles.note}>{number ? '示例号码，不能拨打' : '电话还没有公布'}</View>
        </View>
      </View>
    )
  return (
    <View
      className={classNames(styles.row, styles.open)}
      hoverClass={styles.pressed}
      {...pressable({ onPress: press })}
    >
      <Icon name="phone" />
      <View className={styles.words}>
        {words}
        {note && <View className={styles.note}>{note}</View>}
      </View>
      <View className={styles.end}>打电话</View>
    </View>
  )
}
