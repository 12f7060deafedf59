import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { accessible } from '../accessible'
import { Row } from '../Choice/Row'
import choice from '../Choice/index.module.scss'
import { unknownValue } from '../Choice/selection'
import { FieldContext, useFieldMeaning } from '../Field/context'
import { TextInput } from '../TextInput'
import { type Area } from './area'
import styles from './index.module.scss'

export interface AreaPickerProps {
  /** The rows of one level, at most twenty or so: a longer list is several pages. */
  areas: readonly Area[]
  /** Code of the chosen row, or 'unknown'. */
  value: string | undefined
  onChange: (code: string) => void
  /** Finds places of every level by what is typed. Absent: a long list is narrowed to the names that hold it. */
  find?: (typed: string) => readonly Area[]
  /** Leads to the rest of a list of several pages; gone while something is typed. */
  more?: ReactNode
  /** Words of the unknown answer; tells the code 'unknown'. */
  unknown?: string
  /** Name, where no Field around asks the question. */
  label?: string
}

// A list longer than this gets a field to narrow it.
const longList = 12
// What is found is sent to the phone at every keystroke.
const mostFound = 5
// What is wrong with the answer is not wrong with what is typed: no red frame there.
const noField = {}
const findByName = '输入名字找'

/** A place by rows, one level a page: province, city, county, or street. No wheel picker: hands shake. */
export function AreaPicker({ areas, value, onChange, find, more, unknown, label }: AreaPickerProps) {
  const meaning = useFieldMeaning(label)
  const [typed, setTyped] = useState('')
  const narrow = (text: string) => areas.filter(({ name }) => name.includes(text))
  const found = typed ? (find ?? narrow)(typed) : undefined
  const shown = found ? found.slice(0, mostFound) : areas
  const row = (code: string, words: string) => (
    <Row key={code} words={words} several={false} chosen={code === value} onPress={() => onChange(code)} />
  )
  return (
    <View className={choice.choice} {...accessible({ role: 'radiogroup', ...meaning })}>
      {(find || areas.length > longList) && (
        <>
          <View className={styles.hint} {...accessible({ role: 'status', live: 'polite' })}>
            {found ? hintOf(found) : findByName}
          </View>
          <FieldContext.Provider value={noField}>
            <TextInput label={findByName} value="" onInput={setTyped} />
          </FieldContext.Provider>
        </>
      )}
      {shown.length > 0 && (
        <View className={choice.rows}>{shown.map(({ code, name }) => row(code, name))}</View>
      )}
      {/* In a box of its own: to take it out of the group would send the group again. */}
      {more && <View>{!found && more}</View>}
      {unknown && <View className={choice.rows}>{row(unknownValue, unknown)}</View>}
    </View>
  )
}

/** Read out as it changes: whoever does not see the rows hears whether there are any. */
function hintOf({ length }: readonly Area[]): string {
  if (length === 0) return '没有找到，请换个字试试。'
  return length > mostFound ? '还有别的，请再输入一个字。' : findByName
}
