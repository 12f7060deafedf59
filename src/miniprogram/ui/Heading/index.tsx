import { View } from '@tarojs/components'
import { accessible, identified } from '../accessible'
import styles from './index.module.scss'

export interface HeadingProps {
  /** 1: the title of the page, once. 2: a section. 3: inside a card. */
  level: 1 | 2 | 3
  id?: string
  children: string
}

/** A title that readers can jump to. */
export function Heading({ level, id, children }: HeadingProps) {
  return (
    <View className={styles[`h${level}`]} {...identified(id)} {...accessible({ role: 'heading', level })}>
      {children}
    </View>
  )
}
