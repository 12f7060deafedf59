import { View } from '@tarojs/components'
import { accessible } from '../accessible'
import { classNames } from '../classNames'
import styles from './index.module.scss'

export interface TimelineRow {
  id: string
  /** 3月9日 20:14 */
  when: string
  /** 街道正在核对材料 */
  what: string
  /** Who, or one more sentence. */
  who?: string
  /** now: where the case is; needed: waits for the family; done; stopped: refused or withdrawn. */
  state: 'now' | 'needed' | 'done' | 'stopped'
}

export interface TimelineProps {
  /** Newest first. */
  rows: readonly TimelineRow[]
}

// Said as well as drawn: nobody has to tell a ring from a disc, or green from amber.
const stateWords: Readonly<Record<TimelineRow['state'], string>> = {
  now: '现在',
  needed: '需要您处理',
  done: '已完成',
  stopped: '已结束',
}

/** The course of a case as dated sentences on a line. */
export function Timeline({ rows }: TimelineProps) {
  return (
    <View className={styles.line} {...accessible({ role: 'list', label: '办理经过' })}>
      {rows.map(({ id, when, what, who, state }) => (
        <View
          key={id}
          className={classNames(styles.row, styles[state])}
          {...accessible({ role: 'listitem' })}
        >
          <View className={styles.when}>{`${when} ·\u00a0${stateWords[state]}`}</View>
          <View className={styles.what}>{what}</View>
          {who && <View className={styles.who}>{who}</View>}
        </View>
      ))}
    </View>
  )
}
