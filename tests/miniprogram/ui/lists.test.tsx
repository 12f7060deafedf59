import { fireEvent, render, screen, within } from '@testing-library/react'
import { AreaPicker } from '@/ui/AreaPicker'
import { type Area } from '@/ui/AreaPicker/area'
import { CallBar } from '@/ui/CallBar'
import { Entry } from '@/ui/Entry'
import { QuickExit } from '@/ui/QuickExit'
import { Quote } from '@/ui/Quote'
import { SummaryList } from '@/ui/SummaryList'
import { Timeline } from '@/ui/Timeline'

const rows = () => screen.getAllByRole('radio').map((row) => row.textContent)

describe('AreaPicker', () => {
  const places: readonly Area[] = [
    { code: '150302', name: '海勃湾区' },
    { code: '150303', name: '海南区' },
  ]
  const many = Array.from({ length: 13 }, (_, index) => ({
    code: `1503020${10 + index}`,
    name: `${index}号街道`,
  }))
  const type = (text: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: '输入名字找' }), { target: { value: text } })

  test('a tap tells the code; the chosen row says so; a short list has no field', () => {
    const onChange = jest.fn()
    render(<AreaPicker label="户口" areas={places} value="150302" onChange={onChange} />)
    expect(rows()).toEqual(['海勃湾区', '海南区'])
    expect(screen.getByRole('radio', { name: '海勃湾区' }).getAttribute('aria-checked')).toBe('true')
    fireEvent.click(screen.getByRole('radio', { name: '海南区' }))
    expect(onChange).toHaveBeenLastCalledWith('150303')
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('a long list can be narrowed by name', () => {
    render(<AreaPicker label="户口" areas={many} value={undefined} onChange={() => undefined} />)
    type('12')
    expect(rows()).toEqual(['12号街道'])
    type('没有')
    expect(screen.queryAllByRole('radio')).toEqual([])
    expect(screen.getByRole('status').textContent).toBe('没有找到，请换个字试试。')
    type('')
    expect(rows()).toHaveLength(13)
  })

  test('what is typed is looked for where the page says; a few are shown, and that there are more', () => {
    const find = jest.fn((typed: string) => many.filter(({ name }) => name.startsWith(typed)))
    const onChange = jest.fn()
    render(<AreaPicker label="户口" areas={places} value="150302" find={find} onChange={onChange} />)
    expect(rows()).toEqual(['海勃湾区', '海南区'])
    expect(find).not.toHaveBeenCalled()
    type('1')
    expect(rows()).toEqual(['1号街道', '10号街道', '11号街道', '12号街道'])
    expect(screen.getByRole('status').textContent).toBe('输入名字找')
    fireEvent.click(screen.getByRole('radio', { name: '11号街道' }))
    expect(onChange).toHaveBeenCalledWith('150302021')
    find.mockReturnValue(many)
    type('号')
    expect(rows()).toHaveLength(5)
    expect(screen.getByRole('status').textContent).toBe('还有别的，请再输入一个字。')
  })

  test('不清楚 is a row of its own, also beside what is found', () => {
    const onChange = jest.fn()
    render(<AreaPicker label="户口" areas={many} value={undefined} unknown="不清楚" onChange={onChange} />)
    type('没有')
    fireEvent.click(screen.getByRole('radio', { name: '不清楚' }))
    expect(onChange).toHaveBeenCalledWith('unknown')
  })
})

describe('CallBar', () => {
  const onCall = jest.fn()
  const numbers = [
    { name: '政府热线', number: '12345', note: '24小时' },
    { name: '市民政局' },
    { name: '街道', number: '0473-0000000', sample: true },
  ]
  beforeEach(() => {
    onCall.mockClear()
    render(<CallBar numbers={numbers} onCall={onCall} />)
  })

  test('a published number is called', () => {
    fireEvent.click(screen.getByRole('button', { name: /12345 政府热线/ }))
    expect(onCall).toHaveBeenCalledWith('12345')
  })

  test('示例的、没公布的号码不能拨打', () => {
    expect(screen.getAllByRole('button')).toHaveLength(1)
    fireEvent.click(screen.getByText(/0473-0000000/))
    fireEvent.click(screen.getByText(/市民政局/))
    expect(onCall).not.toHaveBeenCalled()
    expect(screen.getByText('示例号码，不能拨打')).toBeTruthy()
    expect(screen.getByText('电话还没有公布')).toBeTruthy()
  })
})

