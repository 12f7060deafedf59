import type { Draft, DraftApplicant, DraftChild } from '@domain/application/draft'
import {
  firstIncompleteStep,
  isReadyToSubmit,
  nextOpenStep,
  openSteps,
  resumeStep,
} from '@domain/application/completeness'
import { stepProblems } from '@domain/application/stepProblems'
import { stepById, visibleSteps } from '@domain/application/steps'
import { newDraft } from '@domain/application/draft'
import {
  choose,
  completeDraft,
  grandmothersDraft,
  grandmothersId,
  notKnown,
  today,
  withAllConsents,
} from './family'

const problemsAt = (draft: Draft, id: string) => {
  const step = stepById(draft, id)
  if (!step) throw new Error(`no step ${id}`)
  return stepProblems(draft, step, today).map(({ field, message }) => `${field}：${message}`)
}
const applicant = (change: DraftApplicant): Draft => {
  const draft = grandmothersDraft()
  return { ...draft, applicant: { ...draft.applicant, ...change } }
}
const child = (change: DraftChild): Draft => {
  const draft = grandmothersDraft()
  return { ...draft, child: { ...draft.child, ...change } }
}

/** A young person who applies alone. */
const self = (idNumber: string): Draft => {
  const draft = withAllConsents(grandmothersDraft())
  const applicant = { ...draft.applicant, relation: 'self' as const }
  return { ...draft, service: 'LEGAL_AID', applicant, child: { ...draft.child, idNumber } }
}

