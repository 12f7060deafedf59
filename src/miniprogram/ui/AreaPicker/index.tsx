import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible, pressable } from '../accessible'
import { Row } from '../Choice/Row'
import choice from '../Choice/index.module.scss'
import { useFieldMeaning } from '../Field/context'
import { Paragraph } from '../Paragraph'
import { TextInput } from '../TextInput'
import { pathTo, type Area } from './area'
import styles from './index.module.scss'

export interface AreaPickerProps {
  areas: readonly Area[]
  /** Code of the chosen area, of any level. */
  value: string | undefined
  /** Each level tells its code as soon as it is chosen; the page decides whether that is fine enough. */
  onChange: (code: string | undefined) => void
  /** Words of the unknown answer; tells the code 'unknown'. */
  unknown?: string
  /** Name, where no Field around asks the question. */
  label?: string
}

// A list longer than this gets a field to narrow it.
const longList = 12
const findByName = '输入名字找'

/** A place by rows, level by level: province or district, then street. No wheel picker: hands shake. */
export function AreaPicker({ areas, value, onChange, unknown, label }: AreaPickerProps) {
  const meaning = useFieldMeaning(label)
  const path = pathTo(areas, value)
  const last = path[path.length - 1]
  const parent = last?.areas ? last : path[path.length - 2]
  const list = parent?.areas ?? areas
  const above = last?.areas ? path : path.slice(0, -1)
  const [wanted, setWanted] = useState('')
  const shown = wanted ? list.filter((area) => area.name.includes(wanted)) : list
  const choose = (code: string | undefined) => {
    setWanted('')
    onChange(code)
  }
  return (
    <View className={choice.choice} {...accessible({ role: 'radiogroup', ...meaning })}>
      {above.map((area, depth) => (
        <ChosenArea key={area.code} name={area.name} onChange={() => choose(above[depth - 1]?.code)} />
      ))}
      {list.length > longList && (
        <>
          <Paragraph tone="quiet">{findByName}</Paragraph>
          <TextInput key={parent?.code ?? ''} label={findByName} value="" onInput={setWanted} />
        </>
      )}
      <View className={choice.rows}>
        {shown.map(({ code, name }) => (
          <Row key={code} words={name} several={false} chosen={code === value} onPress={() => choose(code)} />
        ))}
      </View>
      {!shown.length && <View className={styles.none}>没有找到，请换个字试试。</View>}
      {unknown && (
        <View className={choice.rows}>
          <Row
            words={unknown}
            several={false}
            chosen={value === 'unknown'}
            onPress={() => choose('unknown')}
          />
        </View>
      )}
    </View>
  )
}

function ChosenArea({ name, onChange }: { name: string; onChange: () => void }) {
  return (
    <View className={styles.chosen} hoverClass={styles.pressed} {...pressable({ onPress: onChange })}>
      {name}
      <View className={styles.change}>改选</View>
    </View>
  )
}
