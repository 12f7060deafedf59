import { consentNotices } from '@domain/application/consentNotices'
import { newDraft, type Draft } from '@domain/application/draft'
import { paperWords } from '@/packages/application/answerWords'
import { checkGroups, stepIdOf } from '@/packages/application/form/steps/checkRows'
import { receivedPapers } from '@/packages/application/receipt/receivedPapers'

const today = '2026-11-24'

const draft: Draft = {
  ...newDraft('DFUC_ALLOWANCE', 'draft', '2026-11-24T00:00:00.000Z'),
  answers: {
    'father.situation': { kind: 'choice', values: ['disability'] },
    'father.disabilityType': { kind: 'unknown' },
    'mother.situation': { kind: 'choice', values: ['lostContact', 'illness'] },
  },
  applicant: { helper: 'family', relation: 'grandparent', authority: 'unknown', phone: '13812345678' },
  child: { name: '王小明', idNumber: '15030220150607123x', hukou: '150302001', residence: '130000' },
  consents: { healthDocuments: { given: false, noticeVersion: consentNotices.healthDocuments.version } },
}

const rows = (value: Draft) => checkGroups(value, today).flatMap((group) => group.rows)
const answerOf = (question: string) => rows(draft).find((row) => row.question === question)?.answer

test.each([
  ['谁来填这份申请？', '我帮家里人填'],
  ['申请人是孩子的什么人？', '爷爷奶奶、外公外婆'],
  ['申请人是孩子的监护人吗？', '不清楚'],
  ['申请人叫什么名字？', ''],
  ['有事怎么联系申请人？', '13812345678\n先不要打'],
  ['孩子叫什么名字？', '王小明\n1503**********123X'],
  ['孩子的户口在哪里？', '海勃湾区凤凰岭街道'],
  ['孩子现在住哪里？', '河北省'],
  ['孩子爸爸现在是什么情况？', '有残疾证'],
  ['孩子爸爸的残疾证是哪一类？', '不清楚'],
  ['孩子妈妈现在是什么情况？', '联系不上、得了重病'],
  ['您同意上传残疾证或病历照片吗？', '不同意'],
  ['您同意为这次申请使用孩子的信息吗？', ''],
  ['孩子爸爸的残疾人证', '带到街道（镇）给人看'],
  ['孩子的照片', '还没拍'],
])('检查一遍：%s %s', (question, answer) => {
  expect(answerOf(question)).toBe(answer)
})

test('少的、错的在那一行说', () => {
  const problems = rows(draft).filter(({ problem }) => problem)
  expect(problems.map(({ question }) => question)).toEqual(
    expect.arrayContaining(['申请人叫什么名字？', '您同意为这次申请使用孩子的信息吗？', '孩子的照片']),
  )
  expect(problems.map(({ question }) => question)).not.toContain('孩子爸爸的残疾证是哪一类？')
})

test('每一行的修改，回到那一步；材料回到拍材料', () => {
  expect(new Set(rows(draft).map(({ id }) => id)).size).toBe(rows(draft).length)
  const paper = rows(draft).find(({ question }) => question === '孩子的照片')
  expect(stepIdOf(paper?.id ?? '')).toBe('papers')
})

test.each([
  [{ photos: [] }, '还没拍'],
  [{ photos: [], later: true }, '以后再交'],
  [{ photos: [{ clientId: 'a', file: 'a' }] }, '拍了 1 张，传上 0 张'],
  [{ photos: [{ clientId: 'a', file: 'a', attachmentId: 'x' }] }, '已收到 1 张'],
])('材料的样子 %j：%s', (paper, words) => {
  expect(paperWords({ ...draft, papers: { childPhoto: paper } }, 'childPhoto')).toBe(words)
})

test('回执：照片按材料排，核对码四位一组', () => {
  const sha256 = '0123456789abcdef'.repeat(4)
  const file = (paper: string) => ({ paper, sha256, bytes: 1 })
  expect(receivedPapers([file('childPhoto'), file('bankCard'), file('childPhoto')])).toEqual([
    { paper: 'childPhoto', name: '孩子的照片', codes: ['0123 4567 89ab cdef', '0123 4567 89ab cdef'] },
    { paper: 'bankCard', name: '孩子的社保卡或银行卡', codes: ['0123 4567 89ab cdef'] },
  ])
})
