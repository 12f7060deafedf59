import { View } from '@tarojs/components'
import { pressable } from '../accessible'
import { classNames } from '../classNames'
import { Icon, type IconName } from '../Icon'
import { type PressHandler, usePressOnce } from '../pressOnce'
import { Tag, type TagTone } from '../Tag'
import styles from './index.module.scss'

export interface EntryProps {
  title: string
  /** One quieter line. */
  note?: string
  /** A state in a few characters below the words, where the rows of one list differ in it. */
  tag?: { tone: TagTone; words: string }
  icon?: IconName
  /** danger: red words and icon, only where a child may be in danger. */
  tone?: 'plain' | 'danger'
  /** Words at the end instead of the arrow: 打 110. */
  end?: string
  /** Absent: the row only tells, and leads nowhere. */
  onPress?: PressHandler
}

/** A row of 76 dp that leads somewhere, or only tells; several stand in one `Card kind="rows"`. */
export function Entry({ title, note, tag, icon, tone = 'plain', end, onPress }: EntryProps) {
  const press = usePressOnce(() => onPress?.())
  return (
    <View
      className={classNames(
        styles.entry,
        tone === 'danger' && styles.danger,
        onPress && !end && styles.leads,
      )}
      {...(onPress && { hoverClass: styles.pressed, ...pressable({ onPress: press }) })}
    >
      {icon && <Icon name={icon} tile={tone === 'danger' ? 'red' : 'blue'} />}
      <View className={styles.words}>
        {title}
        {note && <View className={styles.note}>{note}</View>}
        {tag && <Tag tone={tag.tone}>{tag.words}</Tag>}
      </View>
      {end && <View className={styles.end}>{end}</View>}
    </View>
  )
}
