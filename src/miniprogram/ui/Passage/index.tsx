import { View } from '@tarojs/components'
import { identified } from '../accessible'
import styles from './index.module.scss'
import { piecesOf, type Range } from './pieces'

export interface PassageProps {
  /** A paragraph of a document, verbatim. */
  children: string
  /** Characters to mark, from `start` up to and without `end`; in any order. */
  marks?: readonly Range[]
  /** id of the first mark, so that the page can bring it into sight. */
  markId?: string
}

/** A paragraph of a document with the words marked that were quoted or searched for: shape and colour, both. */
export function Passage({ children, marks = [], markId }: PassageProps) {
  const pieces = piecesOf(children, marks)
  const first = pieces.findIndex(({ marked }) => marked)
  return (
    <View className={styles.passage}>
      {pieces.map(({ words, marked, start }, index) =>
        marked ? (
          <View key={start} className={styles.mark} {...identified(index === first ? markId : undefined)}>
            {words}
          </View>
        ) : (
          words
        ),
      )}
    </View>
  )
}
