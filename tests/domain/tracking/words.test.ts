import { actors, allowedEvents, caseEventKinds, caseStatuses } from '@domain/tracking/machine'
import { formatCaseNumber, readCaseNumber } from '@domain/tracking/caseNumber'
import { eventSentence, nextThing, shortStatus, statusSentence, whoHoldsIt } from '@domain/tracking/words'

const offices = { intake: '海勃湾区凤凰岭街道', deciding: '海勃湾区民政局' }

test.each([
  ['submitted', '已提交', '海勃湾区凤凰岭街道收到了您的申请。', '海勃湾区凤凰岭街道'],
  ['accepted', '街道已受理', '海勃湾区凤凰岭街道正在核对材料。', '海勃湾区凤凰岭街道'],
  ['supplementRequested', '需要您补材料', '海勃湾区凤凰岭街道请您补材料。', '您'],
  ['verified', '区里正在审核', '海勃湾区民政局正在审核。', '海勃湾区民政局'],
  ['confirmed', '已通过', '海勃湾区民政局已经通过。', undefined],
  ['refused', '没通过', '海勃湾区民政局没有通过。', undefined],
  ['withdrawn', '已撤回', '您撤回了这次申请。', undefined],
] as const)('%s：%s', (status, short, sentence, holder) => {
  expect(shortStatus(status)).toBe(short)
  expect(statusSentence(status, offices)).toBe(sentence)
  expect(whoHoldsIt(status, offices)).toBe(holder)
})

test('拿着这件事的，就是现在能往前办的', () => {
  const holders = { family: '您', street: offices.intake, district: offices.deciding }
  for (const status of caseStatuses) {
    const moving = actors.filter((actor) => allowedEvents(status, actor).some((kind) => kind !== 'withdrawn'))
    expect(moving.map((actor) => holders[actor])).toEqual([whoHoldsIt(status, offices)].filter(Boolean))
  }
})

test('每一句都写全了办事的地方，没有英文，没有日期和金额', () => {
  const sentences = [
    ...caseStatuses.flatMap((status) => [statusSentence(status, offices), nextThing(status, offices)]),
    ...caseEventKinds.map((kind) => eventSentence(kind, offices)),
  ]
  for (const sentence of sentences) {
    expect(sentence).toMatch(/。$/)
    for (const part of sentence.split(/(?<=。)/)) expect(part.length).toBeLessThanOrEqual(25)
    expect(sentence).not.toMatch(/[{}a-zA-Z0-9]|undefined|困境|孤儿/)
  }
})

test('没通过一定写明还能做什么', () => {
  expect(nextThing('refused', offices)).toContain('行政复议')
  expect(nextThing('refused', offices)).toContain('起诉')
})

test('办事的地方名字里有特殊字符也照样写', () => {
  expect(statusSentence('accepted', { intake: '$&{deciding}', deciding: '乙' })).toContain('$&')
})

test.each([
  ['123456789012', '1234 5678 9012'],
  ['1234 5678 9012', '1234 5678 9012'],
  ['12345', '12345'],
  ['', ''],
])('办件号 %s 显示为 %s', (number, shown) => {
  expect(formatCaseNumber(number)).toBe(shown)
})

test.each([
  ['1234 5678 9012', '123456789012'],
  [' 1234-5678-9012 ', '123456789012'],
  ['123456789012', '123456789012'],
  ['12345678901', undefined],
  ['12345678901a', undefined],
])('念出来的 %s 读作 %s', (text, number) => {
  expect(readCaseNumber(text)).toBe(number)
})
