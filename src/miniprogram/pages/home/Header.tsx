import { View } from '@tarojs/components'
import { useState } from 'react'
import { topEdge } from '@/platform/appearance'
import { Heading } from '@/ui/Heading'
import { Mark } from '@/ui/Mark'
import styles from './Header.module.scss'
import { texts } from './texts'

// Where WeChat tells nothing of its capsule, as in a browser.
const barePadding = 20

/** The blue header: the page runs under WeChat's capsule, its name stands in line with it. */
export function Header() {
  const [{ capsule, statusBar }] = useState(topEdge)
  const paddingTop = `${capsule ? capsule.top : statusBar + barePadding}px`
  return (
    <View className={styles.header} style={{ paddingTop }}>
      <View className={styles.line}>
        <Mark />
        <Heading level={1}>{texts.name}</Heading>
      </View>
      <View className={styles.sentence}>{texts.sentence}</View>
    </View>
  )
}
