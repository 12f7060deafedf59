import { useEffect, useRef, useState } from 'react'

interface Typed {
  detail: { value: string }
}
interface Box {
  value: string
}

/**
 * Lets a field keep what is typed by itself and still follow the stored answer.
 * A controlled Input renders its page on every key and can undo what is typed meanwhile. Here the text is pushed
 * into the element only when the answer changes from outside while nobody types. (Taro's runtime sends the text
 * of every `input` event by itself, about 60 bytes; measured.)
 * @returns properties for Input and Textarea of @tarojs/components
 */
export function useTypedText(
  value: string,
  onInput?: (text: string) => void,
  onCommit?: (text: string) => void,
) {
  const box = useRef<Box>(null)
  // Never changes: a new defaultValue would travel to the phone for nothing.
  const [first] = useState(value)
  const typed = useRef(value)
  const typing = useRef(false)

  useEffect(() => {
    if (typing.current || typed.current === value) return
    typed.current = value
    if (box.current) box.current.value = value
  }, [value])

  return {
    ref: box,
    defaultValue: first,
    onFocus: () => {
      typing.current = true
    },
    onInput: (event: Typed) => {
      typed.current = event.detail.value
      onInput?.(event.detail.value)
    },
    onBlur: (event: Typed) => {
      typing.current = false
      typed.current = event.detail.value
      onCommit?.(event.detail.value)
    },
  }
}
