import { useRef, useState } from 'react'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'
import { texts } from '../texts'

/** Looks through the text on the phone; what is typed goes nowhere. */
export function SearchBox({ words }: { words: string }) {
  // Not a state: a keystroke must not render the page.
  const typed = useRef(words)
  const [error, setError] = useState<string>()
  const find = () => {
    const search = typed.current.trim()
    if (search === '') return setError(texts.noWords)
    return open('policy', { search })
  }
  return (
    <>
      <Field question={texts.search} help={texts.searchHelp} error={error}>
        <TextInput value={words} maxLength={20} onInput={(value) => (typed.current = value)} />
      </Field>
      <Button kind="plain" icon="search" onPress={find}>
        {texts.find}
      </Button>
    </>
  )
}
