import fc from 'fast-check'
import { consentActors, consentKinds } from '@domain/application/consents'
import {
  applicantRelations,
  childStatuses,
  disabilityTypes,
  graduationStages,
  householdStatuses,
  schoolStages,
  type FamilyFacts,
} from '@domain/eligibility/facts'
import { helpers, needsAuthority } from '@domain/people/relations'
import type { CopiedCase } from '@domain/rights/copyCase'
import { copyText } from '@domain/rights/copyText'
import { correctionFields, correctionStatuses } from '@domain/rights/corrections'
import { holdingKinds } from '@domain/rights/holdings'
import { serviceCodes } from '@domain/services/catalogue'
import { paperIds } from '@domain/services/papers'
import { caseEventKinds, caseStatuses } from '@domain/tracking/machine'
import { forgetting, pathsOf } from '../eligibility/anyHouseholdConsistent'
import { anyCopy, anyFacts } from './anyCopy'
import { wholeFamily } from './wholeFamily'

const [family] = wholeFamily.cases as [CopiedCase]
const textOfCase = (changes: Partial<CopiedCase>) =>
  copyText({ ...wholeFamily, cases: [{ ...family, ...changes }] })
const textOfFacts = (facts: FamilyFacts) => textOfCase({ facts })

test('一家人的全部信息，谁都看得懂', () => {
  expect(copyText(wholeFamily)).toBe(`【我的信息】
这一份是什么时候做的：2026年11月25日 12:00
账号从什么时候起：2026年11月1日 09:30
里面有姓名和身份证号，请收好。
没写出来的，就是没有说到，不等于没有。

【申请，编号 8402 1167 2233】
申请什么：事实无人抚养儿童基本生活补贴
什么时候交的：2026年11月20日 12:00
办到哪一步：需要您补材料
后来补充的：孩子的姑姑 有时候来帮忙

〔孩子〕
孩子的姓名：王小明
孩子的身份证号：150302201503120018
哪天出生：2015年3月12日
户口：海勃湾区凤凰岭街道
住处：陕西省西安市雁塔区
从哪天起住在这里：2025年9月1日
居住证：没有办
上学：小学
全日制：是
残疾：听力残疾二级，有残疾证
病：没有
已经认定：低保（从2024年1月1日起）
收养：没有
居民医保：在外地交了
家里突然遇到大难处：不是

〔孩子爸爸〕
情况：去世了（2024年3月5日）

〔孩子妈妈〕
情况：联系不上，有查找回执单
说没有：去世、服刑

〔家里〕
全家在领的救助：低保边缘家庭
在哪里认定的：海勃湾区
爸爸妈妈都在外打工：不是

〔申请人〕
申请人的姓名：李秀英
申请人的身份证号：15030219560304002X
申请人的电话：13847312345
能不能打这个电话：没同意打
是孩子的：爷爷奶奶、外公外婆，受监护人委托
谁填的：儿童主任帮着填的

〔材料〕
孩子的户口本：第1张照片，2026年11月20日 11:55收到
孩子的户口本：第2张照片，2026年11月20日 11:55收到
其他材料：第1张照片，2026年11月22日 11:00收到
孩子爸爸的死亡证明：交申请时没有照片
孩子妈妈的残疾人证：照片不再使用

〔办的经过〕
2026年11月20日 12:00：您提交了申请。
2026年11月22日 00:05：海勃湾区滨河街道请您补材料。
写明的话：请在周五以前补
要补的材料：孩子的户口本，首页看不清

〔同意〕
有关身体的材料：2026年11月20日 11:50，监护人在帮忙的人的手机上同意的
有关身体的材料：2026年11月23日 11:50撤回了同意

〔要求改：孩子的姓名〕
原来是：王小明
要改成：王晓明
什么时候要求的：2026年11月21日 12:00
办得怎么样：没有改，理由写在下面。
什么时候答复的：2026年11月22日 12:00
答复：户口本上就是王小明。

【只存着、不再使用的申请】
编号 8402 1167 0001：从2026年1月1日 00:30起不再使用。要看，请找街道（镇）。

【没提交的照片】
孩子的社保卡或银行卡：第1张照片，2026年11月24日 12:00收到

【一共存了什么，为什么存】
账号：1个。认出是您，不用再注册。
交了的申请：2件。办您的申请。
随申请交的照片：3张。核对申请里写的情况。
`)
})

test('只有账号：不写空的标题', () => {
  const { madeAt, account } = wholeFamily
  const text = copyText({ madeAt, account, kinds: [], cases: [], frozenCases: [], loosePhotos: [] })
  expect(text.match(/[【〔].*/g)).toEqual(['【我的信息】'])
})

test('没有说到的，不写成没有：什么也没说的一家，只写没有说', () => {
  const text = textOfFacts({})
  expect(text.match(/^.*：没有说$/gm)).toEqual([
    '哪天出生：没有说',
    '户口：没有说',
    '住处：没有说',
    '是孩子的：没有说',
  ])
  expect(text).not.toMatch(/说没有|：没有$|：不是$/m)
  expect(text).not.toMatch(/〔孩子爸爸〕|〔孩子妈妈〕|〔家里〕/)
})

