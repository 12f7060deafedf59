import { type PublishedSetting } from '@domain/policy/publishedSettings'
import { defaultSettings, policySettings } from '@domain/policy/settings'
import { policy } from '@domain/policy/version'
import type * as TheCases from '@/stores/cases'
import type * as TheChecker from '@/stores/checker'
import type * as TheClearing from '@/stores/clearing'
import type * as TheConnection from '@/stores/connection'
import type * as TheFamilyRecords from '@/stores/familyRecords'
import type * as TheSettings from '@/stores/settings'
import type * as TheCopy from '@/stores/settingsCopy'
import { phone, sealedStorage as mockSealedStorage, storage as mockStorage } from '../support/phone'
import {
  connection as mockConnection,
  lost,
  network as mockNetwork,
  offline,
  ok,
  refusal,
  server,
  settled,
} from '../support/server'

const mockClock = { now: '2026-11-24T02:00:00.000Z' }

const mockNextQuestion = jest.fn((_answers: object, _around: object) => undefined)

jest.mock('@domain/eligibility/nextQuestion', () => ({ nextQuestion: mockNextQuestion }))
jest.mock('@/platform/storage', () => mockStorage)
jest.mock('@/platform/sealedStorage', () => mockSealedStorage)
jest.mock('@/platform/network', () => mockNetwork)
jest.mock('@/platform/connection', () => mockConnection)
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve('id') }))
jest.mock('@/platform/clock', () => ({ now: () => mockClock.now, today: () => mockClock.now.slice(0, 10) }))

const path = '/api/v1/settings'
const sixMonths: PublishedSetting = {
  key: 'gradualExitMonths',
  value: 6,
  state: 'published',
  source: '乌民发〔2026〕12号',
  date: '2026-11-20',
}
const answer = (version: string, ...settings: unknown[]) => ({
  policyVersion: policy.version,
  version: version.repeat(16),
  settings,
})
const six = answer('a', sixMonths)
const twelve = answer('b', { ...sixMonths, value: 12 })

type Launched = typeof TheSettings &
  typeof TheCopy &
  Pick<typeof TheCases, 'refreshCases'> &
  Pick<typeof TheClearing, 'clearPhone'> &
  Pick<typeof TheFamilyRecords, 'keysOfFamily'> &
  Pick<typeof TheConnection, 'useConnection'>

/** The program as it starts, with what the phone has kept. */
function launch(): Launched {
  let program: Launched | undefined
  jest.isolateModules(() => {
    program = {
      ...jest.requireActual<typeof TheSettings>('@/stores/settings'),
      ...jest.requireActual<typeof TheCopy>('@/stores/settingsCopy'),
      ...jest.requireActual<typeof TheCases>('@/stores/cases'),
      ...jest.requireActual<typeof TheClearing>('@/stores/clearing'),
      ...jest.requireActual<typeof TheFamilyRecords>('@/stores/familyRecords'),
      ...jest.requireActual<typeof TheConnection>('@/stores/connection'),
    }
  })
  if (!program) throw new Error('not loaded')
  return program
}

const asked = () => server.callsTo(path)
const atHour = (hour: number) => (mockClock.now = new Date(Date.UTC(2026, 10, 24, hour)).toISOString())

beforeEach(() => {
  phone.reset()
  server.reset()
  server.replies['/api/v1/applications'] = [ok(200, { cases: [] })]
  server.replies[path] = [ok(200, six)]
  atHour(2)
})

describe('判断从来不上网', () => {
  test('没联过网：用本版自带的；不问，也不留', () => {
    const { currentSettings, settingsOfPhone } = launch()
    expect(currentSettings()).toEqual(defaultSettings)
    expect(settingsOfPhone()).toEqual(policySettings)
    expect([server.calls, phone.kept.size]).toEqual([[], 0])
  })

  test('答题用手机里存的；不问，也不多留', () => {
    phone.kept.set('settings', six)
    const { useChecker } = jest.requireActual<typeof TheChecker>('@/stores/checker')
    useChecker.getState().begin()
    expect(mockNextQuestion.mock.calls[0]?.[1]).toMatchObject({ settings: { gradualExitMonths: 6 } })
    expect([server.calls, Array.from(phone.kept.keys())]).toEqual([[], ['settings']])
  })

  test('没有变的时候，给的是同一份', () => {
    const { currentSettings } = launch()
    expect(currentSettings()).toBe(currentSettings())
  })
})

