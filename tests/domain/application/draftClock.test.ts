import { daysLeft } from '@domain/application/draftClock'

const left = '2026-11-01T08:00:00.000Z'

test.each([
  ['刚改过', '2026-11-01T08:00:00.000Z', 30],
  ['过了一天差一秒，还有整整 30 天里的最后一段', '2026-11-02T07:59:59.000Z', 30],
  ['过了一天多一秒', '2026-11-02T08:00:01.000Z', 29],
  ['最后一天', '2026-12-01T07:59:59.000Z', 1],
  ['到时候了', '2026-12-01T08:00:00.000Z', 0],
  ['早过了', '2027-12-01T08:00:00.000Z', 0],
  ['手机的钟拨回去了：不算过了时间', '2020-01-01T00:00:00.000Z', 30],
])('%s', (_, now, days) => {
  expect(daysLeft(left, now, 30)).toBe(days)
})

test('存几天由设置定', () => {
  expect(daysLeft(left, '2026-11-06T08:00:00.000Z', 7)).toBe(2)
})

test.each([
  [undefined, left],
  ['昨天', left],
  [left, '今天'],
])('不知道什么时候改的，不算到时候：%s', (updatedAt, now) => {
  expect(daysLeft(updatedAt, now, 30)).toBeUndefined()
})
