import { act, fireEvent, render, screen } from '@testing-library/react'
import CheckPage from '@/packages/eligibility/check'
import { hasSavedChecker, reopenChecker, saveChecker, useChecker } from '@/stores/checker'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { clearPhone } from '@/stores/clearing'
import { network, phone } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/network', () => jest.requireActual('../support/phone').network)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(true),
}))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: jest.fn() }))
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))

const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }))
const pick = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const pickUnknown = () => {
  const row =
    screen.queryByRole('radio', { name: '不清楚' }) ?? screen.getByRole('checkbox', { name: '不清楚' })
  fireEvent.click(row)
}
const press = async (name: string) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}
const title = () => screen.getByRole('heading', { level: 1 }).textContent

/** A page is replaced by the next: the test opens a new one, as the platform does. */
async function openPage(): Promise<void> {
  document.body.innerHTML = ''
  await act(async () => void render(<CheckPage />))
}

async function answerWith(choice: () => void, button = '下一步'): Promise<void> {
  choice()
  await press(button)
  await openPage()
}

beforeEach(async () => {
  phone.reset()
  act(() => useChecker.getState().forget())
  await openPage()
})

/** Answers 不清楚 until the wanted question is asked; none of the others decides it. */
async function skipTo(question: string): Promise<void> {
  for (let page = 0; page < 30 && title() !== question; page += 1) await answerWith(pickUnknown)
  expect(title()).toBe(question)
}

const rareQuestion = '有没有下面这些情况？'
const fatherQuestion = '孩子爸爸现在是什么情况？'

test('第一题：少见的情况一页问完，每个选项都能点，“不清楚”也在', () => {
  expect(title()).toBe(rareQuestion)
  expect(screen.getByRole('checkbox', { name: '孩子有残疾证' })).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: '以上都没有' })).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: '不清楚' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '上一步' })).toBeNull()
  expect(screen.getByRole('button', { name: '不答了' })).toBeTruthy()
})

test('哪一题都不问、也不提那个特殊的病', async () => {
  for (let page = 0; page < 40 && phone.moves[phone.moves.length - 1] !== 'replace result'; page += 1) {
    expect(document.body.textContent).not.toMatch(/HIV|艾滋/)
    await answerWith(pickUnknown)
  }
  expect(phone.moves[phone.moves.length - 1]).toBe('replace result')
})

test('没有选就按下一步：说明白，停在这一页', async () => {
  await press('下一步')
  expect(screen.getByRole('alert').textContent).toBe('还没有选。不知道就选“不清楚”。')
  expect(phone.moves).toEqual([])
})

test('选了就去下一题；下一题是新的一页', async () => {
  await answerWith(() => tick('以上都没有'))
  expect(phone.moves).toEqual(['replace check'])
  expect(title()).not.toBe(rareQuestion)
})

test('上一步：原来选的还选着；这一页选了一半的也不丢', async () => {
  await answerWith(() => tick('以上都没有'))
  await skipTo(fatherQuestion)
  await answerWith(() => tick('去世了'), '上一步')
  await press('下一步')
  await openPage()
  expect(title()).toBe(fatherQuestion)
  expect(screen.getByRole('checkbox', { name: '去世了' }).getAttribute('aria-checked')).toBe('true')
})

test('离开再回来：停在原来那一题，选了的还在', async () => {
  await answerWith(() => tick('以上都没有'))
  await skipTo(fatherQuestion)
  tick('有残疾证')
  await openPage()
  expect(title()).toBe(fatherQuestion)
  expect(screen.getByRole('checkbox', { name: '有残疾证' }).getAttribute('aria-checked')).toBe('true')
})

test('改成别的情况，后面不适用的题就不算了', async () => {
  await answerWith(() => tick('以上都没有'))
  await skipTo(fatherQuestion)
  const { position } = useChecker.getState()
  await answerWith(() => tick('在服刑'))
  await skipTo('孩子爸爸判了多久？')
  await answerWith(() => pick('6个月或更长'))
  expect(checkerAnswers()['father.imprisonedTerm']).toBeDefined()
  act(() => useChecker.getState().goTo(position))
  await openPage()
  tick('在服刑')
  await answerWith(() => tick('去世了'))
  expect(checkerAnswers()['father.imprisonedTerm']).toBeUndefined()
})

test('从头到尾不上网，也什么都不存', async () => {
  await answerWith(() => tick('以上都没有'))
  await skipTo(fatherQuestion)
  await answerWith(() => tick('去世了'))
  expect(network.request).not.toHaveBeenCalled()
  expect(network.upload).not.toHaveBeenCalled()
  expect(phone.kept.size).toBe(0)
})

describe('保存是家里人自己按的', () => {
  test('存了以后能接着用；清除以后就没有了', async () => {
    await answerWith(() => tick('以上都没有'))
    expect(await saveChecker()).toBe('stored')
    act(() => useChecker.getState().forget())
    expect(checkerAnswers()).toEqual({})
    expect(await reopenChecker()).toBe(true)
    expect(checkerAnswers()).toEqual({ 'family.circumstances': { kind: 'choice', values: ['none'] } })
    await clearPhone()
    expect(checkerAnswers()).toEqual({})
    expect(await hasSavedChecker()).toBe(false)
  })

  test('下次打开第一题，问要不要接着用', async () => {
    await answerWith(() => tick('以上都没有'))
    const next = title()
    await saveChecker()
    act(() => useChecker.getState().forget())
    await openPage()
    await press('用上次的答案')
    await openPage()
    expect(title()).toBe(next)
  })

  test('存的东西坏了：当作没有存', async () => {
    for (const broken of ['x', {}, { answers: null }, { answers: { 'no.such': 1 } }]) {
      phone.kept.set('checker', broken)
      expect(await reopenChecker()).toBe(false)
      expect(checkerAnswers()).toEqual({})
    }
  })

  test('手机满了：说没存上', async () => {
    await answerWith(() => tick('以上都没有'))
    phone.isFull = true
    expect(await saveChecker()).toBe('full')
  })
})

describe('户口在哪里', () => {
  const toHukou = async () => {
    await answerWith(() => tick('户口在外地，人在乌海'))
    await skipTo('孩子的户口在哪里？')
  }

  test('外省：再问一页是哪个省，答的就是那个省', async () => {
    await toHukou()
    await answerWith(() => pick('外省'))
    expect(title()).toBe('孩子的户口在哪个省？')
    await answerWith(() => pick('宁夏回族自治区'))
    expect(checkerAnswers()['child.hukou']).toEqual({ kind: 'division', value: '640000' })
  })

  test('从省份那页按上一步，回到户口那页', async () => {
    await toHukou()
    await answerWith(() => pick('外省'))
    await press('上一步')
    await openPage()
    expect(title()).toBe('孩子的户口在哪里？')
  })
})
