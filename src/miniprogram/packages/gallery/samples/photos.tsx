import { PaperAtWindow } from '@/ui/PaperAtWindow'
import { PhotoSlot, type PhotoSlotProps } from '@/ui/PhotoSlot'
import { type PhotoState } from '@/ui/PhotoSlot/photo'
import { type Sample } from './sample'

const nothing = () => undefined

const preview =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='400' height='300'%3E%3Crect width='400' height='300' fill='%23cfdcf0'/%3E%3Cpath d='M40 60h180M40 110h300M40 160h260M40 210h200' stroke='%235c7db8' stroke-width='16'/%3E%3C/svg%3E"

const slot = (props: Partial<PhotoSlotProps>) => (
  <PhotoSlot
    name="爸爸的判决书"
    why="因为您说孩子爸爸在服刑"
    photos={[]}
    onTake={nothing}
    onRetake={nothing}
    onRemove={nothing}
    onRetry={nothing}
    onKeep={nothing}
    {...props}
  />
)

const photographed: readonly (readonly [string, PhotoState])[] = [
  ['等待', { is: 'waiting' }],
  ['上传中', { is: 'uploading', percent: 40 }],
  ['已收到', { is: 'received' }],
  ['没传上', { is: 'failed' }],
]

export const photoSamples: readonly Sample[] = [
  { component: 'PhotoSlot', state: '还没拍', node: slot({ onLater: nothing }) },
  { component: 'PhotoSlot', state: '以后再交', node: slot({ later: true, onLater: nothing }) },
  { component: 'PhotoSlot', state: '要求重拍', node: slot({ asked: '边上没拍全，请再拍一张。' }) },
  ...photographed.map(([state, photo]) => ({
    component: 'PhotoSlot',
    state,
    node: slot({ photos: [{ id: 'a', preview, state: photo }], onLook: nothing }),
  })),
  {
    component: 'PhotoSlot',
    state: '有点模糊',
    node: slot({
      photos: [{ id: 'a', preview, state: { is: 'waiting' }, doubt: '有点模糊，字看不清。' }],
      onLook: nothing,
    }),
  },
  {
    component: 'PaperAtWindow',
    state: '不拍',
    node: <PaperAtWindow name="妈妈的残疾人证" why="因为您说孩子妈妈有残疾" where="街道（镇）" />,
  },
  {
    component: 'PhotoSlot',
    state: '两张',
    node: slot({
      name: '户口本',
      why: undefined,
      most: 3,
      photos: [
        { id: 'a', preview, state: { is: 'received' } },
        { id: 'b', state: { is: 'waiting' } },
      ],
    }),
  },
]