describe('联网的时候取一份', () => {
  test('马上用；关掉再打开，没有网也用', async () => {
    const { refreshSettings, currentSettings } = launch()
    expect(currentSettings().gradualExitMonths).toBeNull()
    await refreshSettings()
    expect(currentSettings()).toEqual({ ...defaultSettings, gradualExitMonths: 6 })
    expect(launch().settingsOfPhone().gradualExitMonths).toMatchObject({
      title: '渐退期有几个月',
      value: 6,
      state: 'published',
      source: '乌民发〔2026〕12号',
    })
    expect(asked()).toEqual([{ method: 'GET', path }])
  })

  test('不带登录：谁在看，服务器不知道', async () => {
    await launch().refreshCases()
    await settled()
    expect(asked()).toEqual([{ method: 'GET', path }])
  })

  test('看进度以后顺便取；进度没看成就不取', async () => {
    server.replies['/api/v1/applications'] = [lost]
    await launch().refreshCases()
    await settled()
    expect(asked()).toEqual([])
    server.replies['/api/v1/applications'] = [ok(200, { cases: [] })]
    const { refreshCases, currentSettings } = launch()
    await refreshCases()
    await settled()
    expect(currentSettings().gradualExitMonths).toBe(6)
  })

  test('一小时内问一次；两处同时要，也是一次', async () => {
    const { refreshSettings } = launch()
    await Promise.all([refreshSettings(), refreshSettings()])
    await refreshSettings()
    expect(asked()).toHaveLength(1)
    atHour(3)
    await refreshSettings()
    expect(asked()).toHaveLength(2)
    // The phone's clock was wrong and is set back by a day.
    atHour(-21)
    await refreshSettings()
    expect(asked()).toHaveLength(3)
  })

  test('部门又改了：用新的', async () => {
    server.replies[path] = [ok(200, six), ok(200, twelve)]
    const { refreshSettings, currentSettings } = launch()
    await refreshSettings()
    atHour(4)
    await refreshSettings()
    expect(currentSettings().gradualExitMonths).toBe(12)
    expect(launch().currentSettings().gradualExitMonths).toBe(12)
  })

  test('清除手机里的内容：公布的数值不是家里的，留着，也不算进去', async () => {
    const { refreshSettings, keysOfFamily, clearPhone } = launch()
    await refreshSettings()
    expect(keysOfFamily()).toEqual([])
    await clearPhone()
    expect(launch().currentSettings().gradualExitMonths).toBe(6)
  })
})

describe('取不到，或者取来的不对', () => {
  test.each<[string, ReturnType<typeof ok> | typeof offline]>([
    ['没有网', offline],
    ['没有回音', lost],
    ['服务忙', refusal('UNAVAILABLE')],
    ['没变过', ok(304, undefined)],
    ['酒店的登录页', ok(200, '<html>')],
    ['空', ok(200, undefined)],
    ['别的文本的', ok(200, { ...twelve, policyVersion: 'another' })],
    ['一项不对', ok(200, answer('b', { ...sixMonths, value: '十二' }))],
    [
      '想改全国的期限',
      ok(200, answer('b', sixMonths, { ...sixMonths, key: 'restrictedTermMonths', value: 99 })),
    ],
    ['想塞标签', ok(200, answer('b', { ...sixMonths, value: 12, source: '<script>' }))],
    ['同一项两次', ok(200, answer('b', sixMonths, { ...sixMonths, value: 12 }))],
  ])('%s：还用原来那份，不打扰人', async (_name, bad) => {
    await launch().refreshSettings()
    server.replies[path] = [bad]
    const { refreshSettings, currentSettings, useConnection } = launch()
    const expected = { ...defaultSettings, gradualExitMonths: 6 }
    expect(currentSettings()).toEqual(expected)
    await refreshSettings()
    expect(currentSettings()).toEqual(expected)
    expect(launch().currentSettings()).toEqual(expected)
    expect(useConnection.getState().offline).toBe(false)
  })

  test('这次没取到，下次还取', async () => {
    server.replies[path] = [lost, ok(200, six)]
    const { refreshSettings, currentSettings } = launch()
    await refreshSettings()
    await refreshSettings()
    expect(currentSettings().gradualExitMonths).toBe(6)
  })
})

describe('手机里存的不对', () => {
  test.each<[string, unknown]>([
    ['上一版文本的', { ...six, policyVersion: 'wuhai-draft-0' }],
    ['乱的', 'garbage'],
    ['一半', { version: six.version }],
    ['被改过', answer('a', { ...sixMonths, value: -1 })],
  ])('%s：丢掉，用本版自带的', (_name, stored) => {
    phone.kept.set('settings', stored)
    expect(launch().currentSettings()).toEqual(defaultSettings)
    expect(phone.kept.has('settings')).toBe(false)
    expect(server.calls).toEqual([])
  })
})
