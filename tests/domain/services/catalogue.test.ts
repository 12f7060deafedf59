import { serviceCodes, services } from '@domain/services/catalogue'
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

test('只有残疾证和诊断证明算有关身体的材料', () => {
  expect(kinds.filter((kind) => papers[kind].health)).toEqual(['disabilityCard', 'diagnosis'])
})

test.each(serviceCodes.map((code) => [code] as const))('%s：列表里的名字不泄露孩子的情况', (code) => {
  const service = services[code]
  expect(service.neutralTitle).not.toMatch(/孤儿|无人抚养|困境|服刑|戒毒|残疾|病/)
  expect(service.howLong).toMatchObject({ streetWorkdays: 15, districtWorkdays: 15 })
  expect(service.howLong.label).toContain('以民政部门公布为准')
  for (const text of service.whoMayApply.concat(service.where, service.rights)) {
    for (const sentence of sentences([text])) expect(sentence.length).toBeLessThanOrEqual(25)
    expect(text).not.toMatch(/\d元|[a-zA-Z]/)
  }
})
