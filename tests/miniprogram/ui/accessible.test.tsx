import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import { View } from '@tarojs/components'
import {
  accessible,
  accessibleImage,
  accessibleInput,
  decorative,
  mainContent,
  pressable,
} from '@/ui/accessible'

const onPress = jest.fn()

beforeEach(() => onPress.mockClear())
afterEach(() => {
  delete process.env.TARO_ENV
})

describe('on WeChat', () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'weapp'
  })

  test('the role is aria-role, states are words, and nothing of a browser travels along', () => {
    const { onClick, ...attributes } = pressable({ role: 'radio', checked: false, onPress })
    expect(attributes).toEqual({ 'aria-role': 'radio', 'aria-checked': 'false' })
    onClick?.()
    expect(onPress).toHaveBeenCalledTimes(1)
  })

  test('a disabled target never fires', () => {
    pressable({ disabled: true, onPress }).onClick?.()
    expect(onPress).not.toHaveBeenCalled()
  })

  test('names of inputs and pictures are attributes of their own', () => {
    expect(accessibleInput({ label: '姓名', invalid: true }, { inputMode: 'tel' })).toEqual({
      'aria-label': '姓名',
      'aria-invalid': 'true',
    })
    expect(accessibleImage('判决书的照片')).toEqual({ 'aria-role': 'img', 'aria-label': '判决书的照片' })
    expect(accessibleImage('')).toEqual({ 'aria-hidden': 'true' })
  })

  test('the covered page is hidden by an attribute that is there from the first render', () => {
    expect(mainContent(false)).toEqual({ 'aria-hidden': 'false' })
    expect(mainContent(true)).toEqual({ 'aria-hidden': 'true' })
  })
})

describe('on H5', () => {
  test('the role is role, and names of inputs and pictures go to the inner element', () => {
    expect(accessible({ role: 'heading', level: 1 })).toEqual({ role: 'heading', 'aria-level': '1' })
    expect(accessibleInput({ label: '姓名' }, { inputMode: 'tel' })).toEqual({
      nativeProps: { inputMode: 'tel', 'aria-label': '姓名' },
    })
    expect(accessibleImage('')).toEqual({ nativeProps: { alt: '' } })
    expect(decorative()).toEqual({ 'aria-hidden': 'true' })
    expect(mainContent(true)).toEqual({ role: 'main', inert: 'true' })
  })

  test('Enter and Space press, other keys and a held key do not', () => {
    render(<View {...pressable({ onPress })}>提交</View>)
    const target = screen.getByRole('button', { name: '提交' })
    expect(target.tabIndex).toBe(0)
    fireEvent.keyDown(target, { key: 'a' })
    fireEvent.keyDown(target, { key: 'Enter', repeat: true })
    expect(onPress).not.toHaveBeenCalled()
    fireEvent.keyDown(target, { key: 'Enter' })
    fireEvent.keyDown(target, { key: ' ' })
    expect(onPress).toHaveBeenCalledTimes(2)
  })

  test('Space does not scroll the page', () => {
    render(<View {...pressable({ onPress })}>提交</View>)
    const target = screen.getByRole('button')
    const space = createEvent.keyDown(target, { key: ' ' })
    fireEvent(target, space)
    expect(space.defaultPrevented).toBe(true)
  })

  test('a disabled target stays reachable, says so, and never fires', () => {
    render(<View {...pressable({ disabled: true, onPress })}>提交</View>)
    const target = screen.getByRole('button', { name: '提交' })
    fireEvent.click(target)
    fireEvent.keyDown(target, { key: 'Enter' })
    expect(onPress).not.toHaveBeenCalled()
    expect(target.getAttribute('aria-disabled')).toBe('true')
    expect(target.tabIndex).toBe(0)
  })
})
