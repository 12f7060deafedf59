import { relationOptions } from '@domain/application/stepWords'
import { applicantRelations } from '@domain/eligibility/facts'
import { provisionById, provisions } from '@domain/policy/provisions'
import type { PublishedSetting } from '@domain/policy/publishedSettings'
import { policySettings, settingsWith } from '@domain/policy/settings'
import { howLong } from '@domain/services/howLong'
import {
  asksIdNumbers,
  listedServices,
  mayApply,
  rightsOf,
  serviceCodes,
  services,
} from '@domain/services/catalogue'
import type { Service } from '@domain/services/service'
import { paperName, paperOf, papers, parentOf } from '@domain/services/paperCatalogue'
import {
  familyPaperKinds,
  isPaperId,
  paperIds,
  parentPaperKinds,
  type PaperKind,
} from '@domain/services/papers'
import { maxPhotosPerPaper } from '@domain/photos/limits'

const sentences = (texts: readonly string[]) =>
  texts.flatMap((text) => text.split(/(?<=[。？])/)).filter(Boolean)
const kinds = Object.keys(papers) as PaperKind[]

test('每一种材料都有说明，每一份说明都有材料', () => {
  expect([...kinds].sort()).toEqual([...familyPaperKinds, ...parentPaperKinds].sort())
})

test('材料编号：全家的一份，爸爸妈妈的各一份', () => {
  expect(paperIds).toHaveLength(familyPaperKinds.length + 2 * parentPaperKinds.length)
  expect(new Set(paperIds).size).toBe(paperIds.length)
  for (const id of paperIds) expect(isPaperId(id)).toBe(true)
  for (const id of ['', 'deathProof', 'father.childPhoto', 'uncle.deathProof', 'father.', '__proto__'])
    expect(isPaperId(id)).toBe(false)
})

test.each(paperIds.map((id) => [id] as const))('%s 的说明能给人看', (id) => {
  const { name, why, hint, maxPhotos, whyNotShared } = paperOf(id)
  const shown = [name, why, ...hint, whyNotShared]
  for (const text of shown) expect(text).not.toMatch(/[{}a-zA-Z]|困境|孤儿/)
  for (const sentence of sentences(shown)) expect(sentence.length).toBeLessThanOrEqual(25)
  expect(hint.length).toBeGreaterThan(0)
  expect(maxPhotos).toBeGreaterThanOrEqual(1)
  expect(maxPhotos).toBeLessThanOrEqual(maxPhotosPerPaper)
})

test('爸爸的材料写爸爸，妈妈的写妈妈', () => {
  expect(paperName('father.criminalJudgment')).toBe('孩子爸爸的判决书')
  expect(paperName('mother.lostContactReceipt')).toBe('查找孩子妈妈的回执单或认定表')
  expect(paperOf('mother.criminalJudgment').why).toBe('因为您说孩子妈妈在服刑。')
  expect(parentOf('mother.criminalJudgment')).toBe('mother')
  expect(parentOf('childPhoto')).toBeUndefined()
})

test('写着谁有什么病、什么残疾的，才算有关身体的材料', () => {
  expect(kinds.filter((kind) => papers[kind].health)).toEqual([
    'childDisabilityCard',
    'childDiagnosis',
    'medicalBills',
    'confirmatoryReport',
    'vaccinationRecord',
    'disabilityCard',
    'diagnosis',
  ])
})

/** Rows of the policy that only say whom to call, or that another room serves. Source: reference §5.10, §5.17, §5.22. */
const guidesOnly = ['2.2-g', '7.3-a', '7.3-d']

test('政策里能申请的 43 条，每一条都有一张表，或者写明找谁', () => {
  const applicable = provisions.filter(({ uses }) => uses.includes('service')).map(({ id }) => id)
  expect(applicable).toHaveLength(43)
  const served = serviceCodes.flatMap((code) => services[code].provisions)
  expect(applicable.filter((id) => !served.includes(id)).sort()).toEqual(guidesOnly)
  expect(served.filter((id) => !applicable.includes(id))).toEqual([])
})