describe('Entry that only tells', () => {
  test('is no button and carries its state', () => {
    render(
      <Entry
        title="义务教育生活补助"
        note="现在：可以申请"
        tag={{ tone: 'needed', words: '变成：这次不符合' }}
      />,
    )
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('变成：这次不符合')).toBeTruthy()
  })
})

describe('QuickExit', () => {
  test('leaves at the first tap and at every further one', () => {
    const onLeave = jest.fn()
    render(<QuickExit onLeave={onLeave} />)
    const exit = screen.getByRole('button', { name: '快速离开，按一下就换页' })
    fireEvent.click(exit)
    fireEvent.click(exit)
    expect(onLeave).toHaveBeenCalledTimes(2)
  })

  test('Shift three times leaves, other keys between do not count', () => {
    const onLeave = jest.fn()
    const { unmount } = render(<QuickExit onLeave={onLeave} />)
    const keys = (...names: string[]) => names.forEach((key) => fireEvent.keyDown(window, { key }))
    keys('Shift', 'Shift', 'a', 'Shift', 'Shift')
    expect(onLeave).not.toHaveBeenCalled()
    keys('Shift')
    expect(onLeave).toHaveBeenCalledTimes(1)
    unmount()
    keys('Shift', 'Shift', 'Shift')
    expect(onLeave).toHaveBeenCalledTimes(1)
  })
})

test('Entry: the whole row is one button with all its words', () => {
  const onPress = jest.fn()
  render(<Entry title="孩子有危险？" end="打 110" onPress={onPress} />)
  fireEvent.click(screen.getByText('打 110'))
  expect(onPress).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button').textContent).toBe('孩子有危险？打 110')
})

test('SummaryList: every answer has its own 修改; a missing answer says so', () => {
  const onChange = jest.fn()
  render(
    <SummaryList
      onChange={onChange}
      rows={[
        { id: 'a', question: '姓名', answer: '王小明' },
        { id: 'b', question: '户口本', answer: '', problem: '还没拍' },
      ]}
    />,
  )
  fireEvent.click(screen.getByRole('button', { name: '修改，户口本' }))
  expect(onChange).toHaveBeenCalledWith('b')
  expect(screen.getByText('还没填')).toBeTruthy()
})

test('Quote: the words of the policy as they are, and that it is a draft', () => {
  const onOpen = jest.fn()
  render(
    <Quote clause="第一部分（一）" draft onOpen={onOpen}>
      全面落实保障制度
    </Quote>,
  )
  expect(screen.getByText('“全面落实保障制度”')).toBeTruthy()
  expect(screen.getByText('第一部分（一） · 征求意见稿')).toBeTruthy()
  fireEvent.click(screen.getByRole('link', { name: '看原文，第一部分（一）' }))
  expect(onOpen).toHaveBeenCalledTimes(1)
})

test('Timeline: the state of each row is said in words', () => {
  render(
    <Timeline
      rows={[
        { id: '2', when: '今天', what: '需要您补材料', state: 'needed' },
        { id: '1', when: '3月9日', what: '您提交了申请', state: 'done' },
      ]}
    />,
  )
  const items = within(screen.getByRole('list', { name: '办理经过' })).getAllByRole('listitem')
  expect(items.map((item) => item.firstElementChild?.textContent)).toEqual([
    '今天 ·\u00a0需要您处理',
    '3月9日 ·\u00a0已完成',
  ])
})
