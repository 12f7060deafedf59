import { View } from '@tarojs/components'
import { pressable } from '../accessible'
import { usePressOnce } from '../pressOnce'
import styles from './index.module.scss'

export interface QuoteProps {
  /** Verbatim from the policy; never shortened or mended. */
  children: string
  /** 第一部分（一） */
  clause: string
  /** The document is a 征求意见稿 and binds nobody yet. */
  draft?: boolean
  /** Opens the original at this place. */
  onOpen?: () => unknown
}

/** The policy in its own words, on sand with a thin bar. */
export function Quote({ children, clause, draft, onOpen }: QuoteProps) {
  const press = usePressOnce(() => onOpen?.())
  return (
    <View className={styles.quote}>
      <View className={styles.words}>{`“${children}”`}</View>
      <View className={styles.source}>{draft ? `${clause} · 征求意见稿` : clause}</View>
      {onOpen && (
        <View
          className={styles.open}
          hoverClass={styles.pressed}
          {...pressable({ role: 'link', label: `看原文，${clause}`, onPress: press })}
        >
          看原文
        </View>
      )}
    </View>
  )
}
