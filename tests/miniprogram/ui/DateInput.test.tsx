import { fireEvent, render, screen } from '@testing-library/react'
import { DateInput } from '@/ui/DateInput'
import { readDate, typedDate } from '@/ui/DateInput/reading'

const today = '2026-03-18'
const birth = { past: true, age: true }
const read = (year: string, month: string, day: string, options = birth) =>
  readDate({ year, month, day }, today, options)

test.each([
  ['2016', '3', '5', '2016年3月5日，10岁'],
  ['2016', '03', '05', '2016年3月5日，10岁'],
  ['2016', '3', '19', '2016年3月19日，9岁'],
  ['2024', '2', '29', '2024年2月29日，2岁'],
  ['2026', '3', '18', '2026年3月18日，0岁'],
])('读得懂：%s年%s月%s日', (year, month, day, words) => {
  expect(read(year, month, day)).toMatchObject({ is: 'date', words })
})

test.each([
  ['2023', '2', '29', '2月只有28天，请再看看。'],
  ['2023', '13', '1', '月份是1到12，请再看看。'],
  ['2023', '4', '31', '4月只有30天，请再看看。'],
  ['2023', '4', '0', '4月只有30天，请再看看。'],
  ['16', '3', '5', '年份要写四位数，比如2016。'],
  ['2026', '3', '19', '这一天还没到，请再看看。'],
  ['2016', '三', '5', '日期只写数字。'],
])('说得清错在哪里：%s年%s月%s日', (year, month, day, words) => {
  expect(read(year, month, day)).toEqual({ is: 'wrong', words })
})

test('unfinished is neither right nor wrong', () => {
  expect(read('2016', '', '5')).toEqual({ is: 'unfinished' })
})

test('a date ahead is right where the future is allowed', () => {
  expect(read('2027', '1', '1', { past: false, age: false })).toEqual({
    is: 'date',
    date: '2027-01-01',
    words: '2027年1月1日',
  })
})

test('a stored date fills the three fields; nonsense fills none', () => {
  expect(typedDate('2016-03-05')).toEqual({ year: '2016', month: '3', day: '5' })
  expect(typedDate('2016-13-05')).toEqual({ year: '', month: '', day: '' })
})

const fill = (words: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: `出生日期，${words}` }), { target: { value } })

test('the date is told once it is complete, taken back when it breaks, and read back in words', () => {
  const onChange = jest.fn()
  render(<DateInput age label="出生日期" value={undefined} today={today} onChange={onChange} />)
  fill('年', '2016')
  fill('月', '3')
  expect(onChange).not.toHaveBeenCalled()
  fill('日', '5')
  expect(onChange).toHaveBeenLastCalledWith('2016-03-05')
  expect(screen.getByText('2016年3月5日，10岁')).toBeTruthy()
  fill('月', '')
  expect(onChange).toHaveBeenLastCalledWith(undefined)
  expect(onChange).toHaveBeenCalledTimes(2)
})

test('nobody is told of a mistake while still typing', () => {
  render(<DateInput label="出生日期" value={undefined} today={today} onChange={() => undefined} />)
  fill('年', '2016')
  fill('月', '13')
  fill('日', '5')
  expect(screen.queryByText('月份是1到12，请再看看。')).toBeNull()
  fireEvent.blur(screen.getByRole('textbox', { name: '出生日期，日' }))
  expect(screen.getByText('月份是1到12，请再看看。')).toBeTruthy()
})

test('a mistake that is being mended is not repeated', () => {
  render(<DateInput label="出生日期" value={undefined} today={today} onChange={() => undefined} />)
  fill('年', '2016')
  fill('月', '13')
  fill('日', '5')
  fireEvent.blur(screen.getByRole('textbox', { name: '出生日期，日' }))
  fill('月', '14')
  expect(screen.queryByText('月份是1到12，请再看看。')).toBeNull()
})
