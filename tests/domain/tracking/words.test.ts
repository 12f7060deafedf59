import {
  actors,
  allowedEvents,
  caseEventKinds,
  caseKinds,
  caseStatuses,
  procedures,
} from '@domain/tracking/machine'
import { formatCaseNumber, readCaseNumber } from '@domain/tracking/caseNumber'
import {
  eventSentence,
  nextThing,
  shortStatus,
  statusSentence,
  whoHoldsIt,
  type CaseWay,
} from '@domain/tracking/words'

const way: CaseWay = { procedure: 'streetThenDistrict', kind: 'application' }
const everyWay = procedures.flatMap((procedure) => caseKinds.map((kind): CaseWay => ({ procedure, kind })))
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
  expect(shortStatus(status, way)).toBe(short)
  expect(statusSentence(status, way, offices)).toBe(sentence)
  expect(whoHoldsIt(status, way, offices)).toBe(holder)
})

test.each(procedures)('%s：拿着这件事的，就是现在能往前办的', (procedure) => {
  const oneOffice = { intake: offices.intake, deciding: offices.intake }
  const named = procedure === 'districtAlone' || procedure === 'streetAlone' ? oneOffice : offices
  const holders = { family: '您', street: named.intake, district: named.deciding }
  for (const kind of caseKinds)
    for (const status of caseStatuses) {
      const moving = actors.filter((actor) =>
        allowedEvents(procedure, status, actor).some((event) => event !== 'withdrawn'),
      )
      // A status this way never reaches has nobody who could move it.
      if (moving.length === 0 && !isOver.includes(status)) continue
      expect(moving.map((actor) => holders[actor])).toEqual(
        [whoHoldsIt(status, { procedure, kind }, named)].filter(Boolean),
      )
    }
})

const isOver: readonly string[] = ['confirmed', 'refused', 'withdrawn']

test('每一句都写全了办事的地方，没有英文，没有日期和金额', () => {
  const sentences = everyWay.flatMap((each) => [
    ...caseStatuses.flatMap((status) => [
      statusSentence(status, each, offices),
      nextThing(status, each, offices),
    ]),
    ...caseEventKinds.map((kind) => eventSentence(kind, each, offices)),
  ])
  for (const sentence of sentences) {
    expect(sentence).toMatch(/。$/)
    for (const part of sentence.split(/(?<=。)/)) expect(part.length).toBeLessThanOrEqual(27)
    expect(sentence).not.toMatch(/[{}a-zA-Z0-9]|undefined|困境|孤儿/)
  }
})

test('请人帮忙和告知，不说“申请”“通过”', () => {
  for (const each of everyWay.filter(({ kind }) => kind !== 'application')) {
    const words = [
      ...caseStatuses.flatMap((status) => [shortStatus(status, each), statusSentence(status, each, offices)]),
    ]
    expect(words.join()).not.toMatch(/通过|申请/)
  }
})

test('户口在外地的，写明由那里定', () => {
  const passedOn = { procedure: 'passedOn', kind: 'application' } as const
  const away = { intake: '海勃湾区凤凰岭街道', deciding: '河南省户口所在地民政部门' }
  expect(statusSentence('forwarded', passedOn, away)).toBe('材料已转给河南省户口所在地民政部门。')
  expect(nextThing('confirmed', passedOn, away)).toContain('按户口所在地')
})

test('没通过一定写明还能做什么', () => {
  expect(nextThing('refused', way, offices)).toContain('行政复议')
  expect(nextThing('refused', way, offices)).toContain('起诉')
})

test('办事的地方名字里有特殊字符也照样写', () => {
  expect(statusSentence('accepted', way, { intake: '$&{deciding}', deciding: '乙' })).toContain('$&')
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
