import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Passage } from '@/ui/Passage'
import { Quote } from '@/ui/Quote'
import { ResultCard } from '@/ui/ResultCard'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { Timeline } from '@/ui/Timeline'
import { type Sample } from './sample'

const nothing = () => undefined
const sentence = '全面落实孤儿和事实无人抚养儿童基本生活保障制度'
const clause = '第一部分（一）'

export const resultSamples: readonly Sample[] = [
  {
    component: 'Notice',
    state: '说明',
    node: (
      <Notice kind="info" title="初步判断，以部门认定为准。">
        依据是征求意见稿。
      </Notice>
    ),
  },
  {
    component: 'Notice',
    state: '要您处理',
    node: (
      <Notice
        kind="warning"
        title="户口本要再拍一张。"
        actions={
          <Button kind="plain" onPress={nothing}>
            去补拍
          </Button>
        }
      >
        边上没拍全，3月12日前交。
      </Notice>
    ),
  },
  {
    component: 'Notice',
    state: '出错',
    node: (
      <Notice kind="error" title="照片没传上。">
        网络好了会自动再传。
      </Notice>
    ),
  },
  { component: 'Notice', state: '做好了', node: <Notice kind="success" title="已存在这台手机上。" /> },
  {
    component: 'Notice',
    state: '没有网络',
    node: <Notice kind="offline" title="没有网络。已经填的都存在手机里。" />,
  },
  { component: 'Tag', state: '做好了', node: <Tag tone="done">可以申请</Tag> },
  { component: 'Tag', state: '要您处理', node: <Tag tone="needed">需要您处理</Tag> },
  { component: 'Tag', state: '在办', node: <Tag tone="going">正在核对</Tag> },
  { component: 'Tag', state: '安静', node: <Tag tone="quiet">还要再确认</Tag> },
  { component: 'Tag', state: '没成', node: <Tag tone="failed">没传上</Tag> },
  {
    component: 'Quote',
    state: '征求意见稿',
    node: (
      <Quote clause={clause} draft onOpen={nothing}>
        {sentence}
      </Quote>
    ),
  },
  { component: 'Quote', state: '没有链接', node: <Quote clause={clause}>{sentence}</Quote> },
  {
    component: 'Passage',
    state: '标出引用的话',
    node: <Passage marks={[{ start: 4, end: 13 }]}>{sentence}</Passage>,
  },
  { component: 'Passage', state: '没有标', node: <Passage>{sentence}</Passage> },
  {
    component: 'Entry',
    state: '几项结果',
    node: (
      <Card kind="rows">
        <Entry title="爱心妈妈" note="有人关心孩子，陪着长大。" onPress={nothing} />
        <Entry
          title="儿童基本生活费"
          note="差一个回答：孩子妈妈判了多久？"
          tag={{ tone: 'going', words: '2027年2月20日起' }}
          onPress={nothing}
        />
      </Card>
    ),
  },
  {
    component: 'ResultCard',
    state: '可以申请',
    node: (
      <Section title="现在可以申请" count={1}>
        <ResultCard
          tone="done"
          tag="可以申请"
          title="基本生活补贴"
          reasons={['爸爸在服刑，判了8个月；妈妈是肢体二级残疾。', '两个人都没办法照顾孩子。']}
          quotes={[{ words: sentence, clause, draft: true, onOpen: nothing }]}
          actions={
            <>
              <Button onPress={nothing}>去申请</Button>
              <Button kind="plain" onPress={nothing}>
                看要带什么
              </Button>
            </>
          }
        />
      </Section>
    ),
  },
  {
    component: 'Timeline',
    state: '在办',
    node: (
      <Timeline
        rows={[
          { id: '4', when: '今天', what: '需要您补材料', who: '户口本要再拍一张', state: 'needed' },
          { id: '3', when: '3月11日', what: '街道正在核对', who: '海勃湾区凤凰岭街道', state: 'now' },
          { id: '2', when: '3月10日', what: '街道收下了您的材料', state: 'done' },
          { id: '1', when: '3月9日 20:14', what: '您撤回了申请', state: 'stopped' },
        ]}
      />
    ),
  },
]
