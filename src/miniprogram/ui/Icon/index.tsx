import { View } from '@tarojs/components'
import { decorative } from '../accessible'
import { classNames } from '../classNames'
import styles from './index.module.scss'

export const iconNames = [
  'back',
  'bell',
  'book',
  'calendar',
  'camera',
  'check',
  'chevron',
  'clock',
  'close',
  'document',
  'edit',
  'error',
  'exit',
  'home',
  'info',
  'lock',
  'offline',
  'people',
  'person',
  'phone',
  'search',
  'text',
  'trash',
  'warning',
] as const
export type IconName = (typeof iconNames)[number]

export interface IconProps {
  name: IconName
  /** On a tinted square, as in entries. */
  tile?: 'blue' | 'red'
}

/** A line icon in the colour of the text around it, as tall as its line. Always silent: words stand beside it. */
export function Icon({ name, tile }: IconProps) {
  const look = tile ? [styles.tile, tile === 'red' && styles.red] : [styles.icon]
  return <View className={classNames(...look, styles[name])} {...decorative()} />
}
