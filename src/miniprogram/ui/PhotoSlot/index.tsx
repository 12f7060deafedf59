import { View } from '@tarojs/components'
import { accessible } from '../accessible'
import { Button } from '../Button'
import { classNames } from '../classNames'
import { Heading } from '../Heading'
import { Tag } from '../Tag'
import { Photo, type PhotoActions } from './Photo'
import { type SlotPhoto } from './photo'
import styles from './index.module.scss'

export interface PhotoSlotProps extends PhotoActions {
  /** 爸爸的判决书 */
  name: string
  /** 因为您说孩子爸爸在服刑 */
  why?: string
  photos: readonly SlotPhoto[]
  /** Most photos of this paper; 1 to 3. */
  most?: number
  onTake: () => unknown
  /** 从相册选: offered only where given. */
  onChoose?: () => unknown
  /** The paper will be handed in later. */
  later?: boolean
  /** Offered only where the paper may come later; `later` says the new choice. */
  onLater?: (later: boolean) => unknown
  /** Why it has to be taken again, in the words of the office. */
  asked?: string
}

const needsFamily = (photo: SlotPhoto) => photo.doubt !== undefined || photo.state.is === 'failed'

/** One paper: its name, why it is needed, its photos and what can be done. */
export function PhotoSlot(props: PhotoSlotProps) {
  const { name, why, photos, most = 1, onTake, onChoose, later, onLater, asked } = props
  const mayChoose = photos.length < most && onChoose
  const mayWait = !photos.length && !later && onLater
  const called = (index: number) => (photos.length > 1 ? `${name}第${index + 1}张` : name)
  return (
    <View
      className={classNames(styles.slot, photos.some(needsFamily) && styles.needed)}
      {...accessible({ role: 'group', label: name })}
    >
      <Heading level={2} small>
        {name}
      </Heading>
      {why && <View className={styles.more}>{why}</View>}
      {asked && <View className={styles.asked}>{asked}</View>}
      {photos.map((photo, index) => (
        <Photo key={photo.id} {...props} photo={photo} name={called(index)} />
      ))}
      {!photos.length && later && <Tag tone="quiet">以后再交</Tag>}
      {photos.length < most && (
        <Button
          kind={photos.length || later ? 'plain' : 'main'}
          icon="camera"
          label={`${photos.length ? '再拍一张' : '拍照'}，${name}`}
          onPress={onTake}
        >
          {photos.length ? '再拍一张' : '拍照'}
        </Button>
      )}
      {(mayChoose || mayWait) && (
        <View className={styles.offers}>
          {mayChoose && (
            <Button kind="link" label={`从相册选，${name}`} onPress={onChoose}>
              从相册选
            </Button>
          )}
          {mayWait && (
            <Button kind="link" label={`材料稍后补，${name}`} onPress={() => onLater(true)}>
              材料稍后补
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
