import { Button } from '@/ui/Button'
import { CallBar } from '@/ui/CallBar'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { QuickExit } from '@/ui/QuickExit'
import { type Sample } from './sample'

const nothing = () => undefined

export const actionSamples: readonly Sample[] = [
  { component: 'Button', state: '主要', node: <Button onPress={nothing}>提交申请</Button> },
  {
    component: 'Button',
    state: '普通',
    node: (
      <Button kind="plain" onPress={nothing}>
        上一步
      </Button>
    ),
  },
  {
    component: 'Button',
    state: '危险',
    node: (
      <Button kind="danger" icon="phone" onPress={nothing}>
        打 110
      </Button>
    ),
  },
  {
    component: 'Button',
    state: '链接',
    node: (
      <Button kind="link" onPress={nothing}>
        材料稍后补
      </Button>
    ),
  },
  {
    component: 'Button',
    state: '正在做',
    node: (
      <Button busy="正在提交…" onPress={nothing}>
        提交申请
      </Button>
    ),
  },
  {
    component: 'Button',
    state: '现在不能用',
    node: (
      <Button disabledBecause="还差一张照片，拍好就能提交。" onPress={nothing}>
        提交申请
      </Button>
    ),
  },
  {
    component: 'Entry',
    state: '一组',
    node: (
      <Card kind="rows">
        <Entry icon="search" title="看看能领什么" note="点几下就知道，不用登录" onPress={nothing} />
        <Entry icon="document" title="我要申请" note="拍照交材料，外地户口也能办" onPress={nothing} />
        <Entry title="意外伤害保险" onPress={nothing} />
      </Card>
    ),
  },
  {
    component: 'Entry',
    state: '危险',
    node: (
      <Card kind="danger">
        <Entry tone="danger" icon="phone" title="孩子有危险？" end="打 110" onPress={nothing} />
      </Card>
    ),
  },
  {
    component: 'CallBar',
    state: '能打、没公布、示例',
    node: (
      <CallBar
        onCall={nothing}
        numbers={[
          { name: '政府热线', number: '12345' },
          { name: '市民政局' },
          { name: '街道', number: '0473-0000000', sample: true },
        ]}
      />
    ),
  },
  { component: 'QuickExit', state: '平常', node: <QuickExit onLeave={nothing} /> },
]
