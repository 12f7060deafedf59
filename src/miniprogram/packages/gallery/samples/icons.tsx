import { View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Icon, iconNames } from '@/ui/Icon'
import { Paragraph } from '@/ui/Paragraph'
import { type Sample } from './sample'
import styles from '../index.module.scss'

export const wordSamples: readonly Sample[] = [
  {
    component: 'Icon',
    state: '全部',
    node: (
      <View className={styles.icons}>
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
        <Icon name="home" tile="blue" />
        <Icon name="phone" tile="red" />
      </View>
    ),
  },
  { component: 'Heading', state: '第二级', node: <Heading level={2}>街道正在核对材料</Heading> },
  {
    component: 'Paragraph',
    state: '四种',
    node: (
      <Card>
        <Paragraph tone="quiet">最晚这一天有结果</Paragraph>
        <Paragraph tone="figure">3月18日 星期三</Paragraph>
        <Paragraph tone="strong">15个工作日，用了6个</Paragraph>
        <Paragraph>周末和假日不算。</Paragraph>
      </Card>
    ),
  },
  {
    component: 'Card',
    state: '需要您处理',
    node: (
      <Card kind="needed">
        <Paragraph tone="strong">王*明：户口本再拍一张</Paragraph>
        <Paragraph>边上没拍全，3月12日前交</Paragraph>
      </Card>
    ),
  },
]