test.each<[string, string, Draft, string[]]>([
  ['没说谁来填', 'helper', applicant({ helper: undefined }), ['applicant.helper：请选一项。']],
  ['没说关系', 'relation', applicant({ relation: undefined }), ['applicant.relation：请选一项。']],
  [
    '没说是不是监护人',
    'authority',
    applicant({ authority: undefined }),
    ['applicant.authority：请选一项。不知道就选“不清楚”。'],
  ],
  ['不清楚是不是监护人：可以往下', 'authority', applicant({ authority: 'unknown' }), []],
  [
    '姓名、号码都空着',
    'applicant',
    applicant({ name: undefined, idNumber: undefined }),
    ['applicant.name：请填姓名。', 'applicant.idNumber：请填身份证号。'],
  ],
  ['小写 x 可以', 'applicant', applicant({ idNumber: '11010519491231002x' }), []],
  ['手机号有空格可以', 'contact', applicant({ phone: '138 0000 0000' }), []],
  [
    '手机号少一位',
    'contact',
    applicant({ phone: '1380000000' }),
    ['applicant.phone：手机号是 11 位，现在是 10 位。'],
  ],
  ['没说能不能打电话：当作先不打', 'contact', applicant({ safeToContact: undefined }), []],
  [
    '孩子的号码错一位',
    'child',
    child({ idNumber: '150302201603051231' }),
    ['child.idNumber：身份证号有一位不对，请再看看。'],
  ],
  [
    '填成了奶奶的号码',
    'child',
    child({ idNumber: grandmothersId }),
    ['child.idNumber：这是申请人的号码，请填孩子的。'],
  ],
  [
    '明天才出生',
    'child',
    child({ idNumber: '150302202611191238' }),
    ['child.idNumber：出生日期在今天以后，请再看看。'],
  ],
  ['没选户口', 'hukou', child({ hukou: undefined }), ['child.hukou：请选孩子户口所在的地方。']],
  ['只知道户口在哪个区：可以往下', 'hukou', child({ hukou: '150302' }), []],
  [
    '只说在乌海，不知道哪个区',
    'hukou',
    child({ hukou: '150300' }),
    ['child.hukou：请选孩子户口所在的地方。'],
  ],
  ['没有这个地方', 'hukou', child({ hukou: '150302999' }), ['child.hukou：请选孩子户口所在的地方。']],
  [
    '住在没有的地方',
    'residence',
    child({ residence: '990000' }),
    ['child.residence：请选孩子现在住的地方。'],
  ],
  ['户口在外省，住在乌海：街道收了转过去', 'residence', child({ hukou: '110000' }), []],
  ['没看过由谁收、由谁审', 'route', child({ hukou: '110000' }), ['route：请先看看这件事怎么办。']],
  ['看过了', 'route', { ...child({ hukou: '110000' }), routeRead: '110000 150302002' }, []],
  [
    '看过以后搬了家：要再看',
    'route',
    { ...child({ hukou: '110000', residence: '150303001' }), routeRead: '110000 150302001' },
    ['route：请先看看这件事怎么办。'],
  ],
  [
    '低保只在户口所在地办',
    'residence',
    { ...child({ hukou: '110000' }), service: 'DIBAO' },
    ['child.residence：这件事由户口所在地办。请找那里的乡镇（街道）。'],
  ],
  ['没选住处', 'residence', child({ residence: undefined }), ['child.residence：请选孩子现在住的地方。']],
  ['住在外省：可以往下', 'residence', child({ residence: '110000' }), []],
  [
    '户口、住处都在外地：告诉去哪里办',
    'residence',
    child({ hukou: '110000', residence: '110000' }),
    ['child.residence：户口和住处都不在乌海。请找您住的地方的乡镇（街道）。'],
  ],
  [
    '没答爸爸的情况',
    'question.father.situation',
    grandmothersDraft({}),
    ['father.situation：请选一项。不知道就选“不清楚”。'],
  ],
  ['不清楚也是回答', 'question.father.situation', grandmothersDraft({ 'father.situation': notKnown }), []],
  ['没选同意不同意', 'consents.childData', grandmothersDraft(), ['childData：请选同意或不同意。']],
  [
    '不同意处理孩子信息',
    'consents.childData',
    withAllConsents(grandmothersDraft(), false),
    ['childData：不同意就不能在手机上提交。您可以带材料到办理的地方办。别的内容照样能看。'],
  ],
  [
    '不满14岁，自己同意不算',
    'consents.childData',
    self('150302201603051230'),
    ['childData：不满14岁，要由监护人来选。请家里人来申请，或者打 12355 问一问。'],
  ],
  ['满14岁，自己能同意', 'consents.childData', self('150302201203051237'), []],
  [
    '请人帮忙不要身份证号',
    'child',
    { ...grandmothersDraft(), service: 'DIRECTOR_VISIT', child: { name: '王小明' } },
    [],
  ],
  [
    '没说想请人帮什么',
    'detail.visitTopics',
    { ...grandmothersDraft(), service: 'DIRECTOR_VISIT' },
    ['visitTopics：请选一项。不知道就选“不清楚”。'],
  ],
  [
    '照顾孩子的人没写名字',
    'detail.caregiverName',
    { ...grandmothersDraft(), service: 'ENTRUSTED_CARE' },
    ['caregiverName：请填姓名。'],
  ],
  [
    '照顾孩子的人，手机号少一位',
    'detail.caregiverPhone',
    {
      ...grandmothersDraft(),
      service: 'ENTRUSTED_CARE',
      details: { caregiverPhone: { kind: 'text', value: '138 0000 000' } },
    },
    ['caregiverPhone：手机号是 11 位，现在是 10 位。'],
  ],
  ['同意了', 'consents.childData', withAllConsents(grandmothersDraft()), []],
  [
    '同意的是旧的说明：再问一次',
    'consents.childData',
    { ...grandmothersDraft(), consents: { childData: { given: true, noticeVersion: 'childData-0' } } },
    ['childData：请选同意或不同意。'],
  ],
  [
    '不同意有关身体的材料：不挡路',
    'consents.healthDocuments',
    withAllConsents(grandmothersDraft({ 'father.situation': choose('illness') }), false),
    [],
  ],
])('%s', (_, step, draft, expected) => {
  expect(problemsAt(draft, step)).toEqual(expected)
})

