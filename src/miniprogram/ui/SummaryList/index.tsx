import { View } from '@tarojs/components'
import { pressable } from '../accessible'
import { classNames } from '../classNames'
import { usePressOnce } from '../pressOnce'
import styles from './index.module.scss'

export interface SummaryRow {
  id: string
  question: string
  /** Several lines are allowed: 已拍 2 张. Empty: 还没填. */
  answer: string
  /** Something is missing or wrong here. */
  problem?: string
}

export interface SummaryListProps {
  rows: readonly SummaryRow[]
  /** Absent: read only. */
  onChange?: (id: string) => unknown
}

/** Questions with their answers, each with 修改. */
export function SummaryList({ rows, onChange }: SummaryListProps) {
  return (
    <View className={styles.list}>
      {rows.map((row) => (
        <Answer key={row.id} {...row} onChange={onChange} />
      ))}
    </View>
  )
}

function Answer({
  id,
  question,
  answer,
  problem,
  onChange,
}: SummaryRow & Pick<SummaryListProps, 'onChange'>) {
  const press = usePressOnce(() => onChange?.(id))
  return (
    <View className={styles.row}>
      <View className={styles.words}>
        <View className={styles.question}>{question}</View>
        <View className={styles.answer}>{answer || '还没填'}</View>
        {problem && <View className={styles.problem}>{problem}</View>}
      </View>
      {onChange && (
        <View
          className={classNames(styles.change)}
          hoverClass={styles.pressed}
          {...pressable({ label: `修改，${question}`, onPress: press })}
        >
          修改
        </View>
      )}
    </View>
  )
}
