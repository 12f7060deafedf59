import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { accessible } from '../accessible'
import { useFieldMeaning } from '../Field/context'
import { TextInput } from '../TextInput'
import { readDate, typedDate, type TypedDate } from './reading'
import styles from './index.module.scss'

export interface DateInputProps {
  /** ISO date, undefined while there is none. */
  value: string | undefined
  /** ISO date of today in 乌海. */
  today: string
  /** The new date, or undefined when what is typed is no date (yet). */
  onChange: (date: string | undefined) => void
  /** Reads the age back as well: for birth dates. */
  age?: boolean
  /** Dates that lie ahead are allowed. */
  future?: boolean
  /** Name, where no Field around asks the question. */
  label?: string
}

/** 年 月 日 as three number fields, read back in words so that a slip is seen. */
export function DateInput({ value, today, onChange, age = false, future = false, label }: DateInputProps) {
  const { label: question = '日期', describedBy } = useFieldMeaning(label)
  const [typed, setTyped] = useState(() => typedDate(value))
  const [left, setLeft] = useState(Boolean(value))
  const given = useRef(value)
  const reading = readDate(typed, today, { past: !future, age })

  const type = (name: keyof TypedDate, text: string) => {
    const next = { ...typed, [name]: text }
    setTyped(next)
    setLeft(false)
    const nextReading = readDate(next, today, { past: !future, age })
    const date = nextReading.is === 'date' ? nextReading.date : undefined
    if (date !== given.current) onChange(date)
    given.current = date
  }
  const field = (name: keyof TypedDate, words: string, length: number) => (
    <TextInput
      kind="number"
      label={`${question}，${words}`}
      maxLength={length}
      unit={words}
      value={typed[name]}
      onInput={(text) => type(name, text)}
      onCommit={() => setLeft(true)}
    />
  )
  const wrong = reading.is === 'wrong' && left
  return (
    <View className={styles.date} {...accessible({ role: 'group', label: question, describedBy })}>
      <View className={styles.fields}>
        <View className={styles.year}>{field('year', '年', 4)}</View>
        <View className={styles.rest}>
          {field('month', '月', 2)}
          {field('day', '日', 2)}
        </View>
      </View>
      <View className={wrong ? styles.wrong : styles.read} {...accessible({ live: 'polite' })}>
        {reading.is === 'date' || wrong ? reading.words : ''}
      </View>
    </View>
  )
}
