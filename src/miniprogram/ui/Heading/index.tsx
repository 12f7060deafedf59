import { View } from '@tarojs/components'
import { accessible, identified } from '../accessible'
import styles from './index.module.scss'

export interface HeadingProps {
  /** 1: the title of the page, once. 2: a section. 3: inside a card. */
  level: 1 | 2 | 3
  /** As small as inside a card although no section stands around it: readers must not miss a level. */
  small?: boolean
  id?: string
  children: string
}

/** A title that readers can jump to. */
export function Heading({ level, small, id, children }: HeadingProps) {
  return (
    <View
      className={small ? styles.h3 : styles[`h${level}`]}
      {...identified(id)}
      {...accessible({ role: 'heading', level })}
    >
      {children}
    </View>
  )
}
