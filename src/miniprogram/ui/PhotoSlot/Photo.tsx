import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { accessible, accessibleImage } from '../accessible'
import { Button } from '../Button'
import { Icon } from '../Icon'
import { type PressHandler } from '../pressOnce'
import { Tag } from '../Tag'
import { photoWords, type SlotPhoto } from './photo'
import styles from './index.module.scss'

export interface PhotoActions {
  onRetake: (id: string) => unknown
  onRemove: (id: string) => unknown
  /** 再传一次, after a failure. */
  onRetry: (id: string) => unknown
  /** 仍要使用, after a doubt. */
  onKeep: (id: string) => unknown
  /** Opens the picture large. */
  onLook?: (id: string) => unknown
}

type Act = (action: (id: string) => unknown) => PressHandler

/** One photo with its state; `name` is the paper, with its page where there are several. */
export function Photo({ photo, name, ...actions }: PhotoActions & { photo: SlotPhoto; name: string }) {
  const [asking, setAsking] = useState(false)
  const words = photoWords(photo.state)
  const act: Act = (action) => () => action(photo.id)
  return (
    <View className={styles.photo}>
      <View className={styles.seen}>
        {photo.preview ? (
          <Image
            className={styles.picture}
            src={photo.preview}
            mode="aspectFill"
            {...accessibleImage(`${name}的照片`)}
          />
        ) : (
          <View className={styles.picture}>
            <Icon name="document" />
          </View>
        )}
        <View className={styles.state} {...accessible({ live: 'polite' })}>
          <Tag tone={words.tone}>{words.tag}</Tag>
          {words.more && <View className={styles.more}>{words.more}</View>}
        </View>
      </View>
      {photo.doubt && (
        <View className={styles.doubt} {...accessible({ role: 'alert' })}>
          {photo.doubt}
        </View>
      )}
      {asking ? (
        <Removal name={name} onRemove={act(actions.onRemove)} onStay={() => setAsking(false)} />
      ) : (
        <Offers photo={photo} name={name} act={act} actions={actions} onRemove={() => setAsking(true)} />
      )}
    </View>
  )
}

interface OfferProps {
  photo: SlotPhoto
  name: string
  act: Act
  actions: PhotoActions
  onRemove: () => void
}

/** What asks to be decided stands in a row of its own; the rest follows quietly. */
function Offers({ photo, name, act, actions, onRemove }: OfferProps) {
  const { is } = photo.state
  const mayRetry = is === 'failed' || (is === 'waiting' && photo.state.words !== undefined)
  const retake = act(actions.onRetake)
  const offer = (words: string, kind: 'main' | 'plain' | 'link', onPress: PressHandler) => (
    <Button kind={kind} label={`${words}，${name}`} onPress={onPress}>
      {words}
    </Button>
  )
  return (
    <>
      {mayRetry && <View className={styles.offers}>{offer('再传一次', 'main', act(actions.onRetry))}</View>}
      {photo.doubt && (
        <View className={styles.offers}>
          {offer('仍要使用', 'plain', act(actions.onKeep))}
          {offer('重拍', 'main', retake)}
        </View>
      )}
      <View className={styles.offers}>
        {!photo.doubt && offer('重拍', 'plain', retake)}
        {actions.onLook && photo.preview && offer('看大图', 'link', act(actions.onLook))}
        {offer('删除', 'link', onRemove)}
      </View>
    </>
  )
}

function Removal({ name, onRemove, onStay }: { name: string; onRemove: PressHandler; onStay: () => void }) {
  return (
    <View className={styles.removal} {...accessible({ role: 'group', label: `删掉这张照片，${name}` })}>
      <View className={styles.ask} {...accessible({ role: 'alert' })}>
        删掉这张照片吗？
      </View>
      <View className={styles.offers}>
        <Button kind="plain" label={`留着，${name}`} onPress={onStay}>
          留着
        </Button>
        <Button kind="plain" label={`删掉，${name}`} onPress={onRemove}>
          删掉
        </Button>
      </View>
    </View>
  )
}