test('每一样材料：拍了，或者说稍后补，才能往下', () => {
  const draft = completeDraft()
  expect(problemsAt(draft, 'papers')).toEqual([])
  const without = { ...draft, papers: { ...draft.papers, 'father.criminalJudgment': undefined } }
  expect(problemsAt(without, 'papers')).toEqual([
    'father.criminalJudgment：还没拍孩子爸爸的判决书。可以选“稍后补”。',
  ])
  const later = {
    ...draft,
    papers: { ...draft.papers, 'father.criminalJudgment': { photos: [], later: true } },
  }
  expect(problemsAt(later, 'papers')).toEqual([])
})

test('照片太多：先说，不等提交以后才退回来', () => {
  const draft = completeDraft()
  const photos = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ clientId: `${index}`, file: 'a.jpg' }))
  const others = Object.keys(draft.papers).length - 1
  const withPhotos = (count: number) => ({
    ...draft,
    papers: { ...draft.papers, childPhoto: { photos: photos(count) } },
  })
  expect(problemsAt(withPhotos(30 - others), 'papers')).toEqual([])
  expect(problemsAt(withPhotos(31 - others), 'papers')).toEqual(['papers：照片最多 30 张，请删掉几张。'])
})

test('不同意有关身体的材料：那几样不用拍，带到街道', () => {
  const draft = grandmothersDraft({
    'father.situation': choose('illness'),
    'mother.situation': choose('dead'),
  })
  const refused = withAllConsents(draft, false)
  expect(problemsAt(refused, 'papers').filter((text) => text.startsWith('father.diagnosis'))).toEqual([])
  expect(problemsAt(refused, 'papers').filter((text) => text.startsWith('mother.deathProof'))).toHaveLength(1)
})

test('填好的没有缺的；每缺一样，就指到那一页', () => {
  const draft = completeDraft()
  expect(openSteps(draft, today)).toEqual([])
  expect(isReadyToSubmit(draft, today)).toBe(true)
  const gaps: [string, Draft][] = [
    ['applicant', { ...draft, applicant: { ...draft.applicant, name: '' } }],
    ['child', { ...draft, child: { ...draft.child, idNumber: '' } }],
    ['hukou', { ...draft, child: { ...draft.child, hukou: undefined } }],
    ['question.mother.situation', { ...draft, answers: { ...draft.answers, 'mother.situation': undefined } }],
    ['consents.childData', { ...draft, consents: {} }],
    ['papers', { ...draft, papers: {} }],
  ]
  for (const [id, gap] of gaps) {
    expect(firstIncompleteStep(gap, today)?.id).toBe(id)
    expect(isReadyToSubmit(gap, today)).toBe(false)
  }
})

test('空白的申请从第一页开始，每一页都能走到', () => {
  const draft = newDraft('DFUC_ALLOWANCE', 'id', '2026-11-18T08:00:00.000Z')
  expect(firstIncompleteStep(draft, today)?.id).toBe('helper')
  expect(openSteps(draft, today).map(({ step }) => step.id)).toEqual(
    visibleSteps(draft)
      .map(({ id }) => id)
      .filter((id) => id !== 'check'),
  )
})

test('还有照片没到，就不能提交', () => {
  const draft = completeDraft()
  const waiting = {
    ...draft,
    papers: { ...draft.papers, childPhoto: { photos: [{ clientId: 'a', file: 'a.jpg' }] } },
  }
  expect(openSteps(waiting, today)).toEqual([])
  expect(isReadyToSubmit(waiting, today)).toBe(false)
})

test('查过的不再问：从住处直接到还没答的那一页', () => {
  expect(nextOpenStep(grandmothersDraft(), 'residence', today)?.id).toBe('consents.childData')
  expect(nextOpenStep(completeDraft(), 'residence', today)?.id).toBe('check')
  expect(nextOpenStep(completeDraft(), 'check', today)).toBeUndefined()
})

test('回来接着填：回到离开的那一页；那一页没有了，就到第一处没填的', () => {
  const draft = { ...grandmothersDraft(), step: 'contact' }
  expect(resumeStep(draft, today)?.id).toBe('contact')
  expect(resumeStep({ ...draft, step: 'question.mother.illness' }, today)?.id).toBe('consents.childData')
  expect(resumeStep({ ...completeDraft(), step: undefined }, today)?.id).toBe('check')
})
