import { type CaseDetail } from '@contracts/applications'
import { timelineRows } from '@/packages/tracking/case/timelineRows'
import { receivedFiles } from '@/packages/tracking/receivedFiles'

const file = (paper: string) => ({
  id: '3b241101-e2bb-4255-8caf-4136c566a963',
  paper,
  sha256: 'a'.repeat(64),
  bytes: 1,
  width: 1,
  height: 1,
  addedInEvent: 1,
})

const detail = (kinds: CaseDetail['events'][number]['kind'][]): CaseDetail => ({
  id: '3b241101-e2bb-4255-8caf-4136c566a962',
  caseNumber: '840211670001',
  service: 'DFUC_ALLOWANCE',
  way: { procedure: 'streetThenDistrict', kind: 'application' },
  childMaskedName: '王*明',
  status: 'submitted',
  version: kinds.length,
  updatedAt: '2026-03-09T12:14:00.000Z',
  needsFamily: false,
  office: '海勃湾区凤凰岭街道',
  decidingOffice: '海勃湾区民政局',
  events: kinds.map((kind, index) => ({
    sequence: index + 1,
    kind,
    by: 'family',
    at: `2026-03-0${index + 1}T12:14:00.000Z`,
    ...(kind === 'refused' ? { reason: '理由' } : {}),
  })),
  files: [],
  papersLater: [],
})

test('新的在上面，每一件一句话，日子是乌海的', () => {
  expect(timelineRows(detail(['submitted', 'accepted']), '2026-11-24')).toEqual([
    { id: '2', when: '3月2日 20:14', what: '海勃湾区凤凰岭街道受理了申请。', who: undefined, state: 'now' },
    { id: '1', when: '3月1日 20:14', what: '您提交了申请。', who: undefined, state: 'done' },
  ])
})

test.each([
  ['submitted', 'now'],
  ['accepted', 'now'],
  ['supplementRequested', 'needed'],
  ['supplementProvided', 'now'],
  ['verified', 'now'],
  ['forwarded', 'now'],
  ['confirmed', 'done'],
  ['refused', 'stopped'],
  ['withdrawn', 'stopped'],
] as const)('最新的一件是 %s：%s；以前的都办完了', (kind, state) => {
  const rows = timelineRows(detail(['submitted', kind]), '2026-11-24')
  expect(rows.map((row) => row.state)).toEqual([state, 'done'])
})

test('没通过的理由写在那一行', () => {
  expect(timelineRows(detail(['submitted', 'refused']), '2026-11-24')[0]?.who).toBe('理由')
})

test('照片按材料数，不认识的材料不露出代号', () => {
  const files = [file('childPhoto'), file('mother.criminalJudgment'), file('childPhoto'), file('newPaper')]
  expect(
    receivedFiles({ ...detail(['submitted']), files }).map(({ question, answer }) => [question, answer]),
  ).toEqual([
    ['孩子的照片', '已收到 2 张'],
    ['孩子妈妈的判决书', '已收到 1 张'],
    ['其他材料', '已收到 1 张'],
  ])
})
