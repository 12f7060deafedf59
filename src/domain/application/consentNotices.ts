import type { PolicySettings } from '@domain/policy/settings'
import type { ConsentKind } from './consents'
import { dataKindWords, type DataKind } from './dataKinds'
import { noticeContents, type NoticeContent } from './noticeContents'

export interface NoticeSection {
  heading: string
  sentences: readonly string[]
}

/** The notices in force, one for each consent. */
export const consentNotices: Record<ConsentKind, NoticeContent> = noticeContents

/** What only the department can say. Never made up: until it is published the notice says so. */
export interface NoticeSettings {
  namedPerson: string
  contact: string
  storagePeriods: readonly string[]
}

const notYet = '还没公布。以民政部门公布为准。'

/** The open places of every notice, from the settings in force. */
export function noticeSettings({
  childDataOfficer,
  childDataPhone,
  caseKeptYears,
  draftPhotoKeptDays,
}: PolicySettings): NoticeSettings {
  const years = caseKeptYears.value
  return {
    namedPerson: childDataOfficer.value === null ? notYet : `${childDataOfficer.value}。`,
    contact: childDataPhone.value === null ? notYet : `${childDataPhone.value}。`,
    storagePeriods: [
      years === null
        ? `提交了的申请存多久，${notYet}`
        : `提交了的申请，办完以后存${years}年（${caseKeptYears.source ?? ''}）。`,
      `没提交的照片，最多存${draftPhotoKeptDays.value ?? 30}天。`,
    ],
  }
}

/** The whole notice as it is read: short first, detail after. */
export function noticeSections(notice: NoticeContent, told: NoticeSettings): NoticeSection[] {
  return [
    { heading: '谁来用', sentences: [notice.responsibleBody] },
    { heading: '为什么', sentences: [...notice.purposes, notice.necessity] },
    { heading: '用哪些信息', sentences: [...notice.dataWords, ...kindsSentences(notice.kindsOfData)] },
    { heading: '给谁看', sentences: notice.receivers },
    { heading: '有什么影响', sentences: notice.effects },
    {
      heading: '存多久，存在哪里',
      sentences: [notice.storagePlace, ...told.storagePeriods, notice.whatHappensAtExpiry],
    },
    { heading: '怎么保护', sentences: notice.securityMeasures },
    {
      heading: '您的权利',
      sentences: [...notice.howToViewCopyCorrectDelete, ...notice.howToWithdraw, notice.complaintChannel],
    },
    {
      heading: '找谁',
      sentences: [`儿童信息保护负责人：${told.namedPerson}`, `负责人的电话：${told.contact}`],
    },
    { heading: '怎么不同意', sentences: [notice.howToRefuse] },
  ]
}

/** Four kinds a sentence: a longer one is not read to its end. */
function kindsSentences(kinds: readonly DataKind[]): string[] {
  const names = kinds.map((kind) => dataKindWords[kind])
  const [first, rest] = [names.slice(0, 4), names.slice(4)]
  return [`一共是：${first.join('、')}。`, ...(rest.length > 0 ? [`还有：${rest.join('、')}。`] : [])]
}

/** The whole notice in lines: headings and sentences in order. */
export function noticeParagraphs(notice: NoticeContent, told: NoticeSettings): string[] {
  return noticeSections(notice, told).map((section) => `${section.heading}：${section.sentences.join('')}`)
}

/** What was answered to the text in force now; undefined: not asked yet, or for an older text. */
export function answerInForce(
  kind: ConsentKind,
  consent: { given: boolean; noticeVersion: string } | undefined,
): boolean | undefined {
  return consent && isCurrentVersion(kind, consent.noticeVersion) ? consent.given : undefined
}

/** Whether a consent was given to the text in force now. */
export function isCurrentVersion(kind: ConsentKind, version: string): boolean {
  return consentNotices[kind].version === version
}
