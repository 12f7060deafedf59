import { Input, Textarea, View } from '@tarojs/components'
import { accessibleInput, type NativeAttributes } from '../accessible'
import { classNames } from '../classNames'
import { useFieldMeaning } from '../Field/context'
import styles from './index.module.scss'
import { useTypedText } from './typedText'

export type TextKind = 'text' | 'number' | 'idcard' | 'phone' | 'long'

export interface TextInputProps {
  /** The stored answer. The field keeps what is typed itself; a new value from outside replaces it. */
  value: string
  /** Each keystroke, for the draft. Keep it in a store or ref: a state of the page would render on every key. */
  onInput?: (value: string) => void
  /** When the field is left. */
  onCommit?: (value: string) => void
  kind?: TextKind
  /** Always set: Taro cuts at 140 without a word. Defaults: idcard 18, phone 11, number 10, text 40, long 300. */
  maxLength?: number
  /** Name, where no Field around asks the question. */
  label?: string
  /** Unit behind the field: 个月. */
  unit?: string
}

interface Keyboard {
  type: 'text' | 'number' | 'idcard'
  maxLength: number
  native: NativeAttributes
}

const isWeapp = () => process.env.TARO_ENV === 'weapp'

// On H5 the type stays text: a number field of a browser drops leading zeros and steps when scrolled.
const keyboards: Readonly<Record<TextKind, Keyboard>> = {
  text: { type: 'text', maxLength: 40, native: {} },
  number: { type: 'number', maxLength: 10, native: { inputMode: 'numeric' } },
  idcard: { type: 'idcard', maxLength: 18, native: { autoCapitalize: 'characters' } },
  phone: { type: 'number', maxLength: 11, native: { inputMode: 'tel', autoComplete: 'tel' } },
  long: { type: 'text', maxLength: 300, native: {} },
}

/** One field of text. Uncontrolled: a keystroke renders nothing. */
export function TextInput({
  value,
  onInput,
  onCommit,
  kind = 'text',
  maxLength,
  label,
  unit,
}: TextInputProps) {
  const meaning = useFieldMeaning(label)
  const typed = useTypedText(value, onInput, onCommit)
  const keyboard = keyboards[kind]
  const limit = maxLength ?? keyboard.maxLength
  const attributes = accessibleInput(meaning, keyboard.native)
  const frame = classNames(styles.box, meaning.invalid && styles.wrong)
  if (kind === 'long')
    return (
      <>
        <Textarea className={classNames(frame, styles.long)} maxlength={limit} {...typed} {...attributes} />
        <View className={styles.unit}>最多写 {limit} 个字。</View>
      </>
    )
  const box = (
    <Input
      className={frame}
      type={isWeapp() ? keyboard.type : 'text'}
      maxlength={limit}
      cursorSpacing={120}
      {...typed}
      {...attributes}
    />
  )
  if (!unit) return box
  return (
    <View className={styles.line}>
      {box}
      <View className={styles.unit}>{unit}</View>
    </View>
  )
}
