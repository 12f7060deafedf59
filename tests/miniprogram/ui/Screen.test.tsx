import { fireEvent, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { Screen, type ScreenProps } from '@/ui/Screen'
import { Sheet } from '@/ui/Sheet'

const show = (props: Partial<ScreenProps>) => render(<Screen title="街道正在核对材料" {...props} />)

test('one heading of level 1, and the page is the main part', () => {
  show({ lead: '最晚3月18日有结果。' })
  expect(screen.getAllByRole('heading', { level: 1 }).map((title) => title.textContent)).toEqual([
    '街道正在核对材料',
  ])
  expect(screen.getByRole('main').textContent).toContain('最晚3月18日有结果。')
})

test('a header of its own takes the place of the title', () => {
  show({ header: <Heading level={1}>乌海童护</Heading> })
  expect(screen.getAllByRole('heading', { level: 1 }).map((title) => title.textContent)).toEqual(['乌海童护'])
})

test('font scale and 长辈版 hang on the root', () => {
  const { container } = show({ fontScale: 1.7, elder: true })
  const root = container.firstElementChild as HTMLElement
  expect(root.style.getPropertyValue('--font-scale')).toBe('1.7')
  expect(root.className.split(' ')).toEqual(expect.arrayContaining(['tokens', 'elder']))
})

test('with large text the buttons follow the content and no longer stay at the bottom', () => {
  const actions = <Button onPress={() => undefined}>下一步</Button>
  const bar = (fontScale: number) => {
    const { container, unmount } = show({ actions, fontScale })
    const names = container.querySelector('.actions')?.className
    unmount()
    return names
  }
  expect(bar(1)).toBe('actions stays')
  expect(bar(1.5)).toBe('actions')
})

test('没有网络时说清楚', () => {
  show({ offline: true })
  expect(screen.getByText('没有网络。已经填的都存在手机里。')).toBeTruthy()
})

test('an error is read at once, stands on top and takes the focus', () => {
  show({ error: '还有一题没选。' })
  expect(screen.getByRole('alert').textContent).toBe('还有一题没选。')
  expect(document.activeElement).toBe(screen.getByRole('alert'))
})

test('the live region is there before it has something to say', () => {
  const { rerender } = show({})
  const region = screen.getByRole('status')
  expect(region.textContent).toBe('')
  rerender(<Screen title="填表" announcement="已存在这台手机上。" />)
  expect(screen.getByRole('status')).toBe(region)
  expect(region.textContent).toBe('已存在这台手机上。')
})

test('help by phone stands at the end of the page, before the buttons', () => {
  show({
    numbers: [{ name: '政府热线', number: '12345' }],
    onCall: () => undefined,
    actions: <Button onPress={() => undefined}>下一步</Button>,
  })
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
    '12345 政府热线打电话',
    '下一步',
  ])
})

function Page() {
  const [open, setOpen] = useState(false)
  const sheet = (
    <Sheet title="删掉草稿吗？" onClose={() => setOpen(false)}>
      删掉就找不回来了。
    </Sheet>
  )
  return (
    <Screen
      title="我的"
      sheet={open ? sheet : undefined}
      actions={<Button onPress={() => setOpen(true)}>清除</Button>}
    />
  )
}

function openSheet() {
  render(<Page />)
  const opener = screen.getByRole('button', { name: '清除' })
  opener.focus()
  fireEvent.click(opener)
  return opener
}

test('an open sheet takes the focus and hides the page behind', () => {
  openSheet()
  expect(screen.getByRole('dialog', { name: '删掉草稿吗？' }).getAttribute('aria-modal')).toBe('true')
  expect(document.activeElement?.textContent).toBe('删掉草稿吗？')
  expect(document.querySelector('[role=main]')?.hasAttribute('inert')).toBe(true)
})

test.each([
  ['the close button', () => fireEvent.click(screen.getByRole('button', { name: '关闭' }))],
  ['Esc', () => fireEvent.keyDown(window, { key: 'Escape' })],
])('%s closes the sheet and gives the focus back', (_, close) => {
  const opener = openSheet()
  close()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.querySelector('[role=main]')?.hasAttribute('inert')).toBe(false)
  expect(document.activeElement).toBe(opener)
})

test('axe finds nothing on a whole page, with and without a sheet', async () => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  openSheet()
  const open = await axe.run(document.body)
  fireEvent.keyDown(window, { key: 'Escape' })
  const closed = await axe.run(document.body)
  expect([...open.violations, ...closed.violations].map(({ id }) => id)).toEqual([])
})
