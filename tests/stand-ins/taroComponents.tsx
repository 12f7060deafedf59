import {
  type ChangeEvent,
  type FocusEvent,
  forwardRef,
  type HTMLAttributes,
  type ReactNode,
  type Ref,
} from 'react'

// Plain HTML in place of Taro's custom elements, with events in Taro's shape (event.detail.value) and, as on
// H5, names of inputs through nativeProps only.

type Given = Record<string, unknown> & { children?: ReactNode }

const taroOnly: readonly string[] = ['hoverClass', 'cursorSpacing', 'mode', 'position', 'round', 'show']

function forHtml(props: Given): HTMLAttributes<HTMLElement> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !taroOnly.includes(name)))
}

const element = (Tag: 'div' | 'span' | 'button' | 'label' | 'form') =>
  forwardRef(function StandIn(props: Given, ref: Ref<never>) {
    return <Tag {...forHtml(props)} ref={ref} />
  })

export const View = element('div')
export const Text = element('span')
export const Button = element('button')
export const Label = element('label')
export const Form = element('form')
export const ScrollView = element('div')

/** Shows its children only while `show`; leaving is the platform's back gesture. */
export function PageContainer({ show, children }: { show?: boolean; children?: ReactNode }) {
  return show ? <div>{children}</div> : null
}

interface Picture {
  src: string
  className?: string
  nativeProps?: { alt?: string }
}

export function Image({ src, className, nativeProps }: Picture) {
  return <img src={src} className={className} {...nativeProps} />
}

interface Typing {
  className?: string
  defaultValue?: string
  value?: string
  type?: string
  maxlength?: number
  nativeProps?: Record<string, string>
  onInput?: (event: { detail: { value: string } }) => void
  onFocus?: () => void
  onBlur?: (event: { detail: { value: string } }) => void
}

const withDetail =
  (handler: ((event: { detail: { value: string } }) => void) | undefined) =>
  (
    event:
      | ChangeEvent<HTMLInputElement | HTMLTextAreaElement>
      | FocusEvent<HTMLInputElement | HTMLTextAreaElement>,
  ) =>
    handler?.({ detail: { value: event.target.value } })

const typing = ({
  className,
  defaultValue,
  value,
  maxlength,
  nativeProps,
  onInput,
  onFocus,
  onBlur,
}: Typing) => ({
  className,
  maxLength: maxlength ?? 140,
  ...(value === undefined ? { defaultValue } : { value }),
  ...nativeProps,
  onChange: withDetail(onInput),
  onFocus: () => onFocus?.(),
  onBlur: withDetail(onBlur),
})

export const Input = forwardRef(function Input(props: Typing, ref: Ref<HTMLInputElement>) {
  return <input type={props.type ?? 'text'} {...typing(props)} ref={ref} />
})

export const Textarea = forwardRef(function Textarea(props: Typing, ref: Ref<HTMLTextAreaElement>) {
  return <textarea {...typing(props)} ref={ref} />
})

interface Switching {
  checked?: boolean
  nativeProps?: Record<string, string>
  onChange?: (event: { detail: { value: boolean } }) => void
}

export function Switch({ checked, nativeProps, onChange }: Switching) {
  return (
    <input
      type="checkbox"
      checked={checked ?? false}
      {...nativeProps}
      onChange={(event) => onChange?.({ detail: { value: event.target.checked } })}
    />
  )
}

interface Picking {
  range: readonly string[]
  value?: number
  onChange?: (event: { detail: { value: number } }) => void
}

export function Picker({ range, value, onChange }: Picking) {
  return (
    <select value={value} onChange={(event) => onChange?.({ detail: { value: Number(event.target.value) } })}>
      {range.map((words, index) => (
        <option key={words} value={index}>
          {words}
        </option>
      ))}
    </select>
  )
}
