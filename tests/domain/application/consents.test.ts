import { createHash } from 'node:crypto'
import {
  consentNotices,
  isCurrentVersion,
  noticeParagraphs,
  noticeSections,
  noticeSettings,
} from '@domain/application/consentNotices'
import {
  consentKinds,
  mayConsent,
  requiredConsents,
  type ConsentActor,
  type ConsentKind,
} from '@domain/application/consents'
import { dataKinds, dataKindWords } from '@domain/application/dataKinds'
import type { PublishedSetting } from '@domain/policy/publishedSettings'
import type { SettingKey } from '@domain/policy/settingKeys'
import type { AnySettingValue } from '@domain/policy/settingKinds'
import { policySettings, settingsWith } from '@domain/policy/settings'
import { serviceNotice } from '@domain/application/serviceNotice'
import { serviceCodes, type ServiceCode } from '@domain/services/catalogue'
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
  expect(requiredConsents('DFUC_ALLOWANCE', facts(hukou, residence), papers)).toEqual(kinds)
})

const nothingPublished = noticeSettings(policySettings)
const sentencesOf = (kind: ConsentKind, told = nothingPublished) =>
  noticeSections(consentNotices[kind], told).flatMap(({ sentences }) => sentences)

/**
 * A changed word needs a new version, or old consents would count for a text nobody has read: when this fails,
 * raise the version in the notice and put the new pair here.
 */
const published: Record<string, string> = {
  'childData-3': 'f8652087dab0a20a',
  'healthDocuments-3': '390725fb109e71a4',
  'crossProvince-3': 'd2fed2c2809b5052',
}

test.each(consentKinds)('%s：文字变了，版本也要变', (kind) => {
  const { version, ...text } = consentNotices[kind]
  const ofServices = [...serviceCodes].sort().map((code) => ({ ...serviceNotice(kind, code), version: code }))
  const words = [text, sentencesOf(kind), ofServices]
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
  expect({ [version]: hash }).toEqual({ [version]: published[version] })
})

test.each(consentKinds)('%s：法律要写的每一项都写了', (kind) => {
  const notice = consentNotices[kind]
  for (const [field, value] of Object.entries(notice) as [string, string | boolean | readonly string[]][])
    if (typeof value !== 'boolean') expect({ field, length: value.length }).not.toEqual({ field, length: 0 })
  const whole = noticeParagraphs(notice, nothingPublished).join('\n')
  const told = [
    notice.responsibleBody,
    ...notice.purposes,
    notice.necessity,
    ...notice.dataWords,
    ...notice.receivers,
    ...notice.effects,
    notice.storagePlace,
    notice.whatHappensAtExpiry,
    ...notice.securityMeasures,
    ...notice.howToViewCopyCorrectDelete,
    ...notice.howToWithdraw,
    notice.howToRefuse,
    notice.complaintChannel,
    ...notice.kindsOfData.map((each) => dataKindWords[each]),
  ]
  expect(told.filter((words) => !whole.includes(words))).toEqual([])
  expect(notice.kind).toBe(kind)
  expect(notice.consequencesOfRefusal).toContain('不同意')
  expect(notice.question).toMatch(/^您同意.*？$/)
})

test('一共用到的每一类信息，说明里都有名字', () => {
  expect(dataKinds.filter((kind) => !consentNotices.childData.kindsOfData.includes(kind))).toEqual([])
})

test.each(consentKinds)('%s：负责人、电话、存多久没公布，就说还没公布', (kind) => {
  const whole = noticeParagraphs(consentNotices[kind], nothingPublished).join('\n')
  for (const words of [
    '提交了的申请存多久，还没公布',
    '儿童信息保护负责人：还没公布',
    '负责人的电话：还没公布',
  ])
    expect(whole).toContain(words)
  expect(whole).toContain('没提交的照片，最多存30天。')
})

const publish = (key: SettingKey, value: AnySettingValue): PublishedSetting => ({
  key,
  value,
  state: 'published',
  source: '乌档发〔2026〕3号',
  date: '2026-11-20',
})

