import { type KeyboardEvent } from 'react'

export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listitem'
  | 'radio'
  | 'radiogroup'
  | 'status'

/** What a screen reader is told about one element. */
export interface Meaning {
  role?: Role
  /** The name, only where the words inside are not the name; it begins with them. */
  label?: string
  level?: 1 | 2 | 3
  checked?: boolean
  disabled?: boolean
  expanded?: boolean
  required?: boolean
  invalid?: boolean
  modal?: boolean
  /** Read out when it changes. */
  live?: 'polite' | 'assertive'
  /** id of the element that explains this one. */
  describedBy?: string
}

type AttributeName =
  | 'aria-checked'
  | 'aria-describedby'
  | 'aria-disabled'
  | 'aria-expanded'
  | 'aria-hidden'
  | 'aria-invalid'
  | 'aria-label'
  | 'aria-level'
  | 'aria-live'
  | 'aria-modal'
  | 'aria-required'
  | 'aria-role'
  | 'inert'
  | 'role'

/** Attributes to spread on a component of @tarojs/components. */
export type Attributes = Partial<Record<AttributeName, string>>

export interface PressHandlers {
  tabIndex?: number
  onClick?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}

// The build replaces process.env.TARO_ENV by a constant, so each target carries its own half only.
const isWeapp = () => process.env.TARO_ENV === 'weapp'

const attributeNames: readonly (readonly [Exclude<keyof Meaning, 'role'>, AttributeName])[] = [
  ['label', 'aria-label'],
  ['level', 'aria-level'],
  ['checked', 'aria-checked'],
  ['disabled', 'aria-disabled'],
  ['expanded', 'aria-expanded'],
  ['required', 'aria-required'],
  ['invalid', 'aria-invalid'],
  ['modal', 'aria-modal'],
  ['live', 'aria-live'],
  ['describedBy', 'aria-describedby'],
]

function ariaAttributes(meaning: Meaning): Attributes {
  const attributes: Attributes = {}
  for (const [name, attribute] of attributeNames) {
    const value = meaning[name]
    if (value !== undefined) attributes[attribute] = String(value)
  }
  return attributes
}

/**
 * Role, name and state for something that is not tapped.
 * WeChat knows the role as `aria-role`, a browser as `role`. Give every attribute from the first render:
 * a weapp view that gains one later stays on the template without it.
 */
export function accessible(meaning: Meaning): Attributes {
  const attributes = ariaAttributes(meaning)
  if (meaning.role) attributes[isWeapp() ? 'aria-role' : 'role'] = meaning.role
  return attributes
}

const pressKeys: readonly string[] = ['Enter', ' ']
const arrows: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

// In a group of radios people expect the arrows. They move the focus only: an answer is saved as soon as it
// is chosen, so passing over a row must not choose it.
function moveAlongRadios(event: KeyboardEvent, step: 1 | -1): void {
  const here = event.currentTarget as HTMLElement
  const group = here.closest('[role=radiogroup]')
  if (!group) return
  const rows = Array.from(group.querySelectorAll<HTMLElement>('[role=radio]'))
  event.preventDefault()
  rows[(rows.indexOf(here) + step + rows.length) % rows.length]?.focus()
}

/**
 * Role, name, state and handlers for something that is tapped; the only way a component becomes pressable.
 * On H5 Taro's elements are no tab stops, ignore Enter and Space, and fire although disabled (measured), so all
 * three are done here. Disabled targets stay reachable: a reader must be able to hear why.
 */
export function pressable(meaning: Meaning & { onPress: () => void }): Attributes & PressHandlers {
  const press = () => {
    if (!meaning.disabled) meaning.onPress()
  }
  const attributes = accessible({ role: 'button', ...meaning })
  if (isWeapp()) return { ...attributes, onClick: press }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = arrows[event.key]
    if (step && meaning.role === 'radio') return moveAlongRadios(event, step)
    if (!pressKeys.includes(event.key)) return
    event.preventDefault()
    if (!event.repeat) press()
  }
  return { ...attributes, tabIndex: 0, onClick: press, onKeyDown }
}

/** For shapes without meaning. An empty weapp view is silent by itself; there the attribute is only weight. */
export function decorative(): Attributes {
  return isWeapp() ? {} : { 'aria-hidden': 'true' }
}

/**
 * The page itself, as opposed to an overlay. `covered` hides it: from readers on weapp; from readers, keyboard and
 * taps on H5.
 */
export function mainContent(covered: boolean): Attributes {
  if (isWeapp()) return { 'aria-hidden': String(covered) }
  return covered ? { role: 'main', inert: 'true' } : { role: 'main' }
}

/** Lets a title take the focus when it appears, without being a tab stop. H5 only. */
export function focusable(): { tabIndex?: number } {
  return isWeapp() ? {} : { tabIndex: -1 }
}

/** An id only where there is one: Taro's H5 elements would carry id="undefined". */
export function identified(id: string | undefined): { id?: string } {
  return id ? { id } : {}
}

/** Extra attributes that only the inner input of H5 understands. */
export type NativeAttributes = Readonly<Record<string, string>>

/**
 * Name and state for Input and Textarea. On H5 Taro's element wraps the real input, and only `nativeProps`
 * reaches that (axe: label, critical, without it).
 */
export function accessibleInput(
  meaning: Meaning,
  native: NativeAttributes = {},
): Attributes | { nativeProps: Record<string, string> } {
  if (isWeapp()) return ariaAttributes(meaning)
  return { nativeProps: { ...native, ...ariaAttributes(meaning) } }
}

/** Name of a picture on H5 comes from the inner img; an empty name marks decoration. */
export function accessibleImage(label: string): Attributes | { nativeProps: Record<string, string> } {
  if (isWeapp()) return label ? { 'aria-role': 'img', 'aria-label': label } : { 'aria-hidden': 'true' }
  return { nativeProps: { alt: label } }
}
