import { uploadPauses } from '@domain/uploads/queue'
import { shownUpload } from '@domain/uploads/shown'
import { step } from '@domain/uploads/step'
import { after, newPhone, type Event, type Phone } from './phoneModel'

const signedIn = (...ids: string[]) =>
  [...ids.map((id): Event => ({ is: 'added', id })), { is: 'signedIn' } as const].reduce(after, newPhone)

type Answer = Extract<Event, { is: 'answered' }>['answer']

const answer = (phone: Phone, id: string, given: Answer): Phone =>
  after(phone, { is: 'answered', id, attempt: phone.running[id] ?? 0, answer: given })
const later: Answer = { is: 'later', words: '网络太慢' }
const received: Answer = { is: 'received', receipt: 'r' }
const signedOut: Answer = { is: 'signedOut', words: '请登录' }

const shown = ({ queue }: Phone, id: string) => {
  const photo = queue.photos.find((one) => one.id === id)
  return photo && shownUpload(photo)
}

test('先来的先传，两张一起，传完一张再传一张', () => {
  const phone = signedIn('甲', '乙', '丙', '丁')
  expect(Object.keys(phone.running)).toEqual(['甲', '乙'])
  expect(Object.keys(answer(phone, '乙', received).running)).toEqual(['甲', '丙'])
})

test('没传上，等得越来越久，最后一样久；收到什么都不丢', () => {
  let phone = signedIn('甲')
  const pauses = [0, 1, 2, 3, 4].map(() => {
    const [command] = step(phone.queue, {
      ...{ is: 'answered', id: '甲', attempt: phone.running['甲'] ?? 0, answer: later },
    } as Event).commands
    phone = after(answer(phone, '甲', later), { is: 'woken', id: '甲' })
    return command?.do === 'wakeAfter' ? command.milliseconds : undefined
  })
  expect(pauses).toEqual([...uploadPauses, uploadPauses[3]])
})

describe('过去的事，什么也不改', () => {
  const tried = after(answer(signedIn('甲', '乙'), '甲', later), { is: 'hopeful' })
  const gone = after(tried, { is: 'removed', id: '乙' })
  test.each<[string, Phone, Event]>([
    ['上一次的回音', tried, { is: 'answered', id: '甲', attempt: 1, answer: received }],
    ['上一次的进度', tried, { is: 'progressed', id: '甲', attempt: 1, percent: 99 }],
    ['删掉的照片的回音', gone, { is: 'answered', id: '乙', attempt: 2, answer: received }],
    ['删掉的照片的闹钟', gone, { is: 'woken', id: '乙' }],
    ['正在传的，再传一次', tried, { is: 'retried', id: '甲' }],
    ['已经在队里的，再加一次', tried, { is: 'added', id: '甲' }],
    [
      '进度往回走',
      after(tried, { is: 'progressed', id: '甲', attempt: 3, percent: 60 }),
      { is: 'progressed', id: '甲', attempt: 3, percent: 20 },
    ],
  ])('%s', (_, phone, event) => {
    expect(step(phone.queue, event)).toEqual({ queue: phone.queue, commands: [] })
  })
})

test('收到的，不管发生什么，不再传', () => {
  const phone = answer(signedIn('甲'), '甲', received)
  const events: Event[] = [
    { is: 'added', id: '甲' },
    { is: 'hopeful' },
    { is: 'retried', id: '甲' },
    { is: 'woken', id: '甲' },
  ]
  expect(events.reduce(after, phone)).toMatchObject({ running: {}, confirmed: ['甲'], faults: [] })
  expect(shown(phone, '甲')).toEqual({ is: 'received' })
})

test('会话过期：两张一起过期，只登录一次，两张都再传', () => {
  const expired = answer(answer(signedIn('甲', '乙'), '甲', signedOut), '乙', signedOut)
  expect(expired).toMatchObject({ isSigningIn: true, running: {}, faults: [] })
  expect(Object.keys(after(expired, { is: 'signedIn' }).running)).toEqual(['甲', '乙'])
})

test('登录过了，旧会话的回音才到：不再登录', () => {
  const renewed = after(answer(signedIn('甲', '乙'), '甲', signedOut), { is: 'signedIn' })
  expect(answer(renewed, '乙', signedOut)).toMatchObject({ isSigningIn: false, running: { 甲: 3, 乙: 4 } })
})

test('刚登录又说过期：等一会儿，不绕圈', () => {
  const renewed = after(answer(signedIn('甲'), '甲', signedOut), { is: 'signedIn' })
  expect(answer(renewed, '甲', signedOut)).toMatchObject({ isSigningIn: false, running: {}, timers: ['甲'] })
})

test('登录不了：等着的都说清楚；以后能行的自己再试，不能行的等人', () => {
  const asking = [{ is: 'added', id: '甲' } as const].reduce(after, newPhone)
  const failed = (mayHelpLater: boolean) =>
    after(asking, { is: 'notSignedIn', words: '登录不了', mayHelpLater })
  expect(shown(failed(true), '甲')).toEqual({ is: 'waiting', words: '登录不了' })
  expect(shown(failed(false), '甲')).toEqual({ is: 'needed', words: '登录不了' })
  expect(after(failed(false), { is: 'retried', id: '甲' }).isSigningIn).toBe(true)
})

test('退到后台：不开始新的；回来马上接着传', () => {
  const away = after(signedIn('甲', '乙', '丙'), { is: 'left' })
  const cut = answer(away, '甲', later)
  expect(cut.running).toEqual({ 乙: 2 })
  expect(Object.keys(after(cut, { is: 'cameBack' }).running)).toEqual(['乙', '甲'])
})

test('服务器不要的：不自己再传，网好了也不；人说再传才传', () => {
  const refused = answer(signedIn('甲'), '甲', { is: 'refused', words: '这不是照片。' })
  expect(shown(refused, '甲')).toEqual({ is: 'needed', words: '这不是照片。' })
  expect(after(refused, { is: 'hopeful' }).running).toEqual({})
  expect(after(refused, { is: 'retried', id: '甲' }).running).toEqual({ 甲: 2 })
})

test('进度一格一格走', () => {
  const phone = signedIn('甲')
  const told = [3, 19, 20, 39, 47, 61].map((percent) =>
    shown(after(phone, { is: 'progressed', id: '甲', attempt: 1, percent }), '甲'),
  )
  expect(told.map((one) => one?.is === 'uploading' && one.percent)).toEqual([0, 0, 20, 20, 40, 60])
})
