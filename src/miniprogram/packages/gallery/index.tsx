import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Sheet } from '@/ui/Sheet'
import styles from './index.module.scss'
import { actionSamples } from './samples/actions'
import { wordSamples } from './samples/icons'
import { photoSamples } from './samples/photos'
import { questionSamples } from './samples/questions'
import { resultSamples } from './samples/results'

const samples = [...wordSamples, ...actionSamples, ...questionSamples, ...photoSamples, ...resultSamples]

const scales = [
  { value: '1', words: '标准' },
  { value: '1.25', words: '大' },
  { value: '1.5', words: '特大' },
  { value: '1.7', words: '最大' },
]

/** Every state of every component; part of development builds only (app.config.ts). */
export default function GalleryPage() {
  const [scale, setScale] = useState('1')
  const [elder, setElder] = useState(false)
  const [open, setOpen] = useState(false)
  const sheet = (
    <Sheet
      title="有新版本"
      onClose={() => setOpen(false)}
      actions={<Button onPress={() => setOpen(false)}>更新</Button>}
    >
      <Paragraph>更新后更好用，已经填的不会丢。</Paragraph>
    </Sheet>
  )
  return (
    <Screen
      title="全部组件"
      above="只在开发时出现"
      lead="每个组件的每种状态都在这里。"
      step={{ current: 3, total: 7 }}
      fontScale={Number(scale)}
      elder={elder}
      offline
      numbers={[{ name: '政府热线', number: '12345' }]}
      actions={
        <>
          <Button kind="plain" onPress={() => setElder(!elder)}>
            {elder ? '普通版' : '长辈版'}
          </Button>
          <Button onPress={() => setOpen(true)}>打开弹层</Button>
        </>
      }
      sheet={open ? sheet : undefined}
    >
      <Choice label="字号" options={scales} value={scale} onChange={setScale} />
      {samples.map(({ component, state, node }) => (
        <View key={component + state} className={styles.sample}>
          <Paragraph tone="quiet">{`${component} · ${state}`}</Paragraph>
          {node}
        </View>
      ))}
    </Screen>
  )
}