test('公布了，说明里就是公布的那一个；存几年带上批准的文号', () => {
  const told = noticeSettings(
    settingsWith([
      publish('childDataOfficer', '王芳'),
      publish('childDataPhone', '0473-1234567'),
      publish('caseKeptYears', 10),
    ]),
  )
  const whole = noticeParagraphs(consentNotices.childData, told).join('\n')
  for (const words of ['：王芳。', '：0473-1234567。', '办完以后存10年（乌档发〔2026〕3号）'])
    expect(whole).toContain(words)
  expect(whole).not.toContain('还没公布')
})

test.each(consentKinds)('%s：奶奶读得懂，没有编出来的电话和期限', (kind) => {
  const { consequencesOfRefusal, title, question } = consentNotices[kind]
  const texts = [consequencesOfRefusal, title, question, ...sentencesOf(kind)]
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[。？])/)).filter(Boolean)) {
    expect(sentence.length).toBeLessThanOrEqual(25)
    expect(sentence.replace(/12345|30天/, '')).not.toMatch(/[a-zA-Z0-9]|困境|孤儿|艾/)
  }
})

test.each<[ConsentActor, string | undefined, boolean]>([
  ['guardian', '2020-01-01', true],
  ['guardianOnHelpersPhone', '2020-01-01', true],
  ['applicant', '2020-01-01', true],
  ['child', '2012-11-26', false],
  ['child', '2012-11-25', true],
  ['child', '2009-01-01', true],
  ['child', undefined, false],
  ['guardian', undefined, true],
])('今天是2026年11月25日：%s 为 %s 出生的孩子同意，算不算：%s', (actor, birthDate, counts) => {
  expect(mayConsent(actor, birthDate, '2026-11-25')).toBe(counts)
})

test('没有一份同意挡住不必要的：只有用孩子信息和转外地是必须的', () => {
  expect(consentKinds.filter((kind) => consentNotices[kind].required)).toEqual(['childData', 'crossProvince'])
})

test('旧的说明不算数', () => {
  expect(isCurrentVersion('childData', consentNotices.childData.version)).toBe(true)
  expect(isCurrentVersion('childData', 'childData-0')).toBe(false)
})

const notices = serviceCodes.flatMap((code) => consentKinds.map((kind) => [code, kind] as const))

test.each(notices)('%s 的 %s：写明这件事给谁看，一句不长', (code, kind) => {
  const notice = serviceNotice(kind, code)
  const sentences = noticeSections(notice, nothingPublished).flatMap((section) => section.sentences)
  for (const sentence of sentences.flatMap((text) => text.split(/(?<=[。？])/)).filter(Boolean)) {
    expect(sentence.length).toBeLessThanOrEqual(25)
    expect(sentence).not.toMatch(/[a-zA-Z{}]|undefined|困境|孤儿|艾/)
  }
  expect({ version: notice.version, required: notice.required }).toEqual({
    version: consentNotices[kind].version,
    required: consentNotices[kind].required,
  })
})

test.each<[ServiceCode, string]>([
  ['DFUC_ALLOWANCE', '街道（镇）和区民政局办事的人。'],
  ['MED_AID_OTHER', '街道（镇）和区医保局办事的人。'],
  ['REHAB', '区残联办事的人。'],
  ['DIRECTOR_VISIT', '街道（镇）办事的人。'],
])('%s：%s', (code, receiver) => {
  expect(serviceNotice('childData', code).receivers[0]).toBe(receiver)
})

test('没问的不写进说明：请儿童主任，不收身份证号、卡号和照片', () => {
  const { dataWords, kindsOfData } = serviceNotice('childData', 'DIRECTOR_VISIT')
  expect(dataWords.join()).not.toMatch(/身份证|卡号|照片|父母/)
  expect(kindsOfData).toEqual(['identity', 'address', 'familySituation', 'contact', 'technical'])
})