test('不管是什么样的一份：没有外文，没有代码，一行一件事，没有空行连着空行', () => {
  fc.assert(
    fc.property(anyCopy, (copy) => {
      const text = copyText(copy)
      // Nobody in these copies types a Latin letter, so an undefined, a null, an [object Object] or a code has none to hide behind.
      expect(text).not.toMatch(/[A-Za-z]/)
      expect(text).not.toMatch(/[{}[\]"_]|\n\n\n/)
      for (const line of text.split('\n')) expect(line).toMatch(/^$|^【.+】$|^〔.+〕$|^.+：|。$/)
    }),
    { numRuns: 300, seed: 20261125 },
  )
})

/** What a relation does not ask for, or a living parent has not, is no fact. */
const isNoFact = (facts: FamilyFacts, path: string) => {
  const { relation } = facts.applicant ?? {}
  const parent = facts.parents?.[Number(/^parents\.(\d)/.exec(path)?.[1] ?? 9)]
  return (
    (path === 'applicant.entrusted' && (relation === undefined || !needsAuthority[relation])) ||
    (path.endsWith('.deadSince') && parent?.dead !== true)
  )
}

const at = (facts: object, path: string) =>
  path.split('.').reduce<unknown>((place, name) => (place as Record<string, unknown>)[name], facts)
const isLeaf = (value: unknown) => typeof value !== 'object' || value === null || Array.isArray(value)

test('说过的，一件也不少：少说一件，就不是同一份', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const text = textOfFacts(facts)
      for (const path of pathsOf(facts))
        if (isLeaf(at(facts, path)) && !isNoFact(facts, path))
          expect([path, textOfFacts(forgetting(facts, [path])) === text]).toEqual([path, false])
    }),
    { numRuns: 200, seed: 20261125 },
  )
})

const [event] = family.events as [CopiedCase['events'][number]]
const [consent] = family.consents as [CopiedCase['consents'][number]]
const [correction] = family.corrections as [CopiedCase['corrections'][number]]
const child = (facts: FamilyFacts['child']) => textOfFacts({ child: facts })

/** Every code that a copy can hold, and the copy with it. */
const codes: [string, readonly string[]][] = [
  ['申请什么', serviceCodes.map((service) => textOfCase({ service }))],
  ['办到哪一步', caseStatuses.map((status) => textOfCase({ status }))],
  ['办的经过', caseEventKinds.map((kind) => textOfCase({ events: [{ ...event, kind }] }))],
  ['谁填的', helpers.map((helper) => textOfCase({ applicant: { ...family.applicant, helper } }))],
  ['是孩子的什么人', applicantRelations.map((relation) => textOfFacts({ applicant: { relation } }))],
  ['材料', paperIds.map((paper) => textOfCase({ papers: [{ paper, attachmentIds: [] }] }))],
  ['同意什么', consentKinds.map((kind) => textOfCase({ consents: [{ ...consent, kind }] }))],
  ['谁同意的', consentActors.map((actor) => textOfCase({ consents: [{ ...consent, actor }] }))],
  ['要求改什么', correctionFields.map((field) => textOfCase({ corrections: [{ ...correction, field }] }))],
  [
    '改得怎么样',
    correctionStatuses.map((status) => textOfCase({ corrections: [{ ...correction, status }] })),
  ],
  ['上学', schoolStages.map((stage) => child({ schooling: { stage } }))],
  ['从哪里毕业', graduationStages.map((graduatedFromStage) => child({ schooling: { graduatedFromStage } }))],
  ['残疾', disabilityTypes.map((type) => child({ disabilities: [{ type }] }))],
  ['残疾几级', [1, 2, 3, 4].map((grade) => child({ disabilities: [{ type: 'visual', grade }] }))],
  ['已经认定', childStatuses.map((as) => child({ recognised: [{ as }] }))],
  ['全家的救助', householdStatuses.map((kind) => textOfFacts({ household: { recognised: [kind] } }))],
  ['医保', (['wuhai', 'elsewhere', 'none'] as const).map((insured) => child({ insured }))],
  ['存了什么', holdingKinds.map((kind) => copyText({ ...wholeFamily, kinds: [{ kind, count: 1 }] }))],
]

test.each(codes)('%s：每一种都有自己的话', (_name, texts) => {
  expect(new Set(texts).size).toBe(texts.length)
  // X is the last digit of an ID number.
  for (const text of texts) expect(text.replace(/X/g, '')).not.toMatch(/[A-Za-z]|：$|：，/m)
})

test.each<[string, Partial<CopiedCase>, string]>([
  [
    '区里办的事，写区里的名字',
    {
      events: [
        { kind: 'refused', by: 'district', at: event.at, office: '乌达区民政局', reason: '不满足条件' },
      ],
    },
    '2026年11月20日 12:00：乌达区民政局没有通过。\n写明的话：不满足条件',
  ],
  [
    '没写是哪个单位办的，按户口说',
    { events: [{ kind: 'verified', by: 'street', at: event.at }] },
    '2026年11月20日 12:00：海勃湾区凤凰岭街道核对完，报给海勃湾区民政局。',
  ],
  ['时间看不懂，就说不清楚', { submittedAt: 'soon' }, '什么时候交的：时间不清楚'],
  ['能打的电话', { applicant: { ...family.applicant, safeToContact: true } }, '能不能打这个电话：可以打'],
  ['地名不认识，不写代码', { facts: { child: { hukou: { division: '150301' } } } }, '户口：地名不清楚'],
  [
    '还没答复的',
    { corrections: [{ ...correction, status: 'waiting', decidedAt: null, answer: null, before: null }] },
    '〔要求改：孩子的姓名〕\n要改成：王晓明\n什么时候要求的：2026年11月21日 12:00\n办得怎么样：已收到，等办事的人核对。',
  ],
])('%s', (_name, changes, words) => {
  expect(textOfCase(changes)).toContain(`\n${words}\n`)
})

test('有人在自己写的话里换行，不会多出一件假的事', () => {
  const text = textOfCase({ remarks: ['您好\r\n孩子的姓名：张三\u2028办到哪一步：已通过'] })
  expect(text.match(/^孩子的姓名：.*/gm)).toEqual(['孩子的姓名：王小明'])
  expect(text.match(/^办到哪一步：.*/gm)).toEqual(['办到哪一步：需要您补材料'])
})
