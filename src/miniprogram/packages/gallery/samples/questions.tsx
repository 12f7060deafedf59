import { consentNotices, noticeSettings } from '@domain/application/consentNotices'
import { policySettings } from '@domain/policy/settings'
import { AreaPicker } from '@/ui/AreaPicker'
import { Choice } from '@/ui/Choice'
import { ConsentNotice } from '@/ui/ConsentNotice'
import { DateInput } from '@/ui/DateInput'
import { Field } from '@/ui/Field'
import { QuestionInput } from '@/ui/QuestionInput'
import { StepBar } from '@/ui/StepBar'
import { SummaryList } from '@/ui/SummaryList'
import { TextInput } from '@/ui/TextInput'
import { type Sample } from './sample'

const nothing = () => undefined
const today = '2026-03-18'

const father = [
  { value: 'present', words: '在身边，能照顾孩子' },
  { value: 'dead', words: '去世了' },
  { value: 'lost', words: '联系不上' },
  { value: 'restricted', words: '在服刑，或在强制戒毒', note: '判了6个月以上' },
]

const hardships = [
  { value: 'dibao', words: '家里有低保' },
  { value: 'disabled', words: '孩子有残疾证' },
  { value: 'none', words: '都没有', exclusive: true },
]

const districts = [
  { code: '150302', name: '海勃湾区' },
  { code: '150303', name: '海南区' },
  { code: '150304', name: '乌达区' },
]

const consent = (given: boolean | undefined, error?: string) => (
  <ConsentNotice
    notice={consentNotices.healthDocuments}
    told={noticeSettings(policySettings)}
    error={error}
    given={given}
    onAnswer={nothing}
  />
)

const choices: readonly Sample[] = [
  { component: 'ConsentNotice', state: '还没选', node: consent(undefined, '请选“同意”或者“不同意”。') },
  { component: 'ConsentNotice', state: '不同意', node: consent(false) },
  {
    component: 'Choice',
    state: '选一个，已选',
    node: (
      <Field question="孩子的爸爸现在怎么样？" help="选最符合的一项。不清楚也没关系。">
        <Choice options={father} unknown="不清楚" value="lost" onChange={nothing} />
      </Field>
    ),
  },
  {
    component: 'Choice',
    state: '没选，有提示',
    node: (
      <Field question="孩子的妈妈现在怎么样？" error="请选一项。不清楚就选“不清楚”。">
        <Choice options={father.slice(0, 2)} unknown="不清楚" value={undefined} onChange={nothing} />
      </Field>
    ),
  },
  {
    component: 'Choice',
    state: '可多选',
    node: (
      <Field question="有下面的情况吗？可多选">
        <Choice several options={hardships} unknown="不清楚" value={['dibao']} onChange={nothing} />
      </Field>
    ),
  },
]

const fields: readonly Sample[] = [
  {
    component: 'TextInput',
    state: '空',
    node: (
      <Field question="您的姓名" help="和身份证上一样。">
        <TextInput value="" onCommit={nothing} />
      </Field>
    ),
  },
  {
    component: 'TextInput',
    state: '填错',
    node: (
      <Field question="您的身份证号" error="身份证号少了一位，请再看看。">
        <TextInput kind="idcard" value="15030219700101123" onCommit={nothing} />
      </Field>
    ),
  },
  {
    component: 'TextInput',
    state: '带单位',
    node: (
      <Field question="判了多久？">
        <TextInput kind="number" unit="个月" value="8" onCommit={nothing} />
      </Field>
    ),
  },
  {
    component: 'TextInput',
    state: '长文字，可以不填',
    node: (
      <Field question="还有什么想说的" required={false}>
        <TextInput kind="long" value="" onCommit={nothing} />
      </Field>
    ),
  },
  {
    component: 'DateInput',
    state: '填好',
    node: (
      <Field question="孩子哪天出生？">
        <DateInput age value="2016-03-05" today={today} onChange={nothing} />
      </Field>
    ),
  },
  {
    component: 'DateInput',
    state: '空',
    node: (
      <Field question="哪天去世的？">
        <DateInput value={undefined} today={today} onChange={nothing} />
      </Field>
    ),
  },
  {
    component: 'DateInput',
    state: '还没到的一天',
    node: (
      <Field question="哪天登记的？">
        <DateInput value="2027-01-01" today={today} onChange={nothing} />
      </Field>
    ),
  },
  {
    component: 'AreaPicker',
    state: '选区',
    node: (
      <Field question="户口在哪里？">
        <AreaPicker areas={districts} value={undefined} unknown="不清楚" onChange={nothing} />
      </Field>
    ),
  },
  {
    component: 'AreaPicker',
    state: '按名字找，已选',
    node: (
      <Field question="现在住哪里？">
        <AreaPicker areas={districts} value="150303" find={() => districts} onChange={nothing} />
      </Field>
    ),
  },
]

const asked: readonly Sample[] = [
  {
    component: 'QuestionInput',
    state: '日期不清楚',
    node: (
      <Field question="孩子哪天出生？">
        <QuestionInput
          question={{ id: 'child.birthDate', title: '孩子哪天出生？', kind: 'date' }}
          answer={{ kind: 'unknown' }}
          onAnswer={nothing}
          today={today}
        />
      </Field>
    ),
  },
]

const progress: readonly Sample[] = [
  { component: 'StepBar', state: '第3步', node: <StepBar current={3} total={7} /> },
  {
    component: 'StepBar',
    state: '大约',
    node: <StepBar current={3} total={7} words="第 3 题，大约还有 4 题" />,
  },
  {
    component: 'SummaryList',
    state: '可改',
    node: (
      <SummaryList
        onChange={nothing}
        rows={[
          { id: 'name', question: '孩子的姓名', answer: '王小明' },
          { id: 'father', question: '孩子的爸爸', answer: '在服刑，判了8个月' },
          { id: 'photo', question: '户口本', answer: '', problem: '还没拍' },
        ]}
      />
    ),
  },
  {
    component: 'SummaryList',
    state: '只看',
    node: <SummaryList rows={[{ id: 'street', question: '受理街道', answer: '海勃湾区凤凰岭街道' }]} />,
  },
]

export const questionSamples: readonly Sample[] = [...choices, ...fields, ...asked, ...progress]
