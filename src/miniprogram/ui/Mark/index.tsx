import { View } from '@tarojs/components'
import { decorative } from '../accessible'
import styles from './index.module.scss'

/** The mark of the service: three seeds around a fourth. White, for the blue header. */
export function Mark() {
  return <View className={styles.mark} {...decorative()} />
}
