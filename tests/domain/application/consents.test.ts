import { createHash } from 'node:crypto'
import { consentNotices, isCurrentVersion, noticeParagraphs } from '@domain/application/consentNotices'
import { consentKinds, requiredConsents } from '@domain/application/consents'
import type { PaperId } from '@domain/services/papers'

const wuhai = '150302001'
const beijing = '110000'
const facts = (hukou?: string, residence?: string) => ({
  child: {
    ...(hukou ? { hukou: { division: hukou } } : {}),
    ...(residence ? { residence: { division: residence } } : {}),
  },
})

test.each<[string, string | undefined, string | undefined, PaperId[], string[]]>([
  ['最少的一份', wuhai, wuhai, ['childHukouBook'], ['childData']],
  ['爸爸服刑、妈妈去世', wuhai, wuhai, ['father.criminalJudgment', 'mother.deathProof'], ['childData']],
  ['有残疾证', wuhai, wuhai, ['father.disabilityCard'], ['childData', 'healthDocuments']],
  ['有诊断证明', wuhai, wuhai, ['mother.diagnosis'], ['childData', 'healthDocuments']],
  ['户口在外省，住在乌海', beijing, wuhai, [], ['childData', 'crossProvince']],
  ['户口在乌海，住在外省：材料不出乌海', wuhai, beijing, [], ['childData']],
  ['地方不知道', undefined, undefined, [], ['childData']],
])('%s', (_, hukou, residence, papers, kinds) => {
  expect(requiredConsents(facts(hukou, residence), papers)).toEqual(kinds)
})

/**
 * A changed word needs a new version, or old consents would count for a text nobody has read: when this fails,
 * raise the version in the notice and put the new pair here.
 */
const published: Record<string, string> = {
  'childData-1': '0d92a5ec8321c986',
  'healthDocuments-1': '4f829632ccb033c7',
  'crossProvince-1': '4d7df7c27d7d8d9c',
}

test.each(consentKinds)('%s：文字变了，版本也要变', (kind) => {
  const { version, ...text } = consentNotices[kind]
  const hash = createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 16)
  expect({ [version]: hash }).toEqual({ [version]: published[version] })
})

test.each(consentKinds)('%s：该说的都说了', (kind) => {
  const notice = consentNotices[kind]
  const whole = noticeParagraphs(notice).join('\n')
  expect(notice.kind).toBe(kind)
  for (const needed of [
    '乌海市民政局',
    '为什么',
    '信息',
    '存多久，以民政部门公布为准',
    '撤回',
    '删除',
    '加密',
    '影响',
  ])
    expect(whole).toContain(needed)
  expect(notice.ifRefused).toContain('不同意')
  expect(notice.question).toMatch(/^您同意.*？$/)
})

test.each(consentKinds)('%s：奶奶读得懂，没有编出来的电话和期限', (kind) => {
  const { sections, ifRefused, title, question } = consentNotices[kind]
  const texts = [ifRefused, title, question, ...sections.flatMap(({ sentences }) => sentences)]
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[。？])/)).filter(Boolean)) {
    expect(sentence.length).toBeLessThanOrEqual(25)
    expect(sentence.replace('12345', '')).not.toMatch(/[a-zA-Z0-9]|困境|孤儿|艾/)
  }
})

test('没有一份同意挡住不必要的：只有用孩子信息和转外地是必须的', () => {
  expect(consentKinds.filter((kind) => consentNotices[kind].required)).toEqual(['childData', 'crossProvince'])
})

test('旧的说明不算数', () => {
  expect(isCurrentVersion('childData', consentNotices.childData.version)).toBe(true)
  expect(isCurrentVersion('childData', 'childData-0')).toBe(false)
})
