import { View } from '@tarojs/components'
import { accessible } from '../accessible'
import { useFieldMeaning } from '../Field/context'
import { Row } from './Row'
import { toggled, unknownValue, type Option } from './selection'
import styles from './index.module.scss'

interface Shared<Value extends string> {
  options: readonly Option<Value>[]
  /** Words of the unknown answer, set apart and as large as the rest (不清楚); its value is 'unknown'. */
  unknown?: string
  /** Name, where no Field around asks the question. */
  label?: string
}

export type ChoiceProps<Value extends string> = Shared<Value> &
  (
    | { several?: false; value: Value | 'unknown' | undefined; onChange: (value: Value | 'unknown') => void }
    | {
        several: true
        value: readonly (Value | 'unknown')[]
        onChange: (value: readonly (Value | 'unknown')[]) => void
      }
  )

/** One answer or several, in rows of 62 dp. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { options, unknown, several = false, label } = props
  const { invalid, ...meaning } = useFieldMeaning(label)
  const exclusive = [
    unknownValue,
    ...options.filter((option) => option.exclusive).map((option) => option.value),
  ] as readonly (Value | 'unknown')[]
  const isChosen = (value: Value | 'unknown') =>
    props.several ? props.value.includes(value) : props.value === value
  const press = (value: Value | 'unknown') =>
    props.several ? props.onChange(toggled(props.value, value, exclusive)) : props.onChange(value)
  const row = (value: Value | 'unknown', words: string, note?: string) => (
    <Row
      key={value}
      words={words}
      note={note}
      several={several}
      chosen={isChosen(value)}
      onPress={() => press(value)}
    />
  )
  // A group cannot be invalid or required; only a group of radios can (WAI-ARIA 1.2).
  const group = several
    ? { role: 'group' as const, label: meaning.label, describedBy: meaning.describedBy }
    : { role: 'radiogroup' as const, ...meaning, invalid }
  return (
    <View className={styles.choice} {...accessible(group)}>
      <View className={styles.rows}>{options.map(({ value, words, note }) => row(value, words, note))}</View>
      {unknown && <View className={styles.rows}>{row('unknown', unknown)}</View>}
    </View>
  )
}