test.each(serviceCodes)('%s：办的就是那几条写的', (code) => {
  const { provisions: rows, entitlements } = services[code]
  const codes = rows.map((id) => provisionById(id).code)
  for (const entitlement of entitlements.filter((one) => one !== 'INPATIENT_70'))
    expect(codes).toContain(entitlement)
})

const told = ({ whoMayApply, where, next, refused, limits, cost, gloss }: Service) => [
  ...whoMayApply,
  ...where,
  ...next,
  ...refused,
  limits.note,
  cost,
  gloss,
]

test.each(serviceCodes)('%s：说的话一句不长，没有英文，没有金额', (code) => {
  for (const text of told(services[code]).concat(rightsOf(code))) {
    for (const sentence of sentences([text])) expect(sentence.length).toBeLessThanOrEqual(25)
    expect(text).not.toMatch(/\d元|[a-zA-Z]|困境/)
  }
})

test.each(serviceCodes)('%s：列表里的名字不泄露孩子的情况', (code) => {
  expect(services[code].neutralTitle).not.toMatch(/孤儿|无人抚养|困境|服刑|戒毒|残疾|病|低保|特困|艾滋/)
  expect(services[code].neutralTitle.length).toBeLessThanOrEqual(12)
})

test('法律写了的时间：收养30日，法律援助7日，都写着哪一条', () => {
  const byLaw = serviceCodes.filter((code) => services[code].limits.law)
  expect(byLaw.sort()).toEqual(['ADOPTION', 'LEGAL_AID'])
  expect(howLong('LEGAL_AID', policySettings)[0]).toBe('最长7日（《法律援助法》第四十三条）。')
  expect(howLong('ADOPTION', policySettings)[0]).toBe('最长30日（《中国公民收养子女登记办法》第八条）。')
})

const decided = serviceCodes.filter((code) => services[code].kind === 'application' && code !== 'CATEGORY_A')

test.each(decided)('%s：没公布的时间不写数字；公布了，写公布的那一个', (code) => {
  const { law, street, district, whole, note } = services[code].limits
  const keys = [street, district, whole].filter((key) => key !== undefined)
  expect(keys.length > 0 || law !== undefined).toBe(true)
  expect(note).not.toMatch(/\d+个工作日/)
  const published = settingsWith(
    keys.map((key): PublishedSetting => ({
      key,
      value: 7,
      state: 'published',
      source: '乌民发〔2026〕1号',
      date: null,
    })),
  )
  expect(howLong(code, published).filter((line) => line.includes('最长7个工作日'))).toHaveLength(keys.length)
  const assumed = howLong(code, policySettings).filter((line) => line.includes('个工作日'))
  for (const line of assumed) expect(line).toContain('出处：')
})

test('跨省通办只有两项，其他的按各自的地方办', () => {
  expect(serviceCodes.filter((code) => services[code].crossProvince).sort()).toEqual([
    'DFUC_ALLOWANCE',
    'ORPHAN_ALLOWANCE',
  ])
})

test('保密的那一项：不进列表，不经过街道，名字里什么都看不出来', () => {
  const hidden = serviceCodes.filter((code) => !listedServices.includes(code))
  expect(hidden).toEqual(['CATEGORY_A'])
  const { offices, relations, whoMayApply, entitlements, neutralTitle } = services.CATEGORY_A
  expect(offices).toBe('districtAlone')
  expect(entitlements).toEqual([])
  expect(relations.length).toBeGreaterThan(0)
  expect(whoMayApply.join()).toContain('监护人')
  expect(neutralTitle).not.toMatch(/病|感染|保密/)
})

test('要身份证号的，只有部门要作决定的事项', () => {
  for (const code of serviceCodes) expect(asksIdNumbers(code)).toBe(services[code].kind === 'application')
  expect(serviceCodes.filter((code) => !asksIdNumbers(code))).toContain('DIRECTOR_VISIT')
})

test.each(serviceCodes)('%s：谁能办，选项里就有谁', (code) => {
  const { relations } = services[code]
  expect(
    relationOptions(code)
      .map(({ value }) => value)
      .sort(),
  ).toEqual([...relations].sort())
  for (const relation of applicantRelations)
    expect(mayApply(code, relation)).toBe(relations.includes(relation))
})
